/**
 * Pauses: a network asks to suspend one of its organisations, a second administrator or a day makes it effective, and one act
 * ends it. Start reading at {@link fr.badgesiae.api.organisation.pause.AskPause}.
 */
package fr.badgesiae.api.organisation.pause;
