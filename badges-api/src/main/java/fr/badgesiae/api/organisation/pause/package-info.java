/**
 * Pauses: a network suspends one of its organisations, and resumes. Start reading at {@link
 * fr.badgesiae.api.organisation.pause.PauseOrganisation}.
 */
package fr.badgesiae.api.organisation.pause;
