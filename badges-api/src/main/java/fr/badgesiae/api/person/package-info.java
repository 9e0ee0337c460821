/**
 * The people on a pathway in one organisation: names, the subject id of their badges, the holder once they claimed. Knows
 * nothing of badges. Start reading at {@link fr.badgesiae.api.person.People}.
 */
package fr.badgesiae.api.person;
