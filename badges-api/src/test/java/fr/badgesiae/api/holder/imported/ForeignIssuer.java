package fr.badgesiae.api.holder.imported;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.codec.Base58;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** Somebody elsewhere who signs badges with a key of their own, as JWTs. */
public final class ForeignIssuer {
    private static final JsonMapper JSON = new JsonMapper();

    private final KeyPair keys;
    private final String did;

    public ForeignIssuer() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        byte[] info = keys.getPublic().getEncoded();
        byte[] multikey = new byte[34];
        multikey[0] = (byte) 0xed;
        multikey[1] = 0x01;
        System.arraycopy(info, info.length - 32, multikey, 2, 32);
        did = "did:key:z" + Base58.encode(multikey);
    }

    public String id() {
        return did;
    }

    /** @param holder the name on it, or null */
    public byte[] badge(String id, String name, String holder, String validFrom) {
        try {
            ObjectNode badge = (ObjectNode)
                    JSON.readTree(Samples.named("valid-did-key.json").bytes());
            badge.remove("proof");
            badge.remove("credentialStatus");
            badge.put("id", id).put("name", name).put("validFrom", validFrom);
            badge.put("awardedDate", validFrom);
            badge.withObject("/issuer").put("id", did).put("name", "Une Voisine");
            ObjectNode subject = badge.withObject("/credentialSubject");
            subject.withObject("/achievement").put("name", name);
            subject.remove("identifier");
            if (holder != null) {
                subject.putArray("identifier")
                        .addObject()
                        .put("type", "IdentityObject")
                        .put("hashed", false)
                        .put("identityHash", holder)
                        .put("identityType", "name");
            }
            badge.put("iss", did).put("jti", id);
            badge.put("nbf", Instant.parse(validFrom).getEpochSecond());
            badge.put("sub", subject.path("id").asText());
            badge.put("exp", Instant.parse(badge.path("validUntil").asText()).getEpochSecond());
            return signed(badge).getBytes(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String signed(ObjectNode claims) {
        String key = did + "#" + did.substring("did:key:".length());
        String text = encoded("{\"alg\":\"EdDSA\",\"typ\":\"JWT\",\"kid\":\"" + key + "\"}") + "."
                + encoded(claims.toString());
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with another payload under the signature. */
    public static byte[] forged(byte[] badge) {
        byte[] forged = badge.clone();
        int dot = new String(badge, StandardCharsets.US_ASCII).lastIndexOf('.');
        byte[] end = Arrays.copyOfRange(badge, dot + 1, badge.length);
        end[10] = (byte) (end[10] == 'A' ? 'B' : 'A');
        System.arraycopy(end, 0, forged, dot + 1, end.length);
        return forged;
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
