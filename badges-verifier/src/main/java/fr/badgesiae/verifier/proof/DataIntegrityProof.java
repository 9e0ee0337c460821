package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.CalendarDate;
import fr.badgesiae.verifier.codec.DateTimeStamp;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.jsonld.Iris;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.keys.KeyReference;
import fr.badgesiae.verifier.keys.VerificationRelationship;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Embedded proofs (vc-data-integrity 4.4 and 4.5): one, a set or a chain. At least one proof of a supported suite must
 * verify; a proof of an unknown suite never passes.
 */
public final class DataIntegrityProof {
    private static final int MAX_PROOFS = 10;

    private final JsonLd jsonLd;
    private final Cryptosuites suites;

    public DataIntegrityProof(JsonLd jsonLd) {
        this.jsonLd = jsonLd;
        this.suites = new Cryptosuites(jsonLd);
    }

    /**
     * A credential with embedded proofs.
     *
     * @param secured the document with its proofs
     * @param expansion the expansion of the document without proofs, by {@link JsonLd#expand}
     * @param issuerId the issuer's id in the document
     * @param at the instant of verification
     */
    public record Secured(
            ObjectNode secured,
            Supplier<Expansion> expansion,
            @Nullable String issuerId,
            Instant at) {}

    /** Verifies all proofs. The best result counts; the findings name each. */
    public ProofResult verify(Secured document, IssuerKeyVerifier signatures) {
        List<ObjectNode> proofs = proofs(document.secured());
        if (proofs.isEmpty()) {
            boolean malformed =
                    !ParsedCredential.each(document.secured().path("proof")).isEmpty();
            return ProofResult.failed(
                    malformed ? ReasonCode.PROOF_SIGNATURE_MALFORMED : ReasonCode.PROOF_MISSING, List.of());
        }
        if (proofs.size() > MAX_PROOFS) {
            return ProofResult.inconclusive(ReasonCode.PROOF_TOO_MANY_PROOFS, List.of());
        }
        ProofChain chain = new ProofChain(proofs);
        List<ProofResult> results = new ArrayList<>();
        Optional<ReasonCode> anyBroken = Optional.empty();
        for (int i = 0; i < proofs.size(); i++) {
            Optional<ReasonCode> broken = chain.problemOf(i);
            anyBroken = anyBroken.or(() -> broken);
            results.add(
                    broken.isPresent()
                            ? ProofResult.failed(broken.get(), List.of())
                            : dated(proofs.get(i), verifyOne(proofs.get(i), chain.before(i), document, signatures)));
        }
        ProofResult best = proofs.size() == 1 ? results.get(0) : best(chain.settle(results));
        // A reference to a missing proof invalidates the document, whatever the other proofs (vc-data-integrity 4.5,
        // 3.2).
        return anyBroken.isPresent() ? ProofResult.failed(anyBroken.get(), best.findings()) : best;
    }

    /**
     * Whether a proof covers the document as RDF, so that undefined terms are not signed. The JCS suites sign the JSON
     * itself.
     */
    public static boolean coversRdf(ObjectNode secured) {
        List<ObjectNode> proofs = proofs(secured);
        return proofs.isEmpty() || !proofs.stream().allMatch(Cryptosuites::signsJson);
    }

    /** The proofs of a document; values other than objects are skipped. */
    static List<ObjectNode> proofs(ObjectNode secured) {
        JsonNode proof = secured.path("proof");
        List<ObjectNode> proofs = new ArrayList<>();
        if (proof instanceof ObjectNode one) {
            proofs.add(one);
        } else if (proof.isArray()) {
            proof.forEach(each -> {
                if (each instanceof ObjectNode one) {
                    proofs.add(one);
                }
            });
        }
        return proofs;
    }

    private static ProofResult best(List<ProofResult> results) {
        List<Outcome> order = List.of(Outcome.PASSED, Outcome.WARNING, Outcome.FAILED, Outcome.INCONCLUSIVE);
        List<Finding> all = new ArrayList<>();
        ProofResult best = results.get(0);
        for (int i = 0; i < results.size(); i++) {
            ProofResult result = results.get(i);
            String value = result.outcome() + " " + result.reason().code();
            all.add(new Finding("proof[" + i + "]", value, "vc-data-integrity 4.5"));
            all.addAll(result.findings());
            best = order.indexOf(result.outcome()) < order.indexOf(best.outcome()) ? result : best;
        }
        return new ProofResult(best.outcome(), best.reason(), all);
    }

