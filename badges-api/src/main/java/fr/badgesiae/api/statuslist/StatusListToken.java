package fr.badgesiae.api.statuslist;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEObjectType;
import fr.badgesiae.verifier.status.TokenStatusList;
import java.time.Instant;

/** Writes the claims of a Token Status List (IETF, section 5.1): the same bits, for badges that are SD-JWT VC. */
final class StatusListToken {
    static final String MEDIA_TYPE = "application/statuslist+jwt";
    static final JOSEObjectType TYPE = new JOSEObjectType("statuslist+jwt");
    /** What its address has after that of the credential. */
    static final String SUFFIX = ".jwt";
    /** Time to live in the caches of verifiers, in seconds. */
    static final int TTL = StatusListCredential.TTL / 1000;

    private StatusListToken() {}

    /**
     * @param issuer the https address of the organisation, whose published keys verify the token
     * @param bits in the order of the Bitstring Status List
     */
    static ObjectNode of(String url, String issuer, byte[] bits, Instant from, Instant until) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("sub", url);
        claims.put("iss", issuer);
        claims.put("iat", from.getEpochSecond());
        claims.put("exp", until.getEpochSecond());
        claims.put("ttl", TTL);
        claims.putObject("status_list").put("bits", 1).put("lst", TokenStatusList.encode(bits));
        return claims;
    }
}
