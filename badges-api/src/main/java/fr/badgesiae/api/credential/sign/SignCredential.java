package fr.badgesiae.api.credential.sign;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.verifier.proof.DataIntegritySigner;
import fr.badgesiae.verifier.proof.JwsSigner;
import java.time.Instant;

/** Signs a prepared payload in both forms. */
public final class SignCredential {
    private static final JsonMapper WRITER = JsonMapper.builder(new JsonFactoryBuilder()
                    .characterEscapes(new EscapedBraces())
                    .build())
            .build();

    private final DataIntegritySigner embedded;
    private final JwsSigner jws = new JwsSigner();
    private final JsonMapper json = new JsonMapper();

    public SignCredential(DataIntegritySigner embedded) {
        this.embedded = embedded;
    }

    /**
     * @param payload the prepared text, unchanged
     * @param edKey for the embedded proof
     * @param jwtKey for the VC-JWT
     */
    public SignedForms sign(String payload, IssuerKey edKey, IssuerKey jwtKey, Instant now) {
        ObjectNode unsigned = read(payload);
        ObjectNode document = embedded.sign(unsigned, edKey.verificationMethod(), now, edKey.signer());
        String jwt = jws.sign(JwsSigner.claimsOf(unsigned), jwtKey.algorithm().jose(), jwtKey.kid(), jwtKey.signer());
        return new SignedForms(text(document), jwt);
    }

    private static String text(ObjectNode document) {
        try {
            return WRITER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a signed badge has no text", e);
        }
    }

    private ObjectNode read(String payload) {
        try {
            return (ObjectNode) json.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a prepared payload does not read back", e);
        }
    }
}
