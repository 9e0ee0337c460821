/** Disclosure control for published counts: no database, no page. Start reading at {@link fr.badgesiae.api.statistics.suppression.Suppression}. */
package fr.badgesiae.api.statistics.suppression;
