package fr.badgesiae.api.platform.html;

import fr.badgesiae.api.platform.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The style sheet, script and icon, read once. Their common digest is part of each URL. */
public final class Assets {
    private static final List<String> NAMES = List.of("app.css", "app.js", "favicon.svg");

    private final Map<String, byte[]> files = new TreeMap<>();
    private final String digest;

    public Assets() {
        NAMES.forEach(name -> files.put(name, read("/assets/" + name)));
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
