package fr.badgesiae.verifier.ob2.form;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.UnreadableException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The terms of the Open Badges 2.0 context, by every form of their name: a term, a compact IRI, an IRI, or a term that the
 * document defines (ob-2.0 "Additional Properties"). Immutable.
 */
public final class TermMap {
    public static final String CONTEXT = "https://w3id.org/openbadges/v2";
    /** The prose of the specification writes https, its context http. */
    private static final String SCHEMA_ORG = "https://schema.org/";

    /** Two terms for one IRI: the one of the specification's tables is kept. */
    private static final Map<String, String> ALIASES = Map.of(
            "verify", "verification",
            "hosted", "HostedBadge",
            "signed", "SignedBadge",
            "@id", "id",
            "@type", "type");

    private static final TermMap OPEN_BADGES_2 = read();

    private final Map<String, String> iris;
    private final Map<String, String> terms;

    private TermMap(Map<String, String> iris, Map<String, String> terms) {
        this.iris = iris;
        this.terms = terms;
    }

    /** The terms of the published context. */
    public static TermMap openBadges2() {
        return OPEN_BADGES_2;
    }

    private static TermMap read() {
        try {
            JsonNode context = JsonReader.object(
                            Catalogue.bundled().context(CONTEXT).orElseThrow().bytes())
                    .path("@context");
            Map<String, String> iris = new HashMap<>();
            context.properties()
                    .forEach(entry -> definition(entry.getValue()).ifPresent(iri -> iris.put(entry.getKey(), iri)));
            Map<String, String> whole = new HashMap<>();
            iris.forEach((term, iri) -> whole.put(term, expand(iri, iris)));
            Map<String, String> terms = new HashMap<>();
            whole.forEach((term, iri) -> {
                if (!ALIASES.containsKey(term) && !term.equals("revokedAssertions")) {
                    terms.put(iri, term);
                }
            });
            return new TermMap(Map.copyOf(whole), Map.copyOf(terms));
        } catch (UnreadableException e) {
            throw new IllegalStateException("the bundled context is JSON", e);
        }
    }

    /** These terms and those of a document's inline contexts, each with the terms before it. */
    public TermMap with(List<JsonNode> inline) {
        if (inline.isEmpty()) {
            return this;
        }
        Map<String, String> all = new HashMap<>(iris);
        for (JsonNode context : inline) {
            Map<String, String> more = new HashMap<>();
            context.properties()
                    .forEach(entry -> definition(entry.getValue())
                            .filter(iri -> !entry.getKey().startsWith("@"))
                            .ifPresent(iri -> more.put(entry.getKey(), expand(iri, all))));
            all.putAll(more);
        }
        return new TermMap(Map.copyOf(all), terms);
    }

    private static Optional<String> definition(JsonNode value) {
        return Optional.ofNullable(
                value.isTextual() ? value.textValue() : value.path("@id").textValue());
    }

    private static String expand(String name, Map<String, String> iris) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return name.startsWith("@") ? name : iris.getOrDefault(name, name);
        }
        String prefix = iris.get(name.substring(0, colon));
        return prefix == null || name.startsWith("//", colon + 1) ? name : prefix + name.substring(colon + 1);
    }

    /** The term of a property or type; the name itself when it has none. */
    public String term(String name) {
        String known = ALIASES.get(name);
        if (known != null) {
            return known;
        }
        String iri = expand(name, iris);
        if (iri.startsWith(SCHEMA_ORG)) {
            iri = "http" + iri.substring("https".length());
        }
        if (iri.equals("@id") || iri.equals("@type")) {
            return iri.substring(1);
        }
        return OPEN_BADGES_2.iris.containsKey(name) ? name : terms.getOrDefault(iri, name);
    }

    /** Whether a key is defined: a term, a keyword, or an IRI. */
    public boolean defines(String key) {
        return key.startsWith("@") || key.indexOf(':') >= 0 || iris.containsKey(key);
    }
}
