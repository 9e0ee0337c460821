package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Presentations with their own signature (VC Data Model 2.0, 4.13; VC JOSE COSE, 3.2; vc-data-integrity 2.1). */
final class PresenterSamples {
    private static final String INVALID = "WARNING format.presentation-signature-invalid";
    private static final String OPEN = "WARNING format.presentation-signature-not-examined";
    private static final String HOLDER = Issuers.didKey(Issuers.HOLDER);
    private static final String METHOD = HOLDER + "#" + Issuers.HOLDER.multikey();
    private static final String SIGN_IN = Issuers.ATELIER + "#connexion-1";
    private static final String SHOWN = "2026-11-10T10:00:00Z";

    private PresenterSamples() {}

    static List<Made> all() {
        ObjectNode unsigned = PresentationSamples.presentation(PresentationSamples.badge());
        ObjectNode byAtelier = unsigned.deepCopy().put("holder", Issuers.ATELIER);
        return List.of(
                sound("signed", "an embedded proof of its holder", embedded(unsigned, METHOD)),
                sound(
                        "signed-enveloped",
                        "an embedded proof around an envelope",
                        embedded(PresentationSamples.presentation(PresentationSamples.envelope()), METHOD)),
                sound("signed-no-holder", "whose holder is who the proof says", embedded(without(unsigned), METHOD)),
                sound(
                        "did-web",
                        "by a did:web with a key for authentication",
                        DataIntegrity.sign(byAtelier, Issuers.SIGN_IN, options(SIGN_IN))),
                Made.text(
                        "valid-presented-vp-claim.jwt",
                        "a presentation as a JWT, in the claim vp",
                        jwt(inClaim(), HOLDER),
                        Expected.sound()),
                Made.text(
                        "valid-presented-vp-jwt.jwt",
                        "a presentation as a JWT, at the top level",
                        jwt(PresentationSamples.presentation(PresentationSamples.envelope()), HOLDER),
                        Expected.sound()),
                Made.text(
                        "valid-presented-jwt-that-ends.jwt",
                        "a JWT in its last second",
                        jwt(inClaim().put("exp", 1794736801), HOLDER),
                        Expected.sound()),
                wrong("signature-malformed", "a proof without a signature", malformed(unsigned)),
                wrong(
                        "changed",
                        "a presentation changed after it was signed",
                        embedded(unsigned, METHOD).put("id", "urn:uuid:8c1f9a4e-3b25-4e0c-8a71-5d2e6f7a8b90")),
                wrong("by-another", "a holder who is not who signed", embedded(byAtelier, METHOD)),
                wrong(
                        "for-assertion",
                        "a proof made for assertion",
                        DataIntegrity.sign(unsigned, Issuers.HOLDER, DataIntegrity.options(METHOD, SHOWN))),
                wrong(
                        "key-not-for-authentication",
                        "a key that the holder lists for assertion only",
                        DataIntegrity.sign(byAtelier, Issuers.ATELIER_ED, options(Issuers.ATELIER_ED_METHOD))),
                wrong(
                        "lapsed",
                        "a proof that ended before it was shown",
                        DataIntegrity.sign(
                                unsigned, Issuers.HOLDER, options(METHOD).put("expires", "2026-11-11T00:00:00Z"))),
                caution("presented-jwt-other-holder.jwt", "an iss that is not the holder", jwt(inClaim(), "urn:x:y")),
                caution(
                        "presented-jwt-lapsed.jwt",
                        "a JWT after its exp",
                        jwt(inClaim().put("exp", 1762765200), HOLDER)),
                caution(
                        "presented-jwt-at-its-end.jwt",
                        "a JWT at the instant of its exp",
                        jwt(inClaim().put("exp", 1794736800), HOLDER)),
                caution("presented-jwt-changed.jwt", "a JWT changed after it was signed", forged()),
                open("unknown-suite", "a suite that nobody knows", unknownSuite(unsigned)),
                open(
                        "holder-unreachable",
                        "a holder whose document is not there",
                        embedded(unsigned.deepCopy().put("holder", Issuers.ABSENT), Issuers.ABSENT + "#1")));
    }

    private static Made sound(String name, String about, ObjectNode document) {
        return Made.json("valid-presented-" + name, about, document, Expected.sound());
    }

    private static Made wrong(String name, String about, ObjectNode document) {
        return Made.json("presented-" + name, about, document, Expected.sound().but("FORMAT", INVALID));
    }

    private static Made open(String name, String about, ObjectNode document) {
        return Made.json("presented-" + name, about, document, Expected.sound().but("FORMAT", OPEN));
    }

    private static Made caution(String file, String about, String jwt) {
        return Made.text(file, about, jwt, Expected.sound().but("FORMAT", INVALID));
    }

    private static ObjectNode options(String method) {
        return DataIntegrity.options(method, SHOWN)
                .put("proofPurpose", "authentication")
                .put("challenge", "k3v9q2")
                .put("domain", "employeur.example");
    }

    private static ObjectNode embedded(ObjectNode presentation, String method) {
        return DataIntegrity.sign(presentation, Issuers.HOLDER, options(method));
    }

    private static ObjectNode without(ObjectNode presentation) {
        ObjectNode copy = presentation.deepCopy();
        copy.remove("holder");
        return copy;
    }

    private static ObjectNode malformed(ObjectNode presentation) {
        ObjectNode copy = presentation.deepCopy();
        copy.set("proof", options(METHOD).put("proofValue", "z1111"));
        return copy;
    }

    private static ObjectNode unknownSuite(ObjectNode presentation) {
        ObjectNode copy = presentation.deepCopy();
        copy.set("proof", options(METHOD).put("cryptosuite", "inconnue-2030").put("proofValue", "z1111"));
        return copy;
    }

    private static ObjectNode inClaim() {
        return Json.object("{\"aud\":\"https://employeur.example\",\"nonce\":\"k3v9q2\"}")
                .set("vp", PresentationSamples.presentation(TextNode.valueOf(PresentationSamples.jwt())));
    }

    private static String jwt(ObjectNode payload, String issuer) {
        return Jws.compact(Jws.header(Issuers.HOLDER, METHOD), payload.put("iss", issuer), Issuers.HOLDER::sign);
    }

    private static String forged() {
        String[] parts = jwt(inClaim(), HOLDER).split("\\.", -1);
        return parts[0] + "."
                + Jws.part(Json.compact(inClaim().put("iss", HOLDER).put("nonce", "x"))) + "." + parts[2];
    }
}
