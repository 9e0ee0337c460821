package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.html.Link;
import java.util.List;

/**
 * One entry of the desk's navigation.
 *
 * @param position the sort key among the entries of all features, ascending
 * @param place where it stands
 * @param permission that a member needs to see it
 * @param link path and text
 */
public record NavigationEntry(int position, Place place, Permission permission, Link link) {
    /** Where an entry stands. */
    public enum Place {
        /** In the bar: daily work. */
        BAR,
        /** In the menu of the account: what is set up once in a while. */
        MENU
    }

    /** @param bundle the folder whose message bundle holds the text */
    public static NavigationEntry of(int position, Permission permission, String path, String bundle, String key) {
        return new NavigationEntry(position, Place.BAR, permission, new Link(path, bundle, key));
    }

    /** The same entry, current on pages below these paths too. */
    NavigationEntry with(List<String> others) {
        return new NavigationEntry(
                position, place, permission, new Link(link.path(), link.bundle(), link.key(), others));
    }

    /** An entry of the account's menu. */
    public static NavigationEntry inMenu(int position, Permission permission, String path, String bundle, String key) {
        return new NavigationEntry(position, Place.MENU, permission, new Link(path, bundle, key));
    }
}
