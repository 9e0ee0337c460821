package fr.badgesiae.api.platform.html;

import java.util.List;

/**
 * Who is looking, as far as the layout shows it.
 *
 * @param name shown beside the way out
 * @param place the organisation (or network) acted for, or null
 * @param navigation where this person may go, in order
 * @param signOut the path the way out posts to
 */
public record Viewer(String name, String place, List<Entry> navigation, String signOut) {
    public Viewer {
        navigation = List.copyOf(navigation);
    }

    /**
     * One place of the navigation.
     *
     * @param path where it leads
     * @param key the message key of its word
     */
    public record Entry(String path, String key) {}
}
