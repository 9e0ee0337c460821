/**
 * Lists of the desk as files and on paper, for features whose rooms are full: people, offers and badges. The journal writes its
 * own.
 * Start reading at {@link fr.badgesiae.api.lists.PeopleFilePages}.
 */
package fr.badgesiae.api.lists;
