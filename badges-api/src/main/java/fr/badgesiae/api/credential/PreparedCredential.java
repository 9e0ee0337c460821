package fr.badgesiae.api.credential;

import fr.badgesiae.api.keys.IssuerKeys;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prepared credential, handed on in memory from the transaction that records it to {@link IssueCredential}.
 *
 * @param edition 1 for the badge as it was accepted
 * @param supersedes what this one takes the place of, or null
 * @param payload the exact text to sign
 * @param lease the right to release it, until it lapses
 * @param keys opened in the same transaction; empty when a key is absent or does not open
 */
public record PreparedCredential(
        OrganisationId organisation,
        CredentialId id,
        UUID awardId,
        int edition,
        UUID offerId,
        @Nullable CredentialId supersedes,
        String payload,
        UUID lease,
        Optional<IssuerKeys> keys) {
    /** The id alone: the payload holds personal data. */
    @Override
    public String toString() {
        return "PreparedCredential[" + id + "]";
    }
}
