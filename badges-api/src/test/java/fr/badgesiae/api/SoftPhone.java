package fr.badgesiae.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A phone with one passkey, and the browser on it, written by hand after Web Authentication Level 3 and RFC 9052. It can be made
 * to lie: what a field holds is what it says next.
 */
public final class SoftPhone {
    static final int PRESENT = 1;
    static final int VERIFIED = 4;
    static final int BACKUP_ELIGIBLE = 8;
    private static final int ATTESTED = 64;
    private static final ObjectMapper JSON = new ObjectMapper();

    String origin;
    public String rpId = "localhost";
    String attachment = "platform";
    String type;
    int flags = PRESENT | VERIFIED;
    long counter;
    boolean tampered;
    byte[] credentialId = new byte[32];
    byte[] userHandle = new byte[0];
    KeyPair key = pair();

    public SoftPhone(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(credentialId);
    }

    /** A phone that says that it is this one, with the same key. */
    SoftPhone copy() {
        SoftPhone copy = new SoftPhone(origin);
        copy.credentialId = credentialId;
        copy.userHandle = userHandle;
        copy.key = key;
        copy.counter = counter;
        return copy;
    }

    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code navigator.credentials.create} answers to these options. */
    public String create(String options) throws JsonProcessingException {
        JsonNode asked = JSON.readTree(options).get("publicKey");
        userHandle = bytes(asked.get("user").get("id").asText());
        byte[] data = clientData("webauthn.create", asked.get("challenge").asText());
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write(0xa3);
        text(object, "fmt");
        text(object, "none");
        text(object, "attStmt");
        object.write(0xa0);
        text(object, "authData");
        bytes(object, authenticatorData(true));
        ObjectNode response = JSON.createObjectNode();
        response.put("clientDataJSON", text(data)).put("attestationObject", text(object.toByteArray()));
        return answer(response);
    }

    /** What {@code navigator.credentials.get} answers to these options. */
    String get(String options) throws JsonProcessingException {
        JsonNode asked = JSON.readTree(options).get("publicKey");
        byte[] data = clientData("webauthn.get", asked.get("challenge").asText());
        byte[] authenticator = authenticatorData(false);
        byte[] signature = sign(authenticator, Sha256.of(data));
        ObjectNode response = JSON.createObjectNode();
        response.put("clientDataJSON", text(data))
                .put("authenticatorData", text(authenticator))
                .put("signature", text(signature))
                .put("userHandle", text(userHandle));
        return answer(response);
    }

    private String answer(ObjectNode response) throws JsonProcessingException {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("id", text(credentialId)).put("rawId", text(credentialId)).put("type", "public-key");
        answer.put("authenticatorAttachment", attachment);
        answer.set("response", response);
        answer.set("clientExtensionResults", JSON.createObjectNode());
        return JSON.writeValueAsString(answer);
    }

    private byte[] clientData(String ceremony, String challenge) throws JsonProcessingException {
        ObjectNode data = JSON.createObjectNode();
        data.put("type", type == null ? ceremony : type)
                .put("challenge", challenge)
                .put("origin", origin)
                .put("crossOrigin", false);
        return JSON.writeValueAsBytes(data);
    }

    private byte[] authenticatorData(boolean attested) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(Sha256.of(rpId));
        data.write(flags | (attested ? ATTESTED : 0));
        data.writeBytes(ByteBuffer.allocate(4).putInt((int) counter).array());
        if (attested) {
            data.writeBytes(new byte[16]);
            data.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) credentialId.length).array());
            data.writeBytes(credentialId);
            data.writeBytes(coseKey());
        }
        return data.toByteArray();
    }

    /** EC2, ES256, P-256 and both coordinates. */
    private byte[] coseKey() {
        ECPublicKey open = (ECPublicKey) key.getPublic();
        ByteArrayOutputStream map = new ByteArrayOutputStream();
        map.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
        bytes(map, coordinate(open.getW().getAffineX().toByteArray()));
        map.write(0x22);
        bytes(map, coordinate(open.getW().getAffineY().toByteArray()));
        return map.toByteArray();
    }

    private static byte[] coordinate(byte[] number) {
        byte[] padded = new byte[32];
        byte[] digits = number.length > 32 ? Arrays.copyOfRange(number, number.length - 32, number.length) : number;
        System.arraycopy(digits, 0, padded, 32 - digits.length, digits.length);
        return padded;
    }

    private byte[] sign(byte[]... parts) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(key.getPrivate());
            for (byte[] part : parts) {
                signer.update(part);
            }
            if (tampered) {
                signer.update((byte) 0);
            }
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(0x60 | bytes.length);
        out.writeBytes(bytes);
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        if (bytes.length < 256) {
            out.write(0x58);
            out.write(bytes.length);
        } else {
            out.write(0x59);
            out.write(bytes.length >> 8);
            out.write(bytes.length);
        }
        out.writeBytes(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
