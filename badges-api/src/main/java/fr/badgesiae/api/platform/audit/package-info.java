/** The audit: who did what to which row, without personal data. Start reading at {@link fr.badgesiae.api.platform.audit.Audit}. */
package fr.badgesiae.api.platform.audit;
