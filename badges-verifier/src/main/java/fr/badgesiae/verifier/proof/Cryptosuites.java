package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.jsonld.JsonLd;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The supported cryptosuites, by {@code type} and {@code cryptosuite}. */
final class Cryptosuites {
    private static final String DATA_INTEGRITY = "DataIntegrityProof";

    private final Map<String, Cryptosuite> byName;
    private final Map<String, Cryptosuite> byType;

    Cryptosuites(JsonLd jsonLd) {
        RdfHashing rdf = new RdfHashing(jsonLd);
        this.byName = index(List.of(
                new EddsaRdfc2022(rdf),
                new EddsaJcs2022(),
                new EcdsaRdfc2019(rdf),
                new EcdsaJcs2019(),
                new EcdsaSd2023(jsonLd)));
        this.byType = index(List.of(new Ed25519Signature2020(rdf)));
    }

    private static Map<String, Cryptosuite> index(List<Cryptosuite> suites) {
        return suites.stream().collect(Collectors.toUnmodifiableMap(Cryptosuite::name, Function.identity()));
    }

    /** Whether a proof names its suite, as required (vc-data-integrity 2.1). */
    static boolean saysWhich(JsonNode proof) {
        JsonNode type = proof.path("type");
        return !type.isMissingNode()
                && (!DATA_INTEGRITY.equals(type.textValue())
                        || proof.path("cryptosuite").isTextual());
    }

    /** The suite of a proof; empty when it is unsupported. */
    Optional<Cryptosuite> of(JsonNode proof) {
        String type = proof.path("type").asText();
        return Optional.ofNullable(
                type.equals(DATA_INTEGRITY)
                        ? byName.get(proof.path("cryptosuite").asText())
                        : byType.get(type));
    }

    /** Whether a proof covers the JSON text, not its RDF. */
    static boolean signsJson(JsonNode proof) {
        String suite = proof.path("cryptosuite").asText();
        return DATA_INTEGRITY.equals(proof.path("type").asText())
                && (suite.equals(EddsaJcs2022.NAME) || suite.equals(EcdsaJcs2019.NAME));
    }

    /** The name of a proof's suite, for the report. */
    static String nameOf(JsonNode proof) {
        String suite = proof.path("cryptosuite").asText();
        return suite.isEmpty() ? proof.path("type").asText() : suite;
    }
}
