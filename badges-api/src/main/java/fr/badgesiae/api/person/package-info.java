/**
 * Workers of one organisation: names, the subject id of their badges, the holder after the first claim. No dependency on
 * badges. Start reading at {@link fr.badgesiae.api.person.People}.
 */
package fr.badgesiae.api.person;
