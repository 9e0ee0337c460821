package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.util.BigIntegers;

/** VC-JWT with a signature or header that would deceive a careless verifier. */
final class JwtAttackSamples {
    private JwtAttackSamples() {}

    static List<Made> all() {
        return List.of(
                made(
                        "tampered",
                        "the payload changed, the signature kept",
                        tampered(),
                        "FAILED proof.signature-invalid"),
                made("alg-none", "alg none, no signature", none(), "FAILED proof.algorithm-refused"),
                made(
                        "hs256-key-confusion",
                        "HMAC with the public key’s text as secret",
                        confused(),
                        "FAILED proof.algorithm-refused"),
                made(
                        "wrong-key",
                        "names the issuer’s key, signed with another",
                        Jws.compact(header(), payload(), Issuers.INTRUDER_EC::sign),
                        "FAILED proof.signature-invalid"),
                made(
                        "signature-der",
                        "an ECDSA signature in DER",
                        Jws.compact(header(), payload(), JwtAttackSamples::der),
                        "FAILED proof.signature-invalid"),
                made(
                        "alg-of-another-key",
                        "alg RS256 under a P-256 key",
                        Jws.compact(header().put("alg", "RS256"), payload(), Issuers.ATELIER_EC::sign),
                        "FAILED"),
                made(
                        "crit-unknown",
                        "crit names an extension that nobody knows",
                        crit(),
                        "FAILED proof.critical-header-unknown"),
                made("jwk-header-not-listed", "the key in the header is not the issuer’s", jwk(payload()), "FAILED"),
                withoutKeys());
    }

    private static Made made(String name, String about, String jwt, String answer) {
        return Made.text("jwt-" + name + ".jwt", about, jwt, Expected.sound().unproven(answer));
    }

    private static ObjectNode payload() {
        return Jws.payload(Badge.unsigned());
    }

    private static ObjectNode header() {
        return Jws.header(Issuers.ATELIER_EC, Issuers.ATELIER_EC_KID);
    }

    private static String tampered() {
        String jwt = JwtSamples.signed(payload());
        ObjectNode other = payload();
        Badge.achievement(other).put("name", "Diriger une équipe");
        String header = jwt.substring(0, jwt.indexOf('.') + 1);
        return header + Jws.part(Json.compact(other)) + jwt.substring(jwt.lastIndexOf('.'));
    }

    private static String none() {
        return Jws.compact(header().put("alg", "none"), payload(), data -> new byte[0]);
    }

    private static String confused() {
        byte[] secret =
                Json.pretty(Issuers.published().get(Issuers.ATELIER_EC_KID)).getBytes(StandardCharsets.UTF_8);
        return Jws.compact(header().put("alg", "HS256"), payload(), data -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                return mac.doFinal(data);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static byte[] der(byte[] data) {
        byte[] raw = Issuers.ATELIER_EC.sign(data);
        try {
            return StandardDSAEncoding.INSTANCE.encode(
                    org.bouncycastle.crypto.ec.CustomNamedCurves.getByName("P-256")
                            .getN(),
                    BigIntegers.fromUnsignedByteArray(raw, 0, 32),
                    BigIntegers.fromUnsignedByteArray(raw, 32, 32));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String crit() {
        ObjectNode header = header().put("https://mots.example/regle", true);
        header.putArray("crit").add("https://mots.example/regle");
        return Jws.compact(header, payload(), Issuers.ATELIER_EC::sign);
    }

    private static String jwk(ObjectNode payload) {
        ObjectNode header = header();
        header.remove("kid");
        header.set("jwk", Json.object(Issuers.INTRUDER_EC.jwk()));
        return Jws.compact(header, payload, Issuers.INTRUDER_EC::sign);
    }

    private static Made withoutKeys() {
        ObjectNode badge = Badge.unsigned(b -> Badge.issuer(b, Issuers.WITHOUT_KEYS, "Association Sans Clé"));
        return made(
                "jwk-header-only",
                "the key is in the header only, and the issuer publishes none",
                jwk(Jws.payload(badge)),
                "INCONCLUSIVE proof.issuer-publishes-no-keys");
    }
}
