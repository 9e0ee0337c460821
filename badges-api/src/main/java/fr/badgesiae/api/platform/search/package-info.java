/**
 * The search of the desk: each feature contributes what it finds, one statement asks them all. Start reading at {@link
 * fr.badgesiae.api.platform.search.SearchPart}.
 */
package fr.badgesiae.api.platform.search;
