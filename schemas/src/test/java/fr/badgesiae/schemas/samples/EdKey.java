package fr.badgesiae.schemas.samples;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** An Ed25519 key derived from a word, for samples only. */
record EdKey(Ed25519PrivateKeyParameters secret) implements JwsKey {
    static EdKey of(String word) {
        byte[] seed = Arrays.copyOf(("sample key " + word).getBytes(StandardCharsets.UTF_8), 32);
        return new EdKey(new Ed25519PrivateKeyParameters(seed));
    }

    byte[] publicKey() {
        return secret.generatePublicKey().getEncoded();
    }

    /** The Multikey: 0xed01 and the 32 bytes. */
    String multikey() {
        byte[] bytes = new byte[34];
        bytes[0] = (byte) 0xed;
        bytes[1] = 0x01;
        System.arraycopy(publicKey(), 0, bytes, 2, 32);
        return Encodings.multibase58(bytes);
    }

    @Override
    public String algorithm() {
        return "EdDSA";
    }

    @Override
    public byte[] sign(byte[] data) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, secret);
        signer.update(data, 0, data.length);
        return signer.generateSignature();
    }

    @Override
    public String jwk() {
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + Encodings.base64url(publicKey()) + "\"}";
    }
}
