package fr.badgesiae.api.platform.html;

import java.util.List;

/**
 * Who is looking, as far as the layout shows it.
 *
 * @param name shown beside the way out
 * @param place the organisation (or network) acted for, or null
 * @param navigation where this person may go, in order
 * @param home the first page of the desk
 * @param signOut the path the way out posts to
 */
public record Viewer(String name, String place, List<Link> navigation, String home, String signOut) {
    public Viewer {
        navigation = List.copyOf(navigation);
    }
}
