/** Offers that renew a badge. Knows ids and words, no offer. Start reading at {@link fr.badgesiae.api.offer.renewal.Renewals}. */
package fr.badgesiae.api.offer.renewal;
