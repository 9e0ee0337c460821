package fr.badgesiae.verifier.proof;

import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.CanonicalForm;
import fr.badgesiae.verifier.jsonld.CanonicalForm.Canonical;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import fr.badgesiae.verifier.jsonld.Expansion.Refused;
import fr.badgesiae.verifier.jsonld.Expansion.Safe;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.proof.RdfHashing.NotHashed;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The cryptosuite {@code ecdsa-sd-2023} (vc-di-ecdsa 3.6), derived proofs only: the issuer signs the mandatory statements and a
 * key of its own making, which signs each other statement, so that the holder may leave some out.
 */
final class EcdsaSd2023 implements Cryptosuite {
    /** Each costs the verification of a signature; no badge has so many statements. */
    private static final int MAX_SIGNATURES = 1_000;

    private final JsonLd jsonLd;

    EcdsaSd2023(JsonLd jsonLd) {
        this.jsonLd = jsonLd;
    }

    @Override
    public String name() {
        return "ecdsa-sd-2023";
    }

    @Override
    public Statement statement(Signed signed) {
        Optional<byte[]> bytes =
                DerivedProofValue.decode(signed.proof().path("proofValue").asText());
        if (bytes.isPresent() && DerivedProofValue.isBase(bytes.get())) {
            return new Answered(ProofResult.inconclusive(ReasonCode.PROOF_BASE_ONLY, List.of()));
        }
        Optional<DerivedProofValue> value = bytes.flatMap(DerivedProofValue::parse);
        if (value.isEmpty()) {
            return ProofValue.malformed();
        }
        if (value.get().signatures().size() > MAX_SIGNATURES) {
            return answer(new NotHashed(Problem.TOO_MUCH_WORK, "signatures", true));
        }
        return statement(signed, value.get());
    }

    private Statement statement(Signed signed, DerivedProofValue value) {
        Expansion document = signed.expansion().get();
        if (document instanceof Refused refused) {
            return answer(new NotHashed(refused.problem(), refused.detail(), true));
        }
        Expansion options = jsonLd.expand(
                RdfHashing.options(signed.proof(), signed.document().path("@context")));
        if (options instanceof Refused refused) {
            return answer(new NotHashed(refused.problem(), refused.detail(), false));
        }
        List<String> unknown = new ArrayList<>();
        CanonicalForm relabelled = jsonLd.canonicalize((Safe) document, label -> {
            String signedLabel = value.labels().get(label);
            if (signedLabel == null) {
                unknown.add(label);
            }
            return signedLabel;
        });
        if (!unknown.isEmpty()) {
            return notSigned();
        }
        return relabelled instanceof Canonical whole
                        && jsonLd.canonicalize((Safe) options, HashAlgorithm.SHA_256) instanceof Canonical proof
                ? split(value, whole.nquads(), proof.nquads())
                : answer(new NotHashed(Problem.TOO_MUCH_WORK, "canonicalisation", true));
    }

    /** Mandatory statements are hashed together, each of the others has its own signature (vc-di-ecdsa 3.5.8). */
    private static Statement split(DerivedProofValue value, String document, String options) {
        StringBuilder mandatory = new StringBuilder();
        List<String> others = new ArrayList<>();
        int place = 0;
        for (String line : document.lines().map(text -> text + "\n").toList()) {
            if (value.mandatory().contains(place++)) {
                mandatory.append(line);
            } else {
                others.add(line);
            }
        }
        if (place - others.size() != value.mandatory().size()
                || others.size() != value.signatures().size()) {
            return notSigned();
        }
        byte[] optionsHash = HashAlgorithm.SHA_256.hash(options);
        byte[] mandatoryHash = HashAlgorithm.SHA_256.hash(mandatory.toString());
        Signable base = new Signable(
                AllowedAlgorithms.ES256,
                joined(optionsHash, value.multikey(), mandatoryHash),
                value.baseSignature(),
                findings(value, document, options, optionsHash, mandatoryHash));
        return new Disclosed(base, value.multikey(), others, value.signatures());
    }

    private static List<Finding> findings(
            DerivedProofValue value, String document, String options, byte[] optionsHash, byte[] mandatoryHash) {
        HexFormat hex = HexFormat.of();
        return List.of(
                new Finding("proof.canonicalProofOptions", options, "vc-di-ecdsa 3.6.4"),
                new Finding("proof.canonicalDocument", document, "vc-di-ecdsa 3.5.8"),
                new Finding("proof.mandatoryStatements", value.mandatory().toString(), "vc-di-ecdsa 3.5.8"),
                new Finding("proof.optionsHash", hex.formatHex(optionsHash), "vc-di-ecdsa 3.5.8"),
                new Finding("proof.mandatoryHash", hex.formatHex(mandatoryHash), "vc-di-ecdsa 3.5.8"),
                new Finding("proof.disclosureKey", hex.formatHex(value.multikey()), "vc-di-ecdsa 3.6.9"));
    }

    private static byte[] joined(byte[] first, byte[] second, byte[] third) {
        byte[] all = new byte[first.length + second.length + third.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        System.arraycopy(third, 0, all, first.length + second.length, third.length);
        return all;
    }

    private static Answered answer(NotHashed not) {
        return new Answered(not.result());
    }

    private static Answered notSigned() {
        return new Answered(ProofResult.failed(ReasonCode.PROOF_STATEMENT_NOT_SIGNED, List.of()));
    }
}
