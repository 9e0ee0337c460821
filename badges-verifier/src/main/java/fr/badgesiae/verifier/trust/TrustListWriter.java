package fr.badgesiae.verifier.trust;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEObjectType;
import fr.badgesiae.verifier.keys.Signer;
import fr.badgesiae.verifier.proof.JwsSigner;

/** Signs a list of vetted issuers (docs/trust-list.md). */
public final class TrustListWriter {
    /** The type in the header, which keeps other tokens of this key from being read as lists (RFC 8725 3.11). */
    static final String TYPE = "trust-list+jwt";

    private TrustListWriter() {}

    /**
     * The list as a compact JWS.
     *
     * @param alg the JOSE name: ES256, ES384, RS256, EdDSA or Ed25519
     * @param kid the key's id, a DID URL under the list's issuer
     * @param signer returns {@code r || s} for ECDSA
     */
    public static String sign(SignedTrustList list, String alg, String kid, Signer signer) {
        return new JwsSigner().sign(claims(list), new JOSEObjectType(TYPE), alg, kid, signer);
    }

    private static ObjectNode claims(SignedTrustList list) {
        ObjectNode claims = JsonNodeFactory.instance
                .objectNode()
                .put("iss", list.issuer())
                .put("iat", list.issuedAt().getEpochSecond())
                .put("exp", list.expires().getEpochSecond())
                .put("sequence", list.sequence());
        var entries = claims.putArray("entries");
        for (SignedTrustList.Entry entry : list.entries()) {
            ObjectNode node = entries.addObject().put("id", entry.id()).put("name", entry.name());
            if (entry.siret() != null) {
                node.put("siret", entry.siret());
            }
            node.put("state", entry.state().name()).put("since", entry.since().toString());
        }
        return claims;
    }
}
