/**
 * Requests in the holder's space: ask, answer a question, take back. Start reading at
 * {@link fr.badgesiae.api.request.space.AskForBadge}.
 */
package fr.badgesiae.api.request.space;
