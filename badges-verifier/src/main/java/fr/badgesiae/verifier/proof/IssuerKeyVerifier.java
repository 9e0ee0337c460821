package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.WebAddresses;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.ControllerDocument;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.KeyListing;
import fr.badgesiae.verifier.keys.KeyListing.State;
import fr.badgesiae.verifier.keys.KeyReference;
import fr.badgesiae.verifier.keys.KeyResolver;
import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.VerificationKey;
import fr.badgesiae.verifier.keys.VerificationMethod;
import fr.badgesiae.verifier.keys.VerificationMethod.Owner;
import fr.badgesiae.verifier.keys.VerificationRelationship;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that a signature is by a key that the issuer lists. Only the issuer's own list counts and, when the proof
 * references a key, only that key. One for each verification.
 */
public final class IssuerKeyVerifier {
    private static final int MAX_TRIES = 30;

    private final Crypto crypto;
    private final KeyResolver resolver;
    private final Instant at;

    public IssuerKeyVerifier(Crypto crypto, KeyResolver resolver, Instant at) {
        this.crypto = crypto;
        this.resolver = resolver;
        this.at = at;
    }

    /** The verification relationship of the keys. */
    VerificationRelationship purpose() {
        return resolver.purpose();
    }

    /** Whether a signature that is no JWS verifies. */
    Predicate<VerificationKey> over(AllowedAlgorithms algorithm, byte[] data, byte[] signature) {
        return key -> crypto.verify(algorithm, key, data, signature);
    }

    /** The embedded key of a header; empty when its type is unsupported. */
    Optional<VerificationKey> shown(JsonNode jwk) {
        return resolver.shown(jwk);
    }

    /**
     * Verifies one signature.
     *
     * @param issuerId the claimed issuer: its id in the signed document, if any
     * @param key the proof's reference to the key
     * @param type the only key type of the algorithm
     * @param isBy whether the signature verifies with a key of this type
     */
    ProofResult verify(@Nullable String issuerId, KeyReference key, KeyType type, Predicate<VerificationKey> isBy) {
        return issuerId == null
                ? ProofResult.inconclusive(ReasonCode.PROOF_ISSUER_MISSING, List.of())
                : verify(new Claim(issuerId, key, type, isBy));
    }

    private record Claim(String issuerId, KeyReference key, KeyType type, Predicate<VerificationKey> isBy) {}

    private ProofResult verify(Claim claim) {
        List<Finding> findings = new ArrayList<>();
        List<KeyListing> seen = new ArrayList<>();
        boolean outOfReach = false;
        Optional<VerificationMethod> signer = Optional.empty();
        for (Place place : places(claim)) {
            KeyListing listing = place.keys().get();
            seen.add(listing);
            outOfReach |= place.mayHoldNamed() && listing.state() == State.UNREACHABLE;
            findings.addAll(listing.findings());
            Optional<ProofResult> answer = byName(claim, listing);
            if (answer.isPresent()) {
                return answer.get().after(findings);
            }
            signer = signer.or(() -> signer(claim, listing.keys()));
            if (signer.isPresent() && meaning(claim, signer.get()) == Meaning.SAME) {
                return made(signer.get()).after(findings);
            }
        }
        ProofResult result =
                signer.isPresent() ? underAnotherName(claim, signer.get()) : noKeyFits(claim, seen, outOfReach);
        return result.after(findings);
    }

