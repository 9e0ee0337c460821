/** Disclosure control for published counts, without a database. Start reading at {@link fr.badgesiae.api.statistics.suppression.Suppression}. */
package fr.badgesiae.api.statistics.suppression;
