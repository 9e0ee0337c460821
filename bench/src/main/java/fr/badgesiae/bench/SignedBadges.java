package fr.badgesiae.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.keys.Signer;
import fr.badgesiae.verifier.keys.VerificationKey;
import fr.badgesiae.verifier.proof.DataIntegritySigner;
import fr.badgesiae.verifier.proof.JwsSigner;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/** Signs the badge to measure with fresh keys of did:key issuers, and verifies raw signatures by the same provider. */
public final class SignedBadges {
    public static final Instant AT = Instant.parse("2026-11-21T00:00:00Z");

    private final Crypto crypto = Crypto.best();
    private final JsonLd jsonLd = new JsonLd(new BundledContexts());
    private final DataIntegritySigner embeddedSigner = new DataIntegritySigner(jsonLd);
    private final JwsSigner jwsSigner = new JwsSigner();
    private final byte[] hashes = new byte[64];
    private final Signer ed25519;
    private final Signer es256;
    private final VerificationKey ed25519Key;
    private final VerificationKey es256Key;
    private final byte[] ed25519Signature;
    private final byte[] es256Signature;
    private final String ed25519Did;
    private final String es256Did;

    public SignedBadges() throws Exception {
        PublicKeys keys = new PublicKeys(crypto);
        KeyPair ed = crypto.generate(KeyType.ED25519, new SecureRandom());
        KeyPair ec = crypto.generate(KeyType.P256, new SecureRandom());
        ed25519 = crypto.signer(AllowedAlgorithms.ED25519, ed.getPrivate());
        es256 = crypto.signer(AllowedAlgorithms.ES256, ec.getPrivate());
        ed25519Key = keys.of(ed.getPublic());
        es256Key = keys.of(ec.getPublic());
        ed25519Signature = ed25519.sign(hashes);
        es256Signature = es256.sign(hashes);
        ed25519Did = "did:key:" + keys.toMultikey(ed25519Key);
        es256Did = "did:key:" + keys.toMultikey(es256Key);
    }

    /** The badge before it is signed as JSON. */
    public ObjectNode unsignedEmbedded() throws Exception {
        return Badge.unsigned(ed25519Did);
    }

    /** The badge before it is signed as a token. */
    public ObjectNode unsignedJwt() throws Exception {
        return Badge.unsigned(es256Did);
    }

    /** The badge with an eddsa-rdfc-2022 proof. */
    public ObjectNode embedded(ObjectNode badge) {
        return embeddedSigner.sign(badge, method(ed25519Did), AT, ed25519);
    }

    /** The badge as a VC-JWT signed with ES256. */
    public String jwt(ObjectNode claims) {
        return jwsSigner.sign(claims, "ES256", method(es256Did), es256);
    }

    private static String method(String did) {
        return did + "#" + did.substring("did:key:".length());
    }

    JsonLd jsonLd() {
        return jsonLd;
    }

    public Expansion.Safe expanded(ObjectNode badge) {
        return (Expansion.Safe) jsonLd.expand(badge);
    }

    byte[] rawEd25519Sign() {
        return ed25519.sign(hashes);
    }

    /** The floor of a proof: the signature of two hashes. */
    public boolean rawEd25519Verify() {
        return crypto.verify(AllowedAlgorithms.ED25519, ed25519Key, hashes, ed25519Signature);
    }

    byte[] rawEs256Sign() {
        return es256.sign(hashes);
    }

    boolean rawEs256Verify() {
        return crypto.verify(AllowedAlgorithms.ES256, es256Key, hashes, es256Signature);
    }

    /** The floor of a token: its bytes hashed and its signature verified. */
    public boolean rawEs256Verify(Token token) {
        return crypto.verify(AllowedAlgorithms.ES256, es256Key, token.signingInput(), token.signature());
    }

    /** The two parts of a token that its signature needs. */
    public record Token(byte[] signingInput, byte[] signature) {
        public static Token of(String compact) {
            int dot = compact.lastIndexOf('.');
            return new Token(
                    compact.substring(0, dot).getBytes(StandardCharsets.US_ASCII),
                    Base64.getUrlDecoder().decode(compact.substring(dot + 1)));
        }
    }
}
