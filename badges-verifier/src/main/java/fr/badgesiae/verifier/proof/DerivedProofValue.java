package fr.badgesiae.verifier.proof;

import fr.badgesiae.verifier.codec.CborReader;
import fr.badgesiae.verifier.codec.CborReader.MalformedException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The value of a derived {@code ecdsa-sd-2023} proof (vc-di-ecdsa 3.5.6).
 *
 * @param baseSignature the issuer's signature, over the mandatory statements
 * @param multikey the key of the other signatures, with its multicodec prefix
 * @param signatures one for each other disclosed statement
 * @param labels from canonical blank node labels to the signed labels
 * @param mandatory indexes of the mandatory statements
 */
@SuppressWarnings("ArrayRecordComponent") // passed to a signature check, never compared
record DerivedProofValue(
        byte[] baseSignature,
        byte[] multikey,
        List<byte[]> signatures,
        Map<String, String> labels,
        Set<Integer> mandatory) {
    /** Longer than any proof of a badge; bounds the decoding. */
    private static final int MAX_CHARS = 200_000;

    private static final int SIGNATURE = 64;
    private static final int P256_MULTIKEY = 35;
    private static final int LABEL = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** The decoded bytes of a {@code proofValue} in multibase base64url, or empty. */
    static Optional<byte[]> decode(String text) {
        if (!text.startsWith("u") || text.length() > MAX_CHARS || text.endsWith("=")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text.substring(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the bytes are a base proof, from which the holder derives proofs. */
    static boolean isBase(byte[] bytes) {
        return hasHeader(bytes, 0x00);
    }

    private static boolean hasHeader(byte[] bytes, int last) {
        return bytes.length > 3 && bytes[0] == (byte) 0xd9 && bytes[1] == 0x5d && bytes[2] == last;
    }

    /** The parts; empty when the bytes are no derived proof. */
    static Optional<DerivedProofValue> parse(byte[] bytes) {
        if (!hasHeader(bytes, 0x01)) {
            return Optional.empty();
        }
        try {
            CborReader cbor = new CborReader(bytes, 3);
            if (cbor.count(CborReader.ARRAY) != 5) {
                return Optional.empty();
            }
            DerivedProofValue value = new DerivedProofValue(
                    ofLength(cbor.byteString(), SIGNATURE),
                    ofLength(cbor.byteString(), P256_MULTIKEY),
                    signatures(cbor),
                    labels(cbor),
                    places(cbor));
            return cbor.atEnd() ? Optional.of(value) : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static List<byte[]> signatures(CborReader cbor) throws MalformedException {
        List<byte[]> signatures = new ArrayList<>();
        for (int left = cbor.count(CborReader.ARRAY); left > 0; left--) {
            signatures.add(ofLength(cbor.byteString(), SIGNATURE));
        }
        return signatures;
    }

    /** Two nodes must not share a label: a statement signed about one could then be shown as one about the other. */
    private static Map<String, String> labels(CborReader cbor) throws MalformedException {
        Map<String, String> labels = new HashMap<>();
        Set<String> used = new HashSet<>();
        for (int left = cbor.count(CborReader.MAP); left > 0; left--) {
            String canonical = "c14n" + cbor.unsigned();
            String label = "u" + BASE64.encodeToString(ofLength(cbor.byteString(), LABEL));
            if (labels.put(canonical, label) != null || !used.add(label)) {
                throw new MalformedException();
            }
        }
        return labels;
    }

    private static Set<Integer> places(CborReader cbor) throws MalformedException {
        Set<Integer> places = new java.util.TreeSet<>();
        for (int left = cbor.count(CborReader.ARRAY); left > 0; left--) {
            if (!places.add(cbor.unsigned())) {
                throw new MalformedException();
            }
        }
        return places;
    }

    private static byte[] ofLength(byte[] bytes, int length) throws MalformedException {
        if (bytes.length != length) {
            throw new MalformedException();
        }
        return bytes;
    }
}
