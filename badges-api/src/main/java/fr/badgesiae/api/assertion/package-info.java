/**
 * Badges in the form of Open Badges 2.0, hosted and signed, each public by a decision of its holder. Start reading at
 * {@link fr.badgesiae.api.assertion.PublishBadge} and {@link fr.badgesiae.api.assertion.PublishedBadges}.
 */
package fr.badgesiae.api.assertion;
