package fr.badgesiae.api.statuslist;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.status.BitstringStatusList;
import java.time.Instant;

/** Writes the unsigned BitstringStatusListCredential (Bitstring Status List 1.0, section 2.2). */
final class StatusListCredential {
    /** Time to live in the caches of verifiers, in milliseconds. */
    static final int TTL = 60_000;

    private StatusListCredential() {}

    static ObjectNode of(String url, String issuer, byte[] bits, Instant from, Instant until) {
        ObjectNode credential = JsonNodeFactory.instance.objectNode();
        credential.putArray("@context").add("https://www.w3.org/ns/credentials/v2");
        credential.put("id", url);
        credential.putArray("type").add("VerifiableCredential").add("BitstringStatusListCredential");
        credential.put("issuer", issuer);
        credential.put("validFrom", from.toString());
        credential.put("validUntil", until.toString());
        credential
                .putObject("credentialSubject")
                .put("id", url + "#list")
                .put("type", "BitstringStatusList")
                .put("statusPurpose", "revocation")
                .put("ttl", TTL)
                .put("encodedList", BitstringStatusList.encode(bits));
        return credential;
    }
}
