package fr.badgesiae.api.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import fr.badgesiae.api.platform.Settings;
import java.text.ParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** URLs of keys and DIDs of their owners. */
final class KeyNames {
    private final Settings settings;

    KeyNames(Settings settings) {
        this.settings = settings;
    }

    /** The {@code did:web} of an organisation, or of the platform for null. */
    String did(@Nullable UUID organisation) {
        String host = "did:web:" + settings.didHost();
        return organisation == null ? host : host + ":issuers:" + organisation;
    }

    /** The Multikey form of a key in its DID document. */
    String verificationMethod(@Nullable UUID organisation, UUID key) {
        return did(organisation) + "#" + key;
    }

    /**
     * The JsonWebKey form of a key in its DID document, and the {@code kid} of a JWS. Its fragment is the thumbprint of the
     * key (RFC 7638), which is the {@code kid} of the JWK there (VC-JOSE-COSE 4.1.1, CID 1.0 2.2.3).
     */
    String jwkMethod(@Nullable UUID organisation, String publicJwk) {
        return did(organisation) + "#" + thumbprint(publicJwk);
    }

    static String thumbprint(String publicJwk) {
        try {
            return JWK.parse(publicJwk).computeThumbprint().toString();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("a stored key does not read back", e);
        }
    }

    /** The issuer where the format knows no DID: the https address of the organisation. */
    String issuerUrl(UUID organisation) {
        return settings.url("/issuers/" + organisation);
    }

    String keyUrl(UUID key) {
        return settings.url("/keys/" + key);
    }
}
