package fr.badgesiae.verifier.read.detect;

import fr.badgesiae.verifier.Submission;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads URLs from text, and the badge linked from the head of a web page (HTML, {@code link rel=alternate}). */
public final class LinkReader {
    private static final int MAX_ADDRESS = 2048;
    private static final int MAX_HEAD = 256 << 10;
    private static final int MAX_START = 4 << 10;
    private static final Pattern PAGE =
            Pattern.compile("(?i)<(!doctype\\s+html|html|head|body|title|meta|script|div|form|main|h1|p)[\\s>]");
    private static final Pattern LINK = Pattern.compile("(?i)<link\\s([^<>]{1,4000})>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([A-Za-z-]{1,20})\\s{0,9}=\\s{0,9}(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'>]++))");
    private static final Set<String> BADGES = Set.of(
            "application/vc",
            "application/vc+jwt",
            "application/vc+ld+json",
            "application/ld+json",
            "application/jwt",
            "application/json");

    private LinkReader() {}

    /** The URL, when it is the whole text. */
    public static Optional<URI> address(byte[] bytes) {
        if (bytes.length > MAX_ADDRESS) {
            return Optional.empty();
        }
        return address(new String(bytes, StandardCharsets.UTF_8).strip());
    }

    private static Optional<URI> address(String text) {
        boolean web = text.regionMatches(true, 0, "https://", 0, 8) || text.regionMatches(true, 0, "http://", 0, 7);
        return web ? Submission.address(text).map(Submission.Address::uri) : Optional.empty();
    }

    /** Whether the bytes start like an HTML page, or like a part of one. An SVG may look alike. */
    public static boolean isPage(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, MAX_START), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
        return start.startsWith("<") && PAGE.matcher(start).find();
    }

    /** The badge that a page links to as its alternate. */
    public static Optional<URI> badgeOf(byte[] page, URI base) {
        String head = new String(page, 0, Math.min(page.length, MAX_HEAD), StandardCharsets.UTF_8);
        Matcher links = LINK.matcher(head);
        while (links.find()) {
            Optional<URI> badge = badge(links.group(1), base);
            if (badge.isPresent()) {
                return badge;
            }
        }
        return Optional.empty();
    }

    private static Optional<URI> badge(String attributes, URI base) {
        String rel = "";
        String type = "";
        String href = "";
        Matcher each = ATTRIBUTE.matcher(attributes);
        while (each.find()) {
            String value =
                    each.group(2) != null ? each.group(2) : each.group(3) != null ? each.group(3) : each.group(4);
            switch (each.group(1).toLowerCase(Locale.ROOT)) {
                case "rel" -> rel = value.toLowerCase(Locale.ROOT);
                case "type" -> type = value.toLowerCase(Locale.ROOT).strip();
                case "href" -> href = value.strip().replace("&amp;", "&");
                default -> {}
            }
        }
        boolean named = List.of(rel.split("\\s+", -1)).contains("alternate") && BADGES.contains(type);
        return named ? resolved(base, href) : Optional.empty();
    }

    private static Optional<URI> resolved(URI base, String href) {
        try {
            return href.isEmpty()
                    ? Optional.empty()
                    : address(base.resolve(href.replace(" ", "%20")).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
