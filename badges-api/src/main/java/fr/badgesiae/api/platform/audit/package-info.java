/** Who did what to which row, without personal detail. Start reading at {@link fr.badgesiae.api.platform.audit.Audit}. */
package fr.badgesiae.api.platform.audit;
