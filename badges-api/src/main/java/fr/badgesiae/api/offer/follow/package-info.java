/**
 * What a desk does while an offer waits: prolong it, give its slip again, remind its person; and its history. Start reading at
 * {@link fr.badgesiae.api.offer.follow.ProlongOffer}.
 */
package fr.badgesiae.api.offer.follow;
