package fr.badgesiae.api.person;

import java.util.List;

/**
 * The organisation's workers by last name.
 *
 * @param words what was searched for, or empty; searched by POST, so that no name stands in an address
 * @param more whether a search found more than it shows
 * @param next the path of the next page, or null
 */
public record PersonListPage(String words, List<Person> people, boolean more, String next) {}
