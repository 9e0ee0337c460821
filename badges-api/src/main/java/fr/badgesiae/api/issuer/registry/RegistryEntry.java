package fr.badgesiae.api.issuer.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * An issuer as the registries of the Digital Credentials Consortium list it: {@code "did": {"name", "location", "url"}}.
 *
 * @param name its public name
 * @param location town and country
 * @param url its website, or its page with us
 */
public record RegistryEntry(String did, String name, String location, String url) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** One JSON object with a member for each issuer. */
    public static String json(List<RegistryEntry> entries) {
        ObjectNode registry = JsonNodeFactory.instance.objectNode();
        entries.forEach(entry -> registry.putObject(entry.did())
                .put("name", entry.name())
                .put("location", entry.location())
                .put("url", entry.url()));
        try {
            return JSON.writeValueAsString(registry);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
