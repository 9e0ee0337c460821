package fr.badgesiae.verifier.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLdError;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parsers of JSON-LD and writers of RDF. */
public final class JsonLdTargets {
    private static final Pattern STATEMENT = Pattern.compile("(<[^<>\"{}|^`\\\\\\x00-\\x20]*>|_:c14n\\d+) "
            + "<[^<>\"{}|^`\\\\\\x00-\\x20]*> "
            + "(<[^<>\"{}|^`\\\\\\x00-\\x20]*>|_:c14n\\d+|\"(?:[^\"\\\\\\n\\r]|\\\\[tbnrf\"\\\\]|\\\\u[0-9A-F]{4})*+\""
            + "(\\^\\^<[^<>\"{}|^`\\\\\\x00-\\x20]*>|@[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)?)"
            + "( (<[^<>\"{}|^`\\\\\\x00-\\x20]*>|_:c14n\\d+))? \\.");
    private static final JsonLd JSON_LD = new JsonLd(new BundledContexts());

    private JsonLdTargets() {}

    /** All of them. */
    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.json(
                        "json-ld",
                        badges(),
                        JsonLdTargets::expand,
                        JsonLd.class,
                        InputScan.class,
                        RdfWriter.class,
                        JakartaJson.class,
                        WithoutNulls.class,
                        NQuadLines.class,
                        Canonicalizer.class,
                        FirstDegreeCanonicalizer.class,
                        DroppedValue.class),
                FuzzTarget.json(
                        "plain-expansion",
                        badges(),
                        JsonLdTargets::compare,
                        FastPathExpansion.class,
                        ActiveContext.class,
                        TermDefinition.class),
                FuzzTarget.text(
                        "language-tag",
                        List.of("fr", "fr-FR", "zh-Hant-TW", "x-a"),
                        List.of("-", "é", " ", "123456789"),
                        JsonLdTargets::literal,
                        Literal.class),
                FuzzTarget.text(
                        "iri",
                        List.of("https://a.example/é?x#y", "urn:uuid:1", "did:web:a"),
                        List.of(":", " ", "<", "\\", "_:", "\u0000", "#"),
                        JsonLdTargets::iri,
                        Iris.class));
    }

    /** Safe input is written as N-Quads: one statement a line, in order, without duplicates. */
    private static void expand(ObjectNode document) {
        Expansion expansion = JSON_LD.expand(document);
        if (expansion instanceof Expansion.Refused refused) {
            assertThat(refused.detail().length()).isLessThanOrEqualTo(200);
        } else if (JSON_LD.canonicalize((Expansion.Safe) expansion, HashAlgorithm.SHA_256)
                instanceof CanonicalForm.Canonical canonical) {
            List<String> lines = canonical.nquads().lines().toList();
            assertThat(lines)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allMatch(line -> STATEMENT.matcher(line).matches());
            assertThat(lines.size())
                    .isLessThanOrEqualTo(((Expansion.Safe) expansion).quads().size());
        }
    }

    /** The fast path gives the result of the whole algorithm, or is not used. */
    private static void compare(ObjectNode document) {
        ObjectNode body = document.without("proof");
        Optional<List<Quad>> plain;
        try {
            plain = JSON_LD.expandPlain(body);
        } catch (JsonLdError | RefusedException | IllegalArgumentException | ClassCastException e) {
            return;
        }
        plain.ifPresent(quads -> assertThat(whole(body)).contains(new Expansion.Safe(quads)));
    }

    private static Optional<Expansion> whole(ObjectNode document) {
        try {
            return Optional.of(JSON_LD.expandWhole(document));
        } catch (JsonLdError | RefusedException | IllegalArgumentException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static void literal(String text) {
        JsonObject value = JsonProvider.provider()
                .createObjectBuilder()
                .add("@value", text)
                .add("@language", text)
                .build();
        try {
            assertThat(Literal.of(value).language()).isEqualTo(text).matches("[A-Za-z0-9-]+");
        } catch (RefusedException e) {
            assertThat(e.refusal().problem()).isEqualTo(Expansion.Problem.VALUE_DROPPED);
        }
    }

    private static void iri(String text) {
        assertThat(Iris.isAbsolute(text) && !text.contains(":")).isFalse();
    }

    private static List<byte[]> badges() {
        return Samples.all().stream()
                .filter(sample -> sample.file().endsWith(".json") && sample.bytes().length < 20_000)
                .map(Sample::bytes)
                .filter(bytes -> FuzzTarget.object(bytes).isPresent())
                .toList();
    }
}