    /** Whether each disclosed statement is signed by the key that the issuer's signature covers (vc-di-ecdsa 3.6.9). */
    boolean coversAll(Cryptosuite.Disclosed disclosed) {
        Optional<VerificationKey> key = resolver.multikey(disclosed.multikey());
        if (key.isEmpty()
                || disclosed.statements().size() != disclosed.signatures().size()) {
            return false;
        }
        for (int i = 0; i < disclosed.statements().size(); i++) {
            byte[] statement = disclosed.statements().get(i).getBytes(StandardCharsets.UTF_8);
            if (!crypto.verify(
                    AllowedAlgorithms.ES256,
                    key.get(),
                    statement,
                    disclosed.signatures().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A location where an issuer lists keys; whether the referenced key could be there, by its URL. */
    private record Place(Supplier<KeyListing> keys, boolean mayHoldNamed) {}

    /** The locations in order; the first with an answer counts. */
    private List<Place> places(Claim claim) {
        String issuer = claim.issuerId();
        String name = claim.key().name();
        if (issuer.startsWith("did:")) {
            return List.of(new Place(() -> resolver.ofDid(issuer), true));
        }
        String under = name != null && name.startsWith(issuer + "/") ? name : null;
        boolean inDocument = name == null || name.startsWith(issuer + "#");
        List<Place> places = new ArrayList<>();
        places.add(new Place(() -> resolver.ofDocument(issuer), inDocument));
        if (under != null) {
            places.add(new Place(() -> resolver.ofKeyUnder(issuer, under), true));
        }
        boolean beside = name == null || (!inDocument && under == null && WebAddresses.sameOrigin(name, issuer));
        places.add(new Place(() -> resolver.ofAuthority(issuer), beside));
        return places;
    }

    private Optional<VerificationMethod> signer(Claim claim, List<VerificationMethod> among) {
        return candidates(claim, among)
                .limit(MAX_TRIES)
                .filter(listed -> claim.isBy().test(Objects.requireNonNull(listed.key())))
                .findFirst();
    }

    private static Stream<VerificationMethod> candidates(Claim claim, List<VerificationMethod> among) {
        return among.stream().filter(listed -> {
            VerificationKey key = listed.key();
            return key != null && key.type() == claim.type() && claim.key().mayBe(key);
        });
    }

    /** Whether the listing may have further keys than those that were tried. */
    private static boolean hasUntried(Claim claim, List<VerificationMethod> listed) {
        return listed.size() >= ControllerDocument.MAX_METHODS
                || candidates(claim, listed).count() > MAX_TRIES;
    }

    /** Where a listing has the referenced key, only that key counts. */
    private Optional<ProofResult> byName(Claim claim, KeyListing listing) {
        List<VerificationMethod> named = listing.keys().stream()
                .filter(key -> key.isNamed(claim.key().name()))
                .toList();
        Optional<VerificationMethod> signer = signer(claim, named);
        if (signer.isPresent()) {
            return Optional.of(made(signer.get()));
        }
        List<VerificationMethod> own =
                named.stream().filter(VerificationMethod::owned).toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(namedDoesNotFit(own));
    }

    /** What the reference resolves to, beside the listed key of the signature. */
    private enum Meaning {
        SAME,
        OTHER,
        NOT_THERE,
        NO_DOCUMENT
    }

    private Meaning meaning(Claim claim, VerificationMethod signer) {
        String name = claim.key().name();
        if (name == null || name.equals(claim.issuerId())) {
            return Meaning.SAME; // any key of the issuer
        }
        Optional<VerificationKey> named = resolver.named(name);
        if (named.isPresent()) {
            return named.get().same(Objects.requireNonNull(signer.key())) ? Meaning.SAME : Meaning.OTHER;
        }
        return resolver.at(name).keys().isEmpty() ? Meaning.NO_DOCUMENT : Meaning.NOT_THERE;
    }

    /** A key of the issuer signed, and the proof references it differently (cid 3.3, rfc7515 4.1.4). */
    private ProofResult underAnotherName(Claim claim, VerificationMethod signer) {
        KeyReference key = claim.key();
        Meaning meaning = meaning(claim, signer);
        boolean another =
                meaning == Meaning.OTHER || (meaning == Meaning.NOT_THERE && key.kind() != KeyReference.Kind.BARE_KID);
        if (another) {
            return ProofResult.failed(ReasonCode.PROOF_KEY_NOT_LISTED_BY_ISSUER, List.of());
        }
        if (key.kind() == KeyReference.Kind.METHOD) {
            return ProofResult.inconclusive(
                    ReasonCode.PROOF_ISSUER_KEYS_UNREACHABLE, List.of(), String.valueOf(key.name()));
        }
        ProofResult made = made(signer);
        return made.outcome() == Outcome.PASSED
                ? ProofResult.of(
                        Outcome.WARNING, ReasonCode.PROOF_KEY_NAME_UNKNOWN, made.findings(), String.valueOf(key.name()))
                : made;
    }

    /** The issuer lists the referenced key: it did not sign, or its form is unsupported. */
    private static ProofResult namedDoesNotFit(List<VerificationMethod> named) {
        if (named.stream().anyMatch(key -> key.key() != null)) {
            return ProofResult.failed(ReasonCode.PROOF_SIGNATURE_INVALID, List.of());
        }
        String id = named.get(0).id();
        return named.stream().allMatch(VerificationMethod::tooShort)
                ? ProofResult.failed(ReasonCode.PROOF_KEY_TOO_SHORT, List.of(), id)
                : ProofResult.inconclusive(ReasonCode.PROOF_KEY_NOT_EXAMINED, List.of(), id);
    }

    private ProofResult made(VerificationMethod listed) {
        List<Finding> findings = List.of(
                new Finding("proof.key", listed.id(), "cid 2.2"),
                new Finding(
                        "proof.keyThumbprint",
                        Objects.requireNonNull(listed.key()).thumbprint(),
                        "rfc7638"));
        if (listed.revoked() != null && !listed.revoked().isAfter(at)) {
            return ProofResult.failed(
                    ReasonCode.PROOF_KEY_REVOKED, findings, listed.revoked().toString());
        }
        if (listed.expires() != null && !listed.expires().isAfter(at)) {
            return ProofResult.failed(
                    ReasonCode.PROOF_KEY_EXPIRED, findings, listed.expires().toString());
        }
        if (listed.owner() == Owner.ANOTHER) {
            return ProofResult.failed(ReasonCode.PROOF_KEY_OWNER_DIFFERS, findings);
        }
        if (!listed.fitting()) {
            return ProofResult.failed(purpose().otherwise(), findings);
        }
        if (!listed.owned()) {
            return ProofResult.of(Outcome.WARNING, ReasonCode.PROOF_KEY_OF_AUTHORITY_ONLY, findings);
        }
        return ProofResult.of(Outcome.PASSED, ReasonCode.PROOF_VERIFIED, findings);
    }

    private ProofResult noKeyFits(Claim claim, List<KeyListing> seen, boolean outOfReach) {
        List<VerificationMethod> own = seen.stream()
                .flatMap(listing -> listing.keys().stream())
                .filter(VerificationMethod::owned)
                .toList();
        if (!own.isEmpty()) {
            ProofResult result = noneOf(own, claim, outOfReach);
            boolean another = ReasonCode.PROOF_KEY_NOT_LISTED_BY_ISSUER.is(result.reason());
            return another && seen.stream().anyMatch(listing -> hasUntried(claim, listing.keys()))
                    ? ProofResult.inconclusive(ReasonCode.PROOF_ISSUER_LISTS_TOO_MANY_KEYS, List.of(), claim.issuerId())
                    : result;
        }
        if (seen.stream().anyMatch(listing -> listing.state() == State.UNREACHABLE)) {
            return ProofResult.inconclusive(ReasonCode.PROOF_ISSUER_KEYS_UNREACHABLE, List.of(), claim.issuerId());
        }
        if (seen.get(0).state() == State.UNSUPPORTED) {
            return ProofResult.inconclusive(ReasonCode.PROOF_ISSUER_ID_NOT_RESOLVABLE, List.of(), claim.issuerId());
        }
        return ProofResult.inconclusive(ReasonCode.PROOF_ISSUER_PUBLISHES_NO_KEYS, List.of(), claim.issuerId());
    }

    private ProofResult noneOf(List<VerificationMethod> own, Claim claim, boolean outOfReach) {
        // The reference is another name of a listed key: the key is right and the signature is not.
        Optional<VerificationKey> meant = Optional.ofNullable(claim.key().shown())
                .or(() -> Optional.ofNullable(claim.key().name()).flatMap(resolver::named));
        boolean listed = meant.isPresent()
                && own.stream().anyMatch(key -> key.key() != null && key.key().same(meant.get()));
        if (listed) {
            return ProofResult.failed(ReasonCode.PROOF_SIGNATURE_INVALID, List.of());
        }
        if (outOfReach) {
            return ProofResult.inconclusive(ReasonCode.PROOF_ISSUER_KEYS_UNREACHABLE, List.of(), claim.issuerId());
        }
        List<VerificationMethod> unread =
                own.stream().filter(key -> key.key() == null).toList();
        // Without a reference the key may be any of the unsupported ones.
        return claim.key().isUnsaid() && !unread.isEmpty()
                ? namedDoesNotFit(unread)
                : ProofResult.failed(ReasonCode.PROOF_KEY_NOT_LISTED_BY_ISSUER, List.of());
    }
}
