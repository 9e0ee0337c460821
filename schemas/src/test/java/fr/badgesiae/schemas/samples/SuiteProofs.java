package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Signs with every suite that has plain signatures, and builds sets and chains (VC Data Integrity 1.0, 4.3 and 4.5). */
final class SuiteProofs {
    private SuiteProofs() {}

    /** Proof options of {@link KeyRing}. */
    static ObjectNode options(String suite, String fragment) {
        return DataIntegrity.options(KeyRing.method(fragment), Badge.CREATED).put("cryptosuite", suite);
    }

    /** The badge of {@link Badge} with the id of {@link KeyRing}, not signed. */
    static ObjectNode badge() {
        return Badge.unsigned(b -> Badge.issuer(b, KeyRing.DID, KeyRing.NAME));
    }

    static ObjectNode sign(ObjectNode unsigned, JwsKey key, ObjectNode options) {
        return sign(unsigned, key, options, hashOf(key));
    }

    /**
     * A document with its only proof.
     *
     * @param hash of document and options, SHA-256 or SHA-384
     */
    static ObjectNode sign(ObjectNode unsigned, JwsKey key, ObjectNode options, String hash) {
        ObjectNode proof = proof(unsigned, key, options, hash);
        ObjectNode signed = unsigned.deepCopy();
        signed.set("proof", proof);
        return signed;
    }

    /** Adds a proof that also signs those named by its {@code previousProof}. */
    static ObjectNode add(ObjectNode signed, JwsKey key, ObjectNode options) {
        ObjectNode document = signed.deepCopy();
        JsonNode before = document.remove("proof");
        ArrayNode all = document.arrayNode();
        ArrayNode matching = document.arrayNode();
        if (before != null) {
            (before.isArray() ? before : List.of(before)).forEach(proof -> {
                all.add(proof);
                if (options.has("previousProof") && names(options.get("previousProof"), proof.path("id"))) {
                    matching.add(proof);
                }
            });
        }
        if (!matching.isEmpty()) {
            document.set("proof", matching);
        }
        all.add(proof(document, key, options, hashOf(key)));
        document.set("proof", all);
        return document;
    }

    private static boolean names(JsonNode previous, JsonNode id) {
        for (JsonNode name : previous.isArray() ? previous : List.of(previous)) {
            if (name.equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode proof(ObjectNode document, JwsKey key, ObjectNode options, String hash) {
        boolean jcs = options.path("cryptosuite").asText().contains("-jcs-");
        ObjectNode config = options.deepCopy();
        if (!jcs) {
            config.set("@context", document.get("@context"));
        }
        byte[] first = hash(hash, jcs ? jcs(config) : DataIntegrity.canonical(config, hash));
        byte[] second = hash(hash, jcs ? jcs(document) : DataIntegrity.canonical(document, hash));
        byte[] data = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, data, first.length, second.length);
        return options.deepCopy().put("proofValue", Encodings.multibase58(key.sign(data)));
    }

    private static String hashOf(JwsKey key) {
        return key.algorithm().equals("ES384") ? "SHA-384" : "SHA-256";
    }

    static byte[] hash(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The part of RFC 8785 that samples need: whole numbers only, no control characters. */
    static String jcs(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, String> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), jcs(member.getValue())));
            StringBuilder text = new StringBuilder("{");
            members.forEach((name, value) -> text.append(text.length() == 1 ? "" : ",")
                    .append('"')
                    .append(name)
                    .append("\":")
                    .append(value));
            return text.append('}').toString();
        }
        if (node.isArray()) {
            StringBuilder text = new StringBuilder("[");
            node.forEach(item -> text.append(text.length() == 1 ? "" : ",").append(jcs(item)));
            return text.append(']').toString();
        }
        return node.toString();
    }
}
