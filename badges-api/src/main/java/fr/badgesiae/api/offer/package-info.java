/**
 * What the counsellor does: offer a badge, print its slip, correct, cancel. Knows badges, people and credentials; knows
 * nothing of claims. Start reading at {@link fr.badgesiae.api.offer.OfferBadge}.
 */
package fr.badgesiae.api.offer;
