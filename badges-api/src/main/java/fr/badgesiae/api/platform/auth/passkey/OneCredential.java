package fr.badgesiae.api.platform.auth.passkey;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the library may look up in one ceremony: the one credential that the database found before, or none. Users have no name
 * here: their user handle stands for it.
 */
@SuppressWarnings("deprecation") // the library marks so what it may still change: the backup flags, the attachment
final class OneCredential implements CredentialRepository {
    private final @Nullable RegisteredCredential known;

    private OneCredential(@Nullable RegisteredCredential known) {
        this.known = known;
    }

    /** For a registration: the database refuses a credential that is known already. */
    static OneCredential none() {
        return new OneCredential(null);
    }

    static OneCredential of(PasskeyRow row) {
        return new OneCredential(RegisteredCredential.builder()
                .credentialId(new ByteArray(row.credentialId()))
                .userHandle(new ByteArray(row.userHandle()))
                .publicKeyCose(new ByteArray(row.publicKey()))
                .signatureCount(row.signatureCount())
                .backupEligible(row.backupEligible())
                .backupState(row.backedUp())
                .build());
    }

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
        return Set.of();
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String username) {
        return Optional.ofNullable(known)
                .map(RegisteredCredential::getUserHandle)
                .filter(handle -> handle.getBase64Url().equals(username));
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
        return Optional.ofNullable(known)
                .map(RegisteredCredential::getUserHandle)
                .filter(userHandle::equals)
                .map(ByteArray::getBase64Url);
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
        return Optional.ofNullable(known)
                .filter(one -> one.getCredentialId().equals(credentialId))
                .filter(one -> one.getUserHandle().equals(userHandle));
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
        return Optional.ofNullable(known)
                .filter(one -> one.getCredentialId().equals(credentialId))
                .map(Set::of)
                .orElse(Set.of());
    }
}
