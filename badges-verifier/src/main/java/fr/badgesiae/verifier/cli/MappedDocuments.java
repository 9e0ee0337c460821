package fr.badgesiae.verifier.cli;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.FetchResult.Failure;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Documents from files, by a JSON object. It maps a URL to a file, or a URL prefix ending in a slash to a folder, relative
 * to the map. An exact URL precedes a prefix, a longer prefix a shorter one.
 */
final class MappedDocuments implements Fetcher {
    private final Path mapFile;
    private final Map<String, String> map;

    private MappedDocuments(Path mapFile, Map<String, String> map) {
        this.mapFile = mapFile;
        this.map = map;
    }

    static MappedDocuments read(Path file) throws InputException {
        try {
            Map<String, String> map = new HashMap<>();
            for (Map.Entry<String, JsonNode> entry :
                    JsonReader.object(Files.readAllBytes(file)).properties()) {
                if (!entry.getValue().isTextual()) {
                    throw new InputException("input.map-entry", file, entry.getKey());
                }
                map.put(entry.getKey(), entry.getValue().textValue());
            }
            return new MappedDocuments(file.toAbsolutePath(), map);
        } catch (IOException e) {
            throw new InputException("input.unreadable", file);
        } catch (UnreadableException e) {
            throw new InputException("input.map", file);
        }
    }

    @Override
    public FetchResult fetch(URI uri, FetchLimits limits) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        String url = fragment < 0 ? text : text.substring(0, fragment);
        Optional<Path> file = file(url);
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            return new FetchResult.Failed(Failure.NOT_FOUND, "not in the map");
        }
        try (InputStream stream = Files.newInputStream(file.get())) {
            byte[] body = stream.readNBytes(limits.maxBytes() + 1);
            return body.length > limits.maxBytes()
                    ? new FetchResult.Failed(Failure.TOO_LARGE, Integer.toString(limits.maxBytes()))
                    : new FetchResult.Fetched(URI.create(url), "", body, true, false);
        } catch (IOException e) {
            return new FetchResult.Failed(Failure.UNREACHABLE, "cannot read the file");
        }
    }

    private Optional<Path> file(String url) {
        if (map.containsKey(url)) {
            return Optional.of(mapFile.resolveSibling(map.get(url)));
        }
        return map.keySet().stream()
                .filter(prefix -> prefix.endsWith("/") && url.startsWith(prefix))
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .flatMap(prefix ->
                        below(mapFile.resolveSibling(map.get(prefix)).normalize(), url.substring(prefix.length())));
    }

    /** A file below a folder; empty for a path outside of it. */
    private static Optional<Path> below(Path root, String rest) {
        try {
            Path file = root.resolve(rest).normalize();
            return file.startsWith(root) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
