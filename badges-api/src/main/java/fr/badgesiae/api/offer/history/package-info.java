/** What happened to an offer, for the desk. Knows no offer. Start reading at {@link fr.badgesiae.api.offer.history.HistoryLine}. */
package fr.badgesiae.api.offer.history;
