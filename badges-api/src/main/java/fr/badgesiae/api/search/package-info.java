/**
 * One search for the whole desk, from its head. What is found belongs to the features before. Start reading at {@link
 * fr.badgesiae.api.search.SearchDesk}.
 */
package fr.badgesiae.api.search;
