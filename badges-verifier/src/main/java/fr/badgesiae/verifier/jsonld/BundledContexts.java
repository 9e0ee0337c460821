package fr.badgesiae.verifier.jsonld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.schemas.Document;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The contexts bundled with the verifier, each parsed once. */
public final class BundledContexts implements ContextSource {
    private final JsonMapper json = new JsonMapper();
    private final Map<String, JsonNode> parsed = new ConcurrentHashMap<>();

    @Override
    public Optional<JsonNode> find(String url) {
        return Catalogue.bundled()
                .context(url)
                .map(document -> parsed.computeIfAbsent(document.url(), key -> parse(document)));
    }

    private JsonNode parse(Document document) {
        try {
            return json.readTree(document.text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("this build holds a broken " + document.url(), e);
        }
    }
}
