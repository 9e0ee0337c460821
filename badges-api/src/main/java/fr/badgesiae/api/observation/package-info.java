/**
 * What members saw people do, badge by badge: noted on a phone, read by the person, turned into a proposal. Signs nothing and
 * knows no offer. Start reading at {@link fr.badgesiae.api.observation.NoteObservation}.
 */
package fr.badgesiae.api.observation;
