/**
 * Badges that somebody asks for: a person from their space, a member for a person; the desk reads, asks back, refuses, or offers.
 * Start reading at {@link fr.badgesiae.api.request.ShowRequest}.
 */
package fr.badgesiae.api.request;
