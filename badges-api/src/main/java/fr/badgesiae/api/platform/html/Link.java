package fr.badgesiae.api.platform.html;

import java.util.List;

/**
 * A link of a feature in the page layout.
 *
 * @param path the target
 * @param bundle the folder whose message bundle holds the link text
 * @param key the message key of the link text
 * @param others paths of other pages that belong to the same part of the site
 */
public record Link(String path, String bundle, String key, List<String> others) {
    public Link {
        others = List.copyOf(others);
    }

    public Link(String path, String bundle, String key) {
        this(path, bundle, key, List.of());
    }

    /** Whether a page belongs to this part of the site: its path is at one of these or below it. */
    public boolean covers(String page) {
        return below(path, page) || others.stream().anyMatch(other -> below(other, page));
    }

    private static boolean below(String part, String page) {
        return page.equals(part) || page.startsWith(part + "/");
    }
}
