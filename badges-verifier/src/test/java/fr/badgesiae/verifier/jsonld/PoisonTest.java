package fr.badgesiae.verifier.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.CanonicalForm.Canonical;
import fr.badgesiae.verifier.jsonld.CanonicalForm.TooMuchWork;
import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import fr.badgesiae.verifier.jsonld.Expansion.Refused;
import fr.badgesiae.verifier.jsonld.Expansion.Safe;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Documents made to use unbounded processor time: each stops at a fixed count. */
class PoisonTest {
    private static final String CONTEXT = "\"@context\":[\"https://www.w3.org/ns/credentials/v2\","
            + "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"]";
    private final AtomicInteger lookups = new AtomicInteger();
    private final BundledContexts bundled = new BundledContexts();
    private final JsonLd jsonLd = new JsonLd(url -> {
        lookups.incrementAndGet();
        return bundled.find(url);
    });

    @Test
    void manyBlankNodesThatLookAlikeEndAtTheBound() {
        assertThat(canonicalized(nested(3, 3))).isInstanceOf(Canonical.class);
        assertThat(canonicalized(nested(7, 7))).isInstanceOf(TooMuchWork.class);
        assertThat(canonicalized(nested(7, 7))).isInstanceOf(TooMuchWork.class);
    }

    @Test
    void theBoundCountsStepsAndNothingElse() {
        Safe small = (Safe) jsonLd.expand(nested(3, 3));
        assertThat(new Canonicalizer(2).canonicalize(small.quads(), HashAlgorithm.SHA_256, UnaryOperator.identity()))
                .isInstanceOf(TooMuchWork.class);
        assertThat(new Canonicalizer(10_000)
                        .canonicalize(small.quads(), HashAlgorithm.SHA_256, UnaryOperator.identity()))
                .isInstanceOf(Canonical.class);
    }

    @Test
    void aThousandDistinctBlankNodesAreStillCanonicalized() {
        StringBuilder results = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            results.append(i == 0 ? "" : ",")
                    .append("{\"type\":[\"Result\"],\"value\":\"")
                    .append(i)
                    .append("\"}");
        }
        assertThat(canonicalized(badge("\"result\":[" + results + "]"))).isInstanceOf(Canonical.class);
    }

    @Test
    void moreObjectsTypesOrContextsThanAnyBadgeHoldsAreTooMuchWork() {
        assertThat(work(badge("\"result\":[" + times("{\"type\":\"Result\",\"value\":\"A\"}", 5_001) + "]")))
                .isEqualTo("objects");
        assertThat(work(badge("\"result\":[{\"type\":[" + times("\"Result\"", 21) + "],\"value\":\"A\"}]")))
                .isEqualTo("types");
        String twenty = "{\"type\":[" + times("\"Result\"", 20) + "],\"value\":\"A\"}";
        assertThat(work(badge("\"result\":[" + times(twenty, 301) + "]"))).isEqualTo("types");
        assertThat(work(badge(
                        "\"result\":[" + times("{" + CONTEXT + ",\"type\":\"Result\",\"value\":\"A\"}", 33) + "]")))
                .isEqualTo("contexts");
    }

    @Test
    void whatIsTooMuchWorkIsRefusedBeforeAnyContextIsProcessed() {
        int before = lookups.get();
        assertThat(work(badge("\"result\":[{\"type\":[" + times("\"Result\"", 100_000) + "],\"value\":\"A\"}]")))
                .isEqualTo("types");
        assertThat(lookups.get() - before).isLessThan(10);
    }

    @Test
    void aContextIsLookedUpForProcessingOnlyOnceHoweverManyDocumentsNameIt() {
        jsonLd.expand(badge("\"result\":[]"));
        int first = lookups.get();
        for (int i = 0; i < 100; i++) {
            jsonLd.expand(badge("\"result\":[]"));
        }
        assertThat(lookups.get() - first).isZero();
    }

    private CanonicalForm canonicalized(ObjectNode document) {
        return jsonLd.canonicalize((Safe) jsonLd.expand(document), HashAlgorithm.SHA_256);
    }

    private String work(ObjectNode document) {
        Refused refused = (Refused) jsonLd.expand(document);
        assertThat(refused.problem()).isEqualTo(Problem.TOO_MUCH_WORK);
        return refused.detail();
    }

    private static ObjectNode nested(int outer, int inner) {
        String alignments = times("{\"type\":[\"Alignment\"],\"targetName\":\"A\"}", inner);
        return badge("\"result\":[" + times("{\"type\":[\"Result\"],\"alignment\":[" + alignments + "]}", outer) + "]");
    }

    private static ObjectNode badge(String subject) {
        return ReferenceData.parse("{" + CONTEXT + ",\"id\":\"urn:x:1\",\"type\":[\"VerifiableCredential\"],"
                + "\"issuer\":\"did:example:1\",\"credentialSubject\":{\"type\":[\"AchievementSubject\"]," + subject
                + "}}");
    }

    private static String times(String text, int count) {
        return String.join(",", Collections.nCopies(count, text));
    }
}