    private ProofResult verifyOne(
            ObjectNode proof, List<ObjectNode> before, Secured document, IssuerKeyVerifier signatures) {
        if (!Cryptosuites.saysWhich(proof)) {
            return ProofResult.failed(ReasonCode.PROOF_SIGNATURE_MALFORMED, List.of());
        }
        Optional<Cryptosuite> suite = suites.of(proof);
        if (suite.isEmpty()) {
            return ProofResult.inconclusive(ReasonCode.PROOF_SUITE_NOT_EXAMINED, List.of(), Cryptosuites.nameOf(proof));
        }
        Optional<ReasonCode> wrong = problemOf(proof, document, signatures.purpose());
        if (wrong.isPresent()) {
            return ProofResult.failed(wrong.get(), List.of());
        }
        Cryptosuite.Statement statement = suite.get().statement(signed(proof, before, document));
        if (statement instanceof Cryptosuite.Answered answered) {
            return answered.result();
        }
        @Nullable String keyName = keyName(proof.path("verificationMethod"), document.issuerId());
        if (statement instanceof Cryptosuite.Disclosed disclosed) {
            ProofResult base = verifySignature(disclosed.base(), keyName, document, signatures);
            return base.proven() && !signatures.coversAll(disclosed)
                    ? ProofResult.failed(ReasonCode.PROOF_STATEMENT_NOT_SIGNED, base.findings())
                    : base;
        }
        return verifySignature((Cryptosuite.Signable) statement, keyName, document, signatures);
    }

    private static ProofResult verifySignature(
            Cryptosuite.Signable signable, @Nullable String keyName, Secured document, IssuerKeyVerifier signatures) {
        ProofResult result = signatures.verify(
                document.issuerId(),
                KeyReference.method(keyName),
                signable.algorithm().keyType(),
                signatures.over(signable.algorithm(), signable.data(), signable.signature()));
        return result.after(signable.findings());
    }

    /** The signed document: without proofs, or with exactly those that this proof builds on, always as a list. */
    private Cryptosuite.Signed signed(ObjectNode proof, List<ObjectNode> before, Secured document) {
        ObjectNode unsecured = document.secured().objectNode().setAll(document.secured());
        unsecured.remove("proof");
        if (before.isEmpty()) {
            return new Cryptosuite.Signed(proof, unsecured, document.expansion());
        }
        unsecured.putArray("proof").addAll(before);
        return new Cryptosuite.Signed(proof, unsecured, () -> jsonLd.expand(unsecured));
    }

    /** The URL of the verification method, which may be embedded, or relative to the issuer's document. */
    private static @Nullable String keyName(JsonNode method, @Nullable String issuerId) {
        String name = method.isObject() ? method.path("id").textValue() : method.textValue();
        return name != null && name.startsWith("#") ? issuerId + name : name;
    }

    /** Checks the required members before any computation (vc-data-integrity 2.1). */
    private static Optional<ReasonCode> problemOf(
            ObjectNode proof, Secured document, VerificationRelationship purpose) {
        if (!purpose.property().equals(proof.path("proofPurpose").textValue())) {
            return Optional.of(ReasonCode.PROOF_WRONG_PURPOSE);
        }
        @Nullable String keyName = keyName(proof.path("verificationMethod"), document.issuerId());
        return keyName == null || !Iris.isAbsolute(keyName)
                ? Optional.of(ReasonCode.PROOF_NO_VERIFICATION_METHOD)
                : isOver(ParsedCredential.stated(proof.path("expires")).textValue(), document.at())
                        ? Optional.of(ReasonCode.PROOF_EXPIRED)
                        : Optional.empty();
    }

    /** Whether the end of a proof has passed; of a day without time, in every zone. */
    private static boolean isOver(@Nullable String end, Instant at) {
        return DateTimeStamp.parse(end)
                .map(instant -> !instant.isAfter(at))
                .orElseGet(() -> end != null
                        && CalendarDate.parse(end).map(day -> day.isOver(at)).orElse(false));
    }

    /**
     * A signature covers malformed dates too, so it still shows who signed what. An end that cannot be read leaves open
     * whether the proof has ended; SCHEMA reports the form (vc-data-integrity 2.1).
     */
    private static ProofResult dated(ObjectNode proof, ProofResult result) {
        if (!result.proven()) {
            return result;
        }
        if (!isDate(proof.path("expires"))) {
            return ProofResult.inconclusive(ReasonCode.PROOF_NOT_A_DATE, result.findings());
        }
        return isDate(proof.path("created")) || result.outcome() == Outcome.WARNING
                ? result
                : ProofResult.of(Outcome.WARNING, ReasonCode.PROOF_NOT_A_DATE, result.findings());
    }

    private static boolean isDate(JsonNode date) {
        JsonNode stated = ParsedCredential.stated(date);
        return stated.isMissingNode() || DateTimeStamp.parse(stated.textValue()).isPresent();
    }
}
