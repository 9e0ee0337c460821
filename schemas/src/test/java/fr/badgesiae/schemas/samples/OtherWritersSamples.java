package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Unusual forms that other implementations read and write, and forgeries that some of them accept. */
final class OtherWritersSamples {
    private static final String DATA_INTEGRITY = "https://w3id.org/security/data-integrity/v2";
    private static final byte[] IDENTITY = {
        1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private OtherWritersSamples() {}

    static List<Made> all() {
        return List.of(
                Made.json(
                        "valid-context-of-data-integrity",
                        "a third context that defines protected terms of the first, the same way",
                        Badge.signed(b -> b.withArray("@context").add(DATA_INTEGRITY)),
                        Expected.sound()),
                Made.json(
                        "start-past-the-last-time-zone",
                        "a start in a time zone that is none",
                        Badge.signed(b -> b.put("validFrom", "2026-10-01T23:00:00+15:00")),
                        Expected.sound().but("VALIDITY_PERIOD", "FAILED validity-period.not-a-date")),
                Made.text(
                        "jwt-context-in-an-object.jwt",
                        "the contexts in an object instead of a list",
                        contextsInAnObject(),
                        Expected.sound()
                                .but("CONTEXT", "FAILED context.missing")
                                .but("SCHEMA", "WARNING schema.loose-only")),
                Made.text(
                        "jwt-context-alone.jwt",
                        "the context of credentials alone, not in a list",
                        JwtSamples.signed(Jws.payload(
                                Badge.unsigned(b -> b.put("@context", "https://www.w3.org/ns/credentials/v2")
                                        .remove("credentialSchema")))),
                        Expected.sound()
                                .but("CONTEXT", "FAILED context.order-wrong")
                                .but("SCHEMA", "WARNING schema.loose-only")),
                claimsOnly(),
                smallOrder(),
                token(
                        "kid-leads-nowhere",
                        "signed by the issuer under an address where there is no key",
                        header -> header.put("kid", Badge.HOST + "/keys/perdue"),
                        Expected.soundWithoutStatus().but("PROOF", "WARNING proof.key-name-unknown")),
                token(
                        "kid-of-no-key",
                        "signed by the issuer, names a key that its document does not have",
                        header -> header.put("kid", KeyRing.method("ed25519-9")),
                        Expected.soundWithoutStatus().unproven("FAILED proof.key-not-listed-by-issuer")),
                token(
                        "jwk-header-of-another-key",
                        "signed by the issuer, shows somebody else’s key",
                        header -> header.set("jwk", Json.object(Issuers.INTRUDER_ED.jwk())),
                        Expected.soundWithoutStatus().unproven("FAILED proof.key-not-listed-by-issuer")));
    }

    private static Made token(String name, String about, Consumer<ObjectNode> change, Expected expected) {
        ObjectNode header = Jws.header(KeyRing.ED, KeyRing.method("ed25519-1"));
        header.remove("kid");
        change.accept(header);
        String jwt = Jws.compact(header, Jws.payload(SuiteProofs.badge()), KeyRing.ED::sign);
        return Made.text("jwt-" + name + ".jwt", about, jwt, expected);
    }

    private static String contextsInAnObject() {
        ObjectNode badge = Badge.unsigned();
        ObjectNode contexts = Json.object("{}");
        badge.withArray("@context").forEach(url -> contexts.set("c" + contexts.size(), url));
        badge.set("@context", contexts);
        badge.remove("credentialSchema"); // it would name the strict form
        return JwtSamples.signed(Jws.payload(badge));
    }

    /** VC Data Model 1.1, 6.3.1: members given by a claim are omitted from vc, including the id of the issuer's object. */
    private static Made claimsOnly() {
        ObjectNode badge = Badge.unsigned();
        badge.withArray("@context").set(0, "https://www.w3.org/2018/credentials/v1");
        ObjectNode claims = Jws.payload(badge);
        claims.retain("iss", "jti", "nbf", "sub", "exp");
        badge.remove(List.of("id", "validFrom", "validUntil", "credentialStatus", "credentialSchema"));
        badge.withObject("/issuer").remove("id");
        Badge.subject(badge).remove("id");
        claims.set("vc", badge);
        return Made.text(
                "valid-jwt-vc11-claims-only.jwt",
                "the VC 1.1 form, ids and dates in the claims only",
                JwtSamples.signed(claims),
                Expected.soundWithoutStatus());
    }

    /** With the neutral point as key, the neutral point and zero sign any message. */
    private static Made smallOrder() {
        byte[] multikey = new byte[34];
        multikey[0] = (byte) 0xed;
        multikey[1] = 1;
        System.arraycopy(IDENTITY, 0, multikey, 2, IDENTITY.length);
        String key = Encodings.multibase58(multikey);
        String did = "did:key:" + key;
        ObjectNode badge = Badge.unsigned(b -> Badge.issuer(b, did, "Personne"));
        byte[] signature = new byte[64];
        System.arraycopy(IDENTITY, 0, signature, 0, IDENTITY.length);
        badge.set(
                "proof",
                DataIntegrity.options(did + "#" + key, Badge.CREATED)
                        .put("cryptosuite", "eddsa-jcs-2022")
                        .put("proofValue", Encodings.multibase58(signature)));
        return Made.json(
                "did-key-of-small-order",
                "a key under which anybody can sign anything",
                badge,
                Expected.soundWithoutStatus()
                        .but("ISSUER", "INCONCLUSIVE issuer.id-not-resolvable")
                        .unproven("INCONCLUSIVE proof.issuer-id-not-resolvable"));
    }
}
