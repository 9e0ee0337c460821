package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.IssuerDocuments;
import fr.badgesiae.verifier.keys.KeyResolver;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.keys.VerificationRelationship;
import fr.badgesiae.verifier.read.CompactJws;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.read.Presentation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that a presentation is signed by its holder, with a key listed for authentication (VC Data Model 2.0, 4.13;
 * vc-data-integrity 2.1; VC JOSE COSE 3.2). The result is about who presents the badge, never about the badge.
 */
public final class PresentationProof {
    private static final String SPEC = "vc-data-model-2.0 4.13";
    private static final int MAX_TEXT = 200;

    private final JsonLd jsonLd;
    private final Crypto crypto;
    private final PublicKeys keys;
    private final DataIntegrityProof embedded;
    private final JwsProof jws = new JwsProof();

    public PresentationProof(JsonLd jsonLd, Crypto crypto, PublicKeys keys) {
        this.jsonLd = jsonLd;
        this.crypto = crypto;
        this.keys = keys;
        this.embedded = new DataIntegrityProof(jsonLd);
    }

    /**
     * The result for one presentation.
     *
     * @param caution the warning about its signature; empty when there is no signature, or it verifies
     */
    public record Answer(Optional<ReasonCode> caution, List<Finding> findings) {}

    /** Verifies one of the presentations around a credential. */
    public Answer examine(
            Presentation presentation,
            ParsedCredential credential,
            IssuerDocuments documents,
            VerificationPolicy policy) {
        List<Finding> findings = new ArrayList<>(said(presentation, credential));
        if (!presentation.isSigned()) {
            return new Answer(Optional.empty(), findings);
        }
        if (policy.expired().getAsBoolean()) {
            return new Answer(Optional.of(ReasonCode.FORMAT_PRESENTATION_SIGNATURE_NOT_EXAMINED), findings);
        }
        ProofResult result = verify(presentation, documents, policy);
        if (result.proven() && lapsed(presentation, policy.at())) {
            result = new ProofResult(Outcome.FAILED, ReasonCode.PROOF_EXPIRED.with(), result.findings());
        }
        String value = result.outcome() + " " + result.reason().code();
        findings.add(new Finding("format.presentationProof", value, "vc-data-integrity 2.1"));
        findings.addAll(result.findings());
        if (result.proven()) {
            return new Answer(Optional.empty(), findings);
        }
        ReasonCode caution = result.outcome() == Outcome.FAILED
                ? ReasonCode.FORMAT_PRESENTATION_SIGNATURE_INVALID
                : ReasonCode.FORMAT_PRESENTATION_SIGNATURE_NOT_EXAMINED;
        return new Answer(Optional.of(caution), findings);
    }

    private ProofResult verify(Presentation presentation, IssuerDocuments documents, VerificationPolicy policy) {
        KeyResolver resolver =
                new KeyResolver(keys, documents, policy.allowLoopback(), VerificationRelationship.AUTHENTICATION);
        IssuerKeyVerifier signatures = new IssuerKeyVerifier(crypto, resolver, policy.at());
        @Nullable String holder = presentation.holder().orElse(null);
        return presentation.jws().isPresent()
                ? jws.verify(secured(presentation, presentation.jws().get(), holder), signatures)
                : embedded.verify(embedded(presentation, holder, policy.at()), signatures);
    }

    private DataIntegrityProof.Secured embedded(Presentation presentation, @Nullable String holder, Instant at) {
        ObjectNode document = presentation.document();
        return new DataIntegrityProof.Secured(
                document,
                () -> jsonLd.expand(((ObjectNode) document.objectNode().setAll(document)).without("proof")),
                holder,
                at);
    }

    /** Only {@code iss} is compared, with the holder. */
    private static JwsProof.Secured secured(Presentation presentation, CompactJws token, @Nullable String holder) {
        ObjectNode claims = token.payload().objectNode();
        if (token.payload().has("iss")) {
            claims.set("iss", token.payload().get("iss"));
        }
        ObjectNode expected = token.payload().objectNode();
        presentation.named().ifPresent(named -> expected.put("issuer", named));
        return new JwsProof.Secured(token.header(), claims, expected, holder, token.signingInput(), token.signature());
    }

    /** A token at or past its expiry proves as little as an expired embedded proof (RFC 7519 4.1.4). */
    private static boolean lapsed(Presentation presentation, Instant at) {
        JsonNode expires = presentation
                .jws()
                .map(token -> token.payload().path("exp"))
                .orElse(presentation.document().missingNode());
        return expires.isNumber() && expires.longValue() <= at.getEpochSecond();
    }

    /** The presentation's own statements. Challenge and domain are left to the reader to compare. */
    private static List<Finding> said(Presentation presentation, ParsedCredential credential) {
        List<Finding> findings = new ArrayList<>();
        presentation.holder().ifPresent(holder -> {
            findings.add(new Finding("format.presentationHolder", shortened(holder), SPEC));
            findings.add(new Finding("format.presentationHolderIsSubject", isSubject(holder, credential), SPEC));
        });
        for (JsonNode proof : ParsedCredential.each(presentation.document().path("proof"))) {
            add(findings, "format.presentationChallenge", proof.path("challenge"), "vc-data-integrity 2.1");
            add(findings, "format.presentationDomain", proof.path("domain"), "vc-data-integrity 2.1");
        }
        presentation.jws().map(CompactJws::payload).ifPresent(claims -> {
            add(findings, "format.presentationChallenge", claims.path("nonce"), "vc-jose-cose 3.2");
            add(findings, "format.presentationDomain", claims.path("aud"), "rfc7519 4.1.3");
            add(findings, "format.presentationNotBefore", claims.path("nbf"), "rfc7519 4.1.5");
            add(findings, "format.presentationExpires", claims.path("exp"), "rfc7519 4.1.4");
        });
        return findings;
    }

    private static String isSubject(String holder, ParsedCredential credential) {
        JsonNode subject = credential.subject().path("id");
        return subject.isTextual() ? Boolean.toString(holder.equals(subject.textValue())) : "unknown";
    }

    private static void add(List<Finding> findings, String key, JsonNode value, String spec) {
        for (String text : values(value)) {
            findings.add(new Finding(key, shortened(text), spec));
        }
    }

    private static List<String> values(JsonNode value) {
        return ParsedCredential.each(value).stream()
                .filter(JsonNode::isValueNode)
                .limit(10)
                .map(JsonNode::asText)
                .toList();
    }

    private static String shortened(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }
}
