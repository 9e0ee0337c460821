package fr.badgesiae.api.credential;

import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recovers a credential whose signer stopped: reads what was prepared and issues it. The ordinary path hands it on in memory
 * and reads nothing again.
 */
public final class FinishCredential {
    private static final Logger LOG = LoggerFactory.getLogger(FinishCredential.class);

    private final Database database;
    private final SigningKeys keys;
    private final IssueCredential issue;

    FinishCredential(Database database, SigningKeys keys, IssueCredential issue) {
        this.database = database;
        this.keys = keys;
        this.issue = issue;
    }

    /**
     * Finishes one credential in any state; repeated and concurrent calls are harmless.
     *
     * @return whether the credential is released on return; false means later, or voided
     */
    public boolean apply(OrganisationId organisation, CredentialId id) {
        try {
            Found found = database.inOrganisation(organisation, handle -> read(handle, organisation, id));
            return found.prepared().map(issue::apply).orElse(found.released());
        } catch (RuntimeException e) {
            LOG.error("Credential {} could not be read; it will be tried again", id, e);
            return false;
        }
    }

    private record Found(boolean released, Optional<PreparedCredential> prepared) {}

    private Found read(Handle handle, OrganisationId organisation, CredentialId id) {
        CredentialDao.UnfinishedRow row = handle.attach(CredentialDao.class)
                .unfinished(id.value(), organisation.value())
                .orElseThrow(() -> new IllegalStateException("no such credential"));
        if (row.state() != CredentialState.PREPARED) {
            return new Found(row.state().released(), Optional.empty());
        }
        UUID supersedes = row.supersedes();
        PreparedCredential prepared = new PreparedCredential(
                organisation,
                id,
                row.awardId(),
                row.edition(),
                row.offerId(),
                supersedes == null ? null : new CredentialId(supersedes),
                Objects.requireNonNull(row.payload(), "a prepared credential has its payload"),
                Objects.requireNonNull(row.lease(), "a prepared credential has its lease"),
                keys.useBoth(handle, organisation));
        return new Found(false, Optional.of(prepared));
    }
}
