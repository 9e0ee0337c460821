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

/** The style sheet, script and icon, read once. Their common digest is part of each URL. */
public final class Assets {
    private static final String ICON = "favicon.svg";
    private static final List<String> NAMES = List.of("app.css", "app.js", ICON);

    private final Map<String, byte[]> files = new TreeMap<>();
    private final String digest;

    public Assets() {
        this(Brand.DEFAULT);
    }

    /** In the colour of a brand and with its logo. */
    public Assets(Brand brand) {
        NAMES.forEach(name -> files.put(name, read("/assets/" + name)));
        String style = new String(read("/assets/app.css"), StandardCharsets.UTF_8) + brand.css();
        files.put("app.css", style.getBytes(StandardCharsets.UTF_8));
        String icon = new String(read("/assets/" + ICON), StandardCharsets.UTF_8);
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

    /** Changes whenever a file changes. */
    String digest() {
        return digest;
    }

    private static byte[] read(String path) {
        try (InputStream stream = Assets.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the jar: " + path);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
