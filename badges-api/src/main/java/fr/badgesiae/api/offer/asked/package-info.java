/**
 * Requests for badges as offers see them; the feature of requests comes later and registers its answers. Start reading at
 * {@link fr.badgesiae.api.offer.asked.AskedBadges}.
 */
package fr.badgesiae.api.offer.asked;
