/**
 * Offers at the counsellor's desk: offer a badge, print its slip, correct, cancel. Knows badges, people and credentials,
 * but no claims. Start reading at {@link fr.badgesiae.api.offer.OfferBadge}.
 */
package fr.badgesiae.api.offer;
