package fr.badgesiae.verifier.trust;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Signer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Signs a list of known issuers (docs/trust-list.md). */
public final class TrustListWriter {
    /** The media type in the header, so that nothing else that this key signs can be taken for a list (RFC 8725 3.11). */
    static final String TYPE = "trust-list+jwt";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private TrustListWriter() {}

    /**
     * The list as a compact JWS.
     *
     * @param alg the JOSE name: ES256, ES384, RS256, EdDSA or Ed25519
     * @param kid the key's id, a DID URL under the list's issuer
     * @param signer gives {@code r || s} for ECDSA
     */
    public static String sign(SignedTrustList list, String alg, String kid, Signer signer) {
        if (AllowedAlgorithms.ofJose(alg).isEmpty()) {
            throw new IllegalArgumentException("not an allowed algorithm: " + alg);
        }
        ObjectNode header = JsonNodeFactory.instance
                .objectNode()
                .put("alg", alg)
                .put("kid", kid)
                .put("typ", TYPE);
        String input = encoded(header) + "." + encoded(claims(list));
        return input + "." + BASE64.encodeToString(signer.sign(input.getBytes(StandardCharsets.US_ASCII)));
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

    private static String encoded(ObjectNode node) {
        return BASE64.encodeToString(node.toString().getBytes(StandardCharsets.UTF_8));
    }
}
