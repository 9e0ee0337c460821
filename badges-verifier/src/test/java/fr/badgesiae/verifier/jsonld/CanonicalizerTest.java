package fr.badgesiae.verifier.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.CanonicalForm.Canonical;
import fr.badgesiae.verifier.jsonld.Expansion.Safe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Our canonical names of blank nodes equal those of the library. */
class CanonicalizerTest {
    private static final long SEED = 20261121L;
    private static final int ROUNDS = 2_000;
    private static final List<String> PREDICATES = List.of("urn:p:1", "urn:p:2", "urn:p:\u00e9");
    private static final List<String> LITERALS =
            List.of("", "a", "\"\\\n\r\t\b\f\u0001\u007f", "\u2019\u00e9", "\ud83d\ude00", "_:b0");

    private final Canonicalizer canonicalizer = new Canonicalizer(20_000);
    private final Random random = new Random(SEED);

    @Test
    void everySampleHasTheFormThatTheLibraryGivesIt() throws IOException {
        JsonLd jsonLd = new JsonLd(new BundledContexts());
        int compared = 0;
        for (Sample sample : Samples.all()) {
            if (sample.file().startsWith("valid") && sample.file().endsWith(".json")) {
                if (!(new ObjectMapper().readTree(sample.bytes()) instanceof ObjectNode document)) {
                    continue; // a list, or a text
                }
                document.remove("proof");
                if (jsonLd.expand(document) instanceof Safe safe) {
                    compared += compare(safe.quads(), sample.file()) ? 1 : 0;
                }
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    @Test
    void anyGraphHasTheFormThatTheLibraryGivesIt() {
        int compared = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Quad> quads = graph();
            compared += compare(quads, "seed " + SEED + " round " + round + ": " + quads) ? 1 : 0;
        }
        assertThat(compared).as("graphs of blank nodes that all differ").isGreaterThan(ROUNDS / 10);
    }

    /** RDFC-1.0 4.6.3 step 4. The library sorts by UTF-16, so no other graph here has characters above U+D800. */
    @Test
    void whatIsHashedIsInTheOrderOfCodePoints() {
        List<Quad> quads = List.of(
                new Quad("_:b0", "urn:p:1", "\ud83d\ude00", Iris.XSD + "string", null, null),
                new Quad("_:b0", "urn:p:1", "\uffee", Iris.XSD + "string", null, null),
                new Quad("_:b1", "urn:p:1", "u", Iris.XSD + "string", null, null));
        String first = "_:a <urn:p:1> \"\uffee\" .\n_:a <urn:p:1> \"\ud83d\ude00\" .\n";
        String second = "_:a <urn:p:1> \"u\" .\n";
        boolean before = hex(first).compareTo(hex(second)) < 0;
        assertThat(FirstDegreeCanonicalizer.names(quads, HashAlgorithm.SHA_256))
                .hasValue(Map.of("_:b0", before ? "c14n0" : "c14n1", "_:b1", before ? "c14n1" : "c14n0"));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(HashAlgorithm.SHA_256.hash(text));
    }

    @Test
    void aStatementThatStandsTwiceCountsOnceAndTheOrderOfStatementsNothing() {
        for (int round = 0; round < ROUNDS / 10; round++) {
            List<Quad> quads = graph();
            List<Quad> other = new ArrayList<>(quads);
            other.addAll(quads.subList(0, quads.size() / 2));
            Collections.shuffle(other, random);
            assertThat(form(other)).isEqualTo(form(quads));
        }
    }

    private CanonicalForm form(List<Quad> quads) {
        return canonicalizer.canonicalize(quads, HashAlgorithm.SHA_256, UnaryOperator.identity());
    }

    /** Whether the fast path was used. */
    private boolean compare(List<Quad> quads, String which) {
        for (HashAlgorithm hash : HashAlgorithm.values()) {
            UnaryOperator<String> labels = label -> "x" + label;
            CanonicalForm library = canonicalizer.byLibrary(quads, hash, labels);
            assertThat(canonicalizer.canonicalize(quads, hash, labels))
                    .as(which)
                    .isInstanceOf(Canonical.class)
                    .isEqualTo(library);
        }
        return FirstDegreeCanonicalizer.names(quads, HashAlgorithm.SHA_256)
                .filter(names -> names.size() > 1)
                .isPresent();
    }

    private List<Quad> graph() {
        int blanks = 1 + random.nextInt(5);
        List<Quad> quads = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            Quad quad = random.nextBoolean() ? literal(blanks) : link(blanks);
            List<String> names = new ArrayList<>(List.of(quad.subject()));
            names.add(quad.isObjectNamed() ? quad.object() : "");
            names.add(String.valueOf(quad.graph()));
            names.removeIf(name -> !name.startsWith("_:"));
            // The library counts such a statement twice; JSON-LD can write one only with named blank nodes.
            if (names.size() == new HashSet<>(names).size()) {
                quads.add(quad);
            }
        }
        return quads;
    }

    private Quad literal(int blanks) {
        boolean tagged = random.nextInt(4) == 0;
        String datatype = random.nextBoolean() ? Iris.XSD + "string" : "urn:t:1";
        String text = LITERALS.get(random.nextInt(LITERALS.size()));
        return new Quad(
                name(blanks),
                predicate(),
                text,
                tagged ? Iris.LANG_STRING : datatype,
                tagged ? "fr" : null,
                inGraph(blanks));
    }

    private Quad link(int blanks) {
        return new Quad(name(blanks), predicate(), name(blanks), null, null, inGraph(blanks));
    }

    private String inGraph(int blanks) {
        return random.nextInt(6) == 0 ? name(blanks) : null;
    }

    private String predicate() {
        return PREDICATES.get(random.nextInt(PREDICATES.size()));
    }

    private String name(int blanks) {
        int which = random.nextInt(blanks + 2);
        return which < blanks ? "_:b" + which : "urn:x:" + which + (random.nextInt(4) == 0 ? "\ud83d\ude00" : "");
    }
}
