package fr.badgesiae.api.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import fr.badgesiae.api.platform.OrganisationId;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The public halves of RSA keys, as Open Badges 2.0 publishes them. A compromised key is none. */
public final class RsaKeys {
    private static final int LINE = 64;

    RsaKeys() {}

    /**
     * A key.
     *
     * @param pem X.509, {@code -----BEGIN PUBLIC KEY-----}
     */
    public record PublicRsaKey(UUID id, OrganisationId organisation, String pem) {}

    /** Whether the organisation ever had one. What it made public lasts longer than its keys. */
    public boolean had(Handle handle, OrganisationId organisation) {
        return handle.attach(KeyDao.class).hadRsa(organisation.value());
    }

    /** Those of an organisation, newest first; none before its first public badge. */
    public List<PublicRsaKey> of(Handle handle, OrganisationId organisation) {
        return handle.attach(KeyDao.class).rsa(organisation.value()).stream()
                .map(RsaKeys::read)
                .toList();
    }

    public Optional<PublicRsaKey> find(Handle handle, UUID id) {
        return handle.attach(KeyDao.class).rsaById(id).map(RsaKeys::read);
    }

    private static PublicRsaKey read(KeyRow row) {
        try {
            byte[] encoded = RSAKey.parse(row.publicJwk()).toRSAPublicKey().getEncoded();
            String body = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(encoded);
            return new PublicRsaKey(
                    row.id(),
                    new OrganisationId(Objects.requireNonNull(row.organisationId())),
                    "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("a stored key does not read back", e);
        }
    }
}
