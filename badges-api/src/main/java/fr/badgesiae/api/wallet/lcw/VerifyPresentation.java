package fr.badgesiae.api.wallet.lcw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.codec.DateTimeStamp;
import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.IssuerDocuments;
import fr.badgesiae.verifier.keys.KeyResolver;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.keys.VerificationRelationship;
import fr.badgesiae.verifier.proof.DataIntegrityProof;
import fr.badgesiae.verifier.proof.IssuerKeyVerifier;
import fr.badgesiae.verifier.proof.ProofResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a presentation by which a wallet proves its key: one {@code Ed25519Signature2020} proof for authentication, by the
 * {@code did:key} that is its holder, over our challenge (vc-data-integrity 2.1, VC Data Model 4.13). Nothing is fetched:
 * contexts are bundled, and the key stands in its DID.
 */
public final class VerifyPresentation {
    /** How far the clock of a phone may be off; what is fresh is told by the challenge. */
    static final Duration CLOCK = Duration.ofHours(24);

    private static final String SUITE = "Ed25519Signature2020";

    private final Clock clock;
    private final JsonLd jsonLd = new JsonLd(new BundledContexts());
    private final Crypto crypto = Crypto.best();
    private final PublicKeys keys = new PublicKeys(crypto);
    private final DataIntegrityProof proofs = new DataIntegrityProof(jsonLd);

    public VerifyPresentation(Clock clock) {
        this.clock = clock;
    }

    /**
     * The proven key; empty when anything is not as asked.
     *
     * @param domain the domain that the proof names; null where it names none
     */
    public Optional<WalletBinding> apply(ObjectNode presentation, String challenge, @Nullable String domain) {
        String holder = presentation.path("holder").asText();
        Instant now = clock.instant();
        if (!(presentation.path("proof") instanceof ObjectNode proof)
                || !holder.startsWith("did:key:")
                || !WalletBinding.accepts(holder)
                || !isPresentation(presentation.path("type"))
                || !isAsked(proof, challenge, domain)
                || !isOf(proof.path("verificationMethod"), holder)
                || !isNear(proof.path("created"), now)) {
            return Optional.empty();
        }
        return verify(presentation, holder, now).proven()
                ? Optional.of(new WalletBinding(WalletKind.LEARNER_CREDENTIAL_WALLET, holder))
                : Optional.empty();
    }

    private ProofResult verify(ObjectNode presentation, String holder, Instant now) {
        KeyResolver resolver = new KeyResolver(
                keys, new IssuerDocuments(Fetcher.offline()), false, VerificationRelationship.AUTHENTICATION);
        ObjectNode unsecured = presentation.deepCopy().without("proof");
        return proofs.verify(
                new DataIntegrityProof.Secured(presentation, () -> jsonLd.expand(unsecured), holder, now),
                new IssuerKeyVerifier(crypto, resolver, now));
    }

    private static boolean isPresentation(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode each : type) {
                if ("VerifiablePresentation".equals(each.textValue())) {
                    return true;
                }
            }
        }
        return "VerifiablePresentation".equals(type.textValue());
    }

    private static boolean isAsked(ObjectNode proof, String challenge, @Nullable String domain) {
        boolean sameDomain = domain == null
                ? !proof.has("domain")
                : domain.equals(proof.path("domain").textValue());
        return SUITE.equals(proof.path("type").textValue())
                && challenge.equals(proof.path("challenge").textValue())
                && sameDomain;
    }

    private static boolean isOf(JsonNode method, String holder) {
        String name = method.textValue();
        return name != null && name.startsWith(holder + "#");
    }

    private static boolean isNear(JsonNode created, Instant now) {
        return DateTimeStamp.parse(created.textValue())
                .filter(at -> Duration.between(at, now).abs().compareTo(CLOCK) <= 0)
                .isPresent();
    }
}
