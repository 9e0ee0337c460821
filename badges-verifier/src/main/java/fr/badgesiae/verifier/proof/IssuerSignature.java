package fr.badgesiae.verifier.proof;

import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.proof.KeyListing.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether a signature is by a key that the issuer lists. The key a proof names is only a hint: what counts is that a key on the
 * issuer's own list made the signature. One for each judgement.
 */
public final class IssuerSignature {
    private static final int MAX_TRIES = 30;

    private final Crypto crypto;
    private final KeyResolver resolver;
    private final Instant at;

    public IssuerSignature(Crypto crypto, KeyResolver resolver, Instant at) {
        this.crypto = crypto;
        this.resolver = resolver;
        this.at = at;
    }

    /** What the keys are looked for. */
    KeyPurpose purpose() {
        return resolver.purpose();
    }

    /**
     * A signature and who is said to have made it.
     *
     * @param issuerId the issuer's id in the signed document
     * @param keyName the key that the proof names, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a signature check; never compared
    record Claim(String issuerId, String keyName, AllowedAlgorithms algorithm, byte[] data, byte[] signature) {}

    ProofResult judge(Claim claim) {
        if (claim.issuerId() == null) {
            return ProofResult.inconclusive(ReasonCode.PROOF_ISSUER_MISSING, List.of());
        }
        List<Finding> findings = new ArrayList<>();
        List<KeyListing> seen = new ArrayList<>();
        boolean outOfReach = false;
        for (Place place : places(claim)) {
            KeyListing listing = place.keys().get();
            seen.add(listing);
            outOfReach |= place.mayHoldNamed() && listing.state() == State.UNREACHABLE;
            findings.addAll(listing.findings());
            Optional<ProofResult> answer = tryAll(claim, listing);
            if (answer.isPresent()) {
                return answer.get().after(findings);
            }
        }
        return noKeyFits(claim, seen, outOfReach).after(findings);
    }

    /** Whether every statement shown is signed by the key that the issuer's signature covers (vc-di-ecdsa 3.6.9). */
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

    /**
     * A place where an issuer lists keys.
     *
     * @param mayHoldNamed whether the key that the proof names could be there, judging by its address
     */
    private record Place(Supplier<KeyListing> keys, boolean mayHoldNamed) {}

    /** Asked in turn, until one answers. */
    private List<Place> places(Claim claim) {
        String issuer = claim.issuerId();
        String name = claim.keyName();
        if (issuer.startsWith("did:")) {
            return List.of(new Place(() -> resolver.ofDid(issuer), true));
        }
        boolean inDocument = name == null || name.startsWith(issuer + "#");
        boolean under = name != null && name.startsWith(issuer + "/");
        List<Place> places = new ArrayList<>();
        places.add(new Place(() -> resolver.ofDocument(issuer), inDocument));
        if (under) {
            places.add(new Place(() -> resolver.ofKeyUnder(issuer, name), true));
        }
        boolean beside = name == null || (!inDocument && !under && name.startsWith(originOf(issuer) + "/"));
        places.add(new Place(() -> resolver.ofAuthority(issuer), beside));
        return places;
    }

    /** Scheme and authority of an address. */
    private static String originOf(String address) {
        int path = address.indexOf('/', address.indexOf("://") + 3);
        return path < 0 ? address : address.substring(0, path);
    }

    private Optional<ProofResult> tryAll(Claim claim, KeyListing listing) {
        List<ListedKey> named = listing.keys().stream()
                .filter(key -> key.owned() && key.isNamed(claim.keyName()))
                .toList();
        // A proof that names a listed key is by that key or by none; a name that nothing bears is only a hint.
        List<ListedKey> fitting = (named.isEmpty() ? listing.keys() : named)
                .stream()
                        .filter(listed -> listed.key() != null
                                && listed.key().type() == claim.algorithm().keyType())
                        .limit(MAX_TRIES)
                        .toList();
        for (ListedKey listed : fitting) {
            if (crypto.verify(claim.algorithm(), listed.key(), claim.data(), claim.signature())) {
                return Optional.of(made(listed));
            }
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(namedDoesNotFit(named));
    }

    /** The issuer lists the key that the proof names: either it did not sign, or we cannot tell. */
    private static ProofResult namedDoesNotFit(List<ListedKey> named) {
        if (named.stream().anyMatch(key -> key.key() != null)) {
            return ProofResult.failed(ReasonCode.PROOF_SIGNATURE_INVALID, List.of());
        }
        String id = named.get(0).id();
        return named.stream().allMatch(ListedKey::tooShort)
                ? ProofResult.failed(ReasonCode.PROOF_KEY_TOO_SHORT, List.of(), id)
                : ProofResult.inconclusive(ReasonCode.PROOF_KEY_NOT_EXAMINED, List.of(), id);
    }

    private ProofResult made(ListedKey listed) {
        List<Finding> findings = List.of(
                new Finding("proof.key", listed.id(), "cid 2.2"),
                new Finding("proof.keyThumbprint", listed.key().thumbprint(), "rfc7638"));
        if (listed.revoked() != null && !listed.revoked().isAfter(at)) {
            return ProofResult.failed(
                    ReasonCode.PROOF_KEY_REVOKED, findings, listed.revoked().toString());
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
        List<ListedKey> own = seen.stream()
                .flatMap(listing -> listing.keys().stream())
                .filter(ListedKey::owned)
                .toList();
        if (!own.isEmpty()) {
            return noneOf(own, claim, outOfReach);
        }
        if (seen.stream().anyMatch(listing -> listing.state() == State.UNREACHABLE)) {
            return ProofResult.inconclusive(ReasonCode.PROOF_ISSUER_KEYS_UNREACHABLE, List.of(), claim.issuerId());
        }
        if (seen.get(0).state() == State.UNSUPPORTED) {
            return ProofResult.inconclusive(ReasonCode.PROOF_ISSUER_ID_NOT_RESOLVABLE, List.of(), claim.issuerId());
        }
        return ProofResult.inconclusive(ReasonCode.PROOF_ISSUER_PUBLISHES_NO_KEYS, List.of(), claim.issuerId());
    }

    private ProofResult noneOf(List<ListedKey> own, Claim claim, boolean outOfReach) {
        // Another name for a listed key: then the key is right and the signature is not.
        Optional<VerificationKey> meant = Optional.ofNullable(claim.keyName()).flatMap(resolver::named);
        boolean listed = meant.isPresent()
                && own.stream().anyMatch(key -> key.key() != null && key.key().same(meant.get()));
        if (listed) {
            return ProofResult.failed(ReasonCode.PROOF_SIGNATURE_INVALID, List.of());
        }
        if (outOfReach) {
            return ProofResult.inconclusive(ReasonCode.PROOF_ISSUER_KEYS_UNREACHABLE, List.of(), claim.issuerId());
        }
        List<ListedKey> unread = own.stream().filter(key -> key.key() == null).toList();
        // Without a name the key may be any of those that we cannot read.
        return claim.keyName() == null && !unread.isEmpty()
                ? namedDoesNotFit(unread)
                : ProofResult.failed(ReasonCode.PROOF_KEY_NOT_LISTED_BY_ISSUER, List.of());
    }
}
