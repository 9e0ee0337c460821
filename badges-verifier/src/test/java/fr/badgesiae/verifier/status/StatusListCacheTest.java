package fr.badgesiae.verifier.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.FetchResult.Failure;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.check.ProofCheck;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.CredentialReader;
import fr.badgesiae.verifier.read.ReadResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A cached list is used only while its proof, keys and documents are unchanged. */
class StatusListCacheTest {
    private static final Instant AT = Samples.at();
    private static final byte[] LIST = Samples.documents().get("https://badges.example/status/atelier-1");
    private static final String DID = new String(
            Samples.documents().get("https://badges.example/issuers/atelier/did.json"), StandardCharsets.UTF_8);

    private final Check check =
            new ProofCheck(new JsonLd(new BundledContexts()), Crypto.best(), new PublicKeys(Crypto.best()));
    private final StatusListCache memory = new StatusListCache();

    @Test
    void aProvenListIsRecalledWhileItsIssuersDocumentIsTheSame() {
        assertThat(prove(DID, AT)).isEqualTo(Outcome.PASSED);
        assertThat(recalls(serving(DID), AT)).isTrue();
        assertThat(recalls(serving(DID), AT.plusSeconds(60))).isTrue();
    }

    @Test
    void anotherDocumentOfTheIssuerMakesItForget() {
        prove(DID, AT);
        assertThat(recalls(serving(DID + " "), AT)).isFalse();
        assertThat(recalls(serving(changed(method -> method.put("revoked", "2026-10-01T00:00:00Z"))), AT))
                .isFalse();
    }

    @Test
    void aDocumentThatIsGoneOrAnOldCopyOfItMakesItForget() {
        prove(DID, AT);
        assertThat(recalls((uri, limits) -> new FetchResult.Failed(Failure.GONE, ""), AT))
                .isFalse();
        assertThat(recalls((uri, limits) -> new FetchResult.Fetched(uri, "", bytes(DID), false, true), AT))
                .isFalse();
    }

    @Test
    void nothingIsRecalledOfTheTimeBefore() {
        prove(DID, AT);
        assertThat(recalls(serving(DID), AT.minusSeconds(1))).isFalse();
    }

    @Test
    void aKeyThatIsToBeRevokedLaterIsNeverRememberedAndFailsThen() {
        String later =
                changed(method -> method.put("revoked", AT.plusSeconds(3600).toString()));
        assertThat(prove(later, AT)).isEqualTo(Outcome.PASSED);
        assertThat(recalls(serving(later), AT)).isFalse();
        assertThat(prove(later, AT.plusSeconds(3601))).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aKeyThatIsToExpireLaterIsNeverRemembered() {
        String later =
                changed(method -> method.put("expires", AT.plusSeconds(3600).toString()));
        prove(later, AT);
        assertThat(recalls(serving(later), AT)).isFalse();
    }

    @Test
    void aProofThatDoesNotHoldIsNeverRemembered() {
        assertThat(prove(changed(method -> method.put("revoked", "2020-01-01T00:00:00Z")), AT))
                .isEqualTo(Outcome.FAILED);
        assertThat(recalls(serving(changed(method -> method.put("revoked", "2020-01-01T00:00:00Z"))), AT))
                .isFalse();
    }

    @Test
    void aListWhoseOwnProofExpiresLaterOrWithAContextOfSomebodyElsesIsNeverRemembered() {
        assertThat(remembers(list -> {})).isTrue();
        assertThat(remembers(list -> ((ObjectNode) list.get("proof"))
                        .put("expires", AT.plusSeconds(3600).toString())))
                .isFalse();
        assertThat(remembers(list -> list.withArray("/@context").add("https://mots.example/context")))
                .isFalse();
        assertThat(remembers(list -> list.withArray("/@context").addObject().put("a", "https://a.example/")))
                .isFalse();
    }

    /** Whether a list with this proof result is cached. */
    private boolean remembers(Consumer<ObjectNode> change) {
        ObjectNode list = ReferenceData.parse(new String(LIST, StandardCharsets.UTF_8));
        change.accept(list);
        VerificationContext context = context(serving(DID), AT);
        String sha256 = Sha256.hex(bytes(list.toString()));
        memory.prove(new Proven(), sha256, CredentialReader.read(bytes(list.toString())), context);
        return memory.recall(sha256, context).isPresent();
    }

    /** Accepts every proof. */
    private static final class Proven implements Check {
        @Override
        public CheckName name() {
            return CheckName.PROOF;
        }

        @Override
        public CheckResult run(VerificationContext context) {
            return Check.answer(name(), Outcome.PASSED, ReasonCode.PROOF_VERIFIED.with());
        }
    }

    private Outcome prove(String did, Instant at) {
        ReadResult reading = CredentialReader.read(LIST);
        return memory.prove(check, Sha256.hex(LIST), reading, context(serving(did), at))
                .outcome();
    }

    private boolean recalls(Fetcher fetcher, Instant at) {
        return memory.recall(Sha256.hex(LIST), context(fetcher, at)).isPresent();
    }

    private static VerificationContext context(Fetcher fetcher, Instant at) {
        return new VerificationContext(CredentialReader.read(LIST), VerificationPolicy.at(at, fetcher), fetcher);
    }

    private static Fetcher serving(String did) {
        return (uri, limits) -> new FetchResult.Fetched(uri, "", bytes(did), false, false);
    }

    private static String changed(Consumer<ObjectNode> change) {
        ObjectNode document = ReferenceData.parse(DID);
        document.path("verificationMethod").forEach(method -> change.accept((ObjectNode) method));
        return document.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
