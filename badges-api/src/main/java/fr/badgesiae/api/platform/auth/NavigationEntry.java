package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.html.Link;

/**
 * One entry of the desk's navigation.
 *
 * @param position the sort key among the entries of all features, ascending
 * @param permission that a member needs to see it
 * @param link path and text
 */
public record NavigationEntry(int position, Permission permission, Link link) {
    /** @param bundle the folder whose message bundle holds the text */
    public static NavigationEntry of(int position, Permission permission, String path, String bundle, String key) {
        return new NavigationEntry(position, permission, new Link(path, bundle, key));
    }
}
