package fr.badgesiae.api.credential;

import fr.badgesiae.api.credential.sign.SignedForms;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Credentials, for other features; voided ones are left out. */
public final class Credentials {
    private final ComposeCredential compose;

    Credentials(ComposeCredential compose) {
        this.compose = compose;
    }

    public Optional<IssuedCredential> find(Handle handle, OrganisationId organisation, CredentialId credential) {
        return handle.attach(CredentialDao.class)
                .find(credential.value(), organisation.value())
                .map(this::read);
    }

    /** One that is released, in whichever edition: for those who have its signed document. */
    public Optional<IssuedCredential> edition(Handle handle, OrganisationId organisation, CredentialId credential) {
        return handle.attach(CredentialDao.class)
                .edition(credential.value(), organisation.value())
                .map(this::read);
    }

    /** Both signed documents exactly as released; empty before release. */
    public Optional<SignedForms> signed(Handle handle, OrganisationId organisation, CredentialId credential) {
        return handle.attach(CredentialDao.class).signed(credential.value(), organisation.value());
    }

    /** The credential of an accepted offer. */
    public Optional<IssuedCredential> ofOffer(Handle handle, OrganisationId organisation, UUID offerId) {
        return handle.attach(CredentialDao.class)
                .ofOffer(offerId, organisation.value())
                .map(this::read);
    }

    /** Newest first. */
    public List<IssuedCredential> ofWorker(Handle handle, OrganisationId organisation, PersonId person) {
        return handle.attach(CredentialDao.class).ofWorker(person.value(), organisation.value()).stream()
                .map(this::read)
                .toList();
    }

    IssuedCredential read(CredentialRow row) {
        return new IssuedCredential(
                new CredentialId(row.id()),
                row.awardId(),
                row.offerId(),
                new OrganisationId(row.organisationId()),
                new PersonId(row.workerId()),
                new HolderId(row.holderId()),
                row.state(),
                compose.url(row.id().toString()),
                row.achievementName(),
                row.imageUrl(),
                row.awardedOn(),
                row.displayedName(),
                row.showsEvidence(),
                row.validFrom(),
                row.validUntil(),
                row.issuedAt(),
                row.revokedAt(),
                row.publicReason());
    }
}
