package fr.badgesiae.verifier.ob2.signed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSHeader;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.codec.HttpsAddress;
import fr.badgesiae.verifier.codec.Iso8601Dates;
import fr.badgesiae.verifier.codec.WebAddresses;
import fr.badgesiae.verifier.keys.CryptographicKeys;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.ob2.graph.Published;
import fr.badgesiae.verifier.ob2.signed.IssuerKeys.Listed;
import fr.badgesiae.verifier.ob2.signed.IssuerKeys.State;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.proof.ProtectedHeader;
import fr.badgesiae.verifier.read.CompactJws;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The proof of a signed assertion: a JWS (RFC 7515) by a key that the issuer's published Profile lists and that names the
 * issuer as its owner (ob-2.0 "SignedBadge Verification", steps 4 to 6). {@code creator} selects one of those keys and never
 * adds one.
 */
public final class SignedProof {
    private final CryptographicKeys reader;
    private final BadgeGraph graph;
    private final Instant at;
    private final List<Finding> findings = new ArrayList<>();

    public SignedProof(CryptographicKeys reader, BadgeGraph graph, Instant at) {
        this.reader = reader;
        this.graph = graph;
        this.at = at;
    }

    public CheckResult verify(CompactJws jws) {
        String alg = jws.header().path("alg").asText();
        findings.add(new Finding("proof.alg", alg, "rfc7515 4.1"));
        String hash = HexFormat.of().formatHex(HashAlgorithm.SHA_256.digest().digest(jws.signingInput()));
        findings.add(new Finding("proof.signingInputHash", hash, "rfc7515 5.1"));
        ProtectedHeader header = ProtectedHeader.read(jws.header(), List.of());
        return header instanceof ProtectedHeader.Refused refused
                ? Check.answer(CheckName.PROOF, refused.outcome(), refused.reason(), findings)
                : withKeys(jws, ((ProtectedHeader.Accepted) header).header());
    }

    private CheckResult withKeys(CompactJws jws, JWSHeader header) {
        String issuer = graph.issuerId();
        if (issuer == null) {
            return graph.badgeClass().isEmpty() && graph.badgeClassId() != null
                    ? answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_BADGE_CLASS_UNREACHABLE, graph.badgeClassId())
                    : answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_ISSUER_MISSING);
        }
        Optional<ObjectNode> profile = graph.hostedProfile();
        if (profile.isEmpty()) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_ISSUER_KEYS_UNREACHABLE, issuer);
        }
        IssuerKeys known = new IssuerKeys(graph, reader, issuer, findings);
        String creator = BadgeGraph.idOf(graph.assertion().path("verification").path("creator"));
        boolean lists = !IssuerKeys.entries(profile.get()).isEmpty();
        List<Listed> keys = lists
                ? known.listed(profile.get(), creator)
                : known.onSite(creator).stream().toList();
        if (keys.isEmpty()) {
            return lists
                    ? answer(Outcome.FAILED, ReasonCode.PROOF_KEY_NOT_LISTED_BY_ISSUER)
                    : answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_ISSUER_PUBLISHES_NO_KEYS, issuer);
        }
        return keys.stream()
                .filter(listed -> listed.key()
                        .map(key -> key.verifies(header, jws.signingInput(), jws.signature()))
                        .orElse(false))
                .findFirst()
                .map(listed -> signedBy(listed, lists))
                .orElseGet(() -> noKeyFits(keys, issuer));
    }

    private CheckResult signedBy(Listed listed, boolean lists) {
        findings.add(new Finding("proof.verificationMethod", String.valueOf(listed.id()), "ob-2.0 SignedBadge"));
        findings.add(
                new Finding("proof.keyThumbprint", listed.key().orElseThrow().thumbprint(), "rfc7638 3"));
        if (listed.revoked() != null
                && Iso8601Dates.parse(listed.revoked())
                        .map(since -> !since.isAfter(at))
                        .orElse(true)) {
            return answer(Outcome.FAILED, ReasonCode.PROOF_KEY_REVOKED, listed.revoked());
        }
        String badge = graph.badgeClassId();
        if (badge != null
                && graph.hostedBadgeClass().isEmpty()
                && WebAddresses.web(badge).isPresent()
                && !WebAddresses.sameOrigin(badge, graph.issuerId())) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_BADGE_CLASS_UNREACHABLE, badge);
        }
        List<String> types =
                ParsedCredential.strings(graph.assertion().path("verification").path("type"));
        if (!types.contains("SignedBadge")) {
            return answer(Outcome.WARNING, ReasonCode.PROOF_VERIFICATION_TYPE_DIFFERS, String.join(" ", types));
        }
        return lists
                ? ownership(listed)
                : answer(Outcome.WARNING, ReasonCode.PROOF_OB1_KEY_OF_SITE, String.valueOf(listed.id()));
    }

    private CheckResult ownership(Listed listed) {
        String id = String.valueOf(listed.id());
        Optional<Published> elsewhere = graph.published(listed.id())
                .filter(key -> !WebAddresses.sameResource(withoutFragment(key.id()), withoutFragment(id))
                        || !HttpsAddress.spelled(id).equals(id));
        if (!listed.owned()) {
            return answer(Outcome.WARNING, ReasonCode.PROOF_KEY_OWNER_MISSING, id);
        }
        return elsewhere
                .map(key -> answer(
                        Outcome.WARNING,
                        ReasonCode.PROOF_KEY_ADDRESS_DIFFERS,
                        id,
                        key.found().finalUri().toString()))
                .orElseGet(() -> answer(Outcome.PASSED, ReasonCode.PROOF_VERIFIED));
    }

    private static String withoutFragment(String id) {
        return id.split("#", 2)[0];
    }

    /** The first reason, FAILED before INCONCLUSIVE. */
    private CheckResult noKeyFits(List<Listed> keys, String issuer) {
        if (keys.stream().anyMatch(listed -> listed.state() == State.UNREACHABLE)) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_ISSUER_KEYS_UNREACHABLE, issuer);
        }
        if (keys.stream().anyMatch(listed -> listed.state() == State.UNUSABLE)) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.PROOF_KEY_NOT_USABLE, issuer);
        }
        boolean foreign = keys.stream().allMatch(listed -> listed.state() == State.OWNER_DIFFERS);
        return answer(
                Outcome.FAILED, foreign ? ReasonCode.PROOF_KEY_OWNER_DIFFERS : ReasonCode.PROOF_SIGNATURE_INVALID);
    }

    private CheckResult answer(Outcome outcome, ReasonCode code, String... arguments) {
        return Check.answer(CheckName.PROOF, outcome, code.with(arguments), findings);
    }
}
