package fr.badgesiae.api.credential;

import fr.badgesiae.api.platform.OrganisationId;

/** Signs what was prepared, outside any transaction, and releases it exactly once. */
public final class IssueCredential {
    IssueCredential() {}

    /**
     * Finishes one prepared credential; may be called by anybody at any time, also twice at once.
     *
     * @return whether the credential is released when this returns; false means later, or voided
     */
    @SuppressWarnings("DoNotCallSuggester")
    public boolean finish(OrganisationId organisation, CredentialId credential) {
        throw new UnsupportedOperationException(organisation + " " + credential);
    }
}
