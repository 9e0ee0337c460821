package fr.badgesiae.api.platform.html;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in member as the layout shows them.
 *
 * @param name shown beside the sign-out button
 * @param place the name of their organisation or network, or null
 * @param navigation the entries of the bar that they may use, in order
 * @param menu the same of the account’s menu
 * @param home the first page of the desk
 * @param signOut the path that the sign-out button posts to
 * @param paused whether their organisation may neither offer nor award at the moment
 * @param search the path that the search posts to, or null for who has nothing to find
 * @param places the path of the page to change to another organisation, or null where they have no other
 * @param permissions that they have, of {@code platform.auth}
 */
public record Viewer(
        String name,
        @Nullable String place,
        List<Link> navigation,
        List<Link> menu,
        String home,
        String signOut,
        boolean paused,
        @Nullable String search,
        @Nullable String places,
        Set<? extends Enum<?>> permissions) {
    public Viewer {
        navigation = List.copyOf(navigation);
        menu = List.copyOf(menu);
        permissions = Set.copyOf(permissions);
    }
}
