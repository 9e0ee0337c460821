package fr.badgesiae.api.achievement.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for a web address that is signed into every badge, for good, and that readers will follow. */
public final class PublicUrl {
    private static final int LONGEST = 500;

    /** Labels with a dot between them, the last one no number: an address in digits or brackets is no public name. */
    private static final Pattern HOST = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    /** Marks that change the direction of a text, and so the host that an address seems to name. */
    private static final Pattern DIRECTION = Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private PublicUrl() {}

    /** Whether it is http or https on a public host name, without user info and marks of direction. */
    public static boolean isAcceptable(String text) {
        try {
            URI uri = new URI(text);
            return text.length() <= LONGEST
                    && !DIRECTION.matcher(text).find()
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getRawUserInfo() == null
                    && isPublic(uri.getHost());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isPublic(@Nullable String host) {
        return host != null
                && HOST.matcher(host).matches()
                && !host.endsWith(".local")
                && !host.endsWith(".internal")
                && !host.endsWith(".localhost");
    }
}
