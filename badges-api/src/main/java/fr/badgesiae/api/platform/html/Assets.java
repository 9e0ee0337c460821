package fr.badgesiae.api.platform.html;

import fr.badgesiae.api.platform.Brand;
import fr.badgesiae.api.platform.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The style sheet, scripts and icon, read once. Their common digest is part of each URL. */
public final class Assets {
    private static final String ICON = "favicon.svg";
    private static final String SHEET = "app.css";

    /** The parts of the style sheet, in their order: later rules win. */
    static final List<String> SHEETS = List.of(
            "base",
            "layout",
            "buttons",
            "slip",
            "tables",
            "icons",
            "forms",
            "panels",
            "lists",
            "badge",
            "verdict",
            "wide",
            "print",
            "preferences",
            "spacing");

    /**
     * Of every page, of the pages in easy words, of pages that ask a device for a passkey, of codes that a holder keeps, and of the
     * page that reads codes: its own, what it judges with, and a decoder of QR codes.
     */
    private static final List<String> SCRIPTS =
            List.of("app.js", "aloud.js", "passkey.js", "codes.js", "scan.js", "code.js", "qr.js");

    /** The style of one page alone, which no other page has to load. */
    private static final String SLIPS = "slips.css";

    private final Map<String, byte[]> files = new TreeMap<>();
    private final String digest;

    public Assets() {
        this(Brand.DEFAULT);
    }

    /** In the colour of a brand and with its logo. */
    public Assets(Brand brand) {
        SCRIPTS.forEach(name -> files.put(name, read(name)));
        files.put(SLIPS, read(SLIPS));
        files.put(SHEET, (style() + brand.css()).getBytes(StandardCharsets.UTF_8));
        String icon = text(ICON);
        files.put(ICON, icon.replace(Brand.DEFAULT.colour(), brand.colour()).getBytes(StandardCharsets.UTF_8));
        brand.logo()
                .ifPresent(logo -> files.put(logo.file(), Base64.getDecoder().decode(logo.base64())));
        digest = HexFormat.of().formatHex(Sha256.of(files.values()), 0, 8);
    }

    /** The path of a file, with the digest. */
    public String path(String name) {
        if (!files.containsKey(name)) {
            throw new IllegalArgumentException("no asset named " + name);
        }
        return "/assets/" + digest + "/" + name;
    }

    /** A copy of a file's bytes. */
    Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(files.get(name)).map(byte[]::clone);
    }

    /** The paths of all files with what each must be, as Subresource Integrity writes it: {@code sha256-} and base 64. */
    public Map<String, String> integrity() {
        Map<String, String> known = new TreeMap<>();
        files.forEach((name, bytes) ->
                known.put(path(name), "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(bytes))));
        return known;
    }

    /** Changes whenever a file changes. */
    String digest() {
        return digest;
    }

    private static String style() {
        return SHEETS.stream().map(part -> text("style/" + part + ".css")).collect(Collectors.joining());
    }

    private static String text(String name) {
        return new String(read(name), StandardCharsets.UTF_8);
    }

    private static byte[] read(String name) {
        try (InputStream stream = Assets.class.getResourceAsStream("/assets/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the jar: assets/" + name);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
