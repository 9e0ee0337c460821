/**
 * The words of an offer: written by a counsellor, shown to the worker, disputed or accepted. Start reading at
 * {@link fr.badgesiae.api.offer.text.OfferText}.
 */
package fr.badgesiae.api.offer.text;
