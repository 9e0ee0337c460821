/**
 * Lists of the desk as files, for features whose rooms are full: people and badges. Offers and the journal write their own.
 * Start reading at {@link fr.badgesiae.api.lists.PeopleFilePages}.
 */
package fr.badgesiae.api.lists;
