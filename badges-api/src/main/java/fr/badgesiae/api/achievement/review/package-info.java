/**
 * Publication by two people: one asks, another one reads and publishes. Start reading at {@link
 * fr.badgesiae.api.achievement.review.PublishRead}.
 */
package fr.badgesiae.api.achievement.review;
