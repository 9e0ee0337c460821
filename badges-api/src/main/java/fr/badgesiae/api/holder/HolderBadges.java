package fr.badgesiae.api.holder;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.Credentials;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.sign.SignedForms;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.share.ShareLinks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A holder's badges with the links that show them. */
final class HolderBadges {
    private final Platform platform;
    private final Organisations organisations;
    private final Credentials credentials;
    private final ShareLinks shares;
    private final Withdrawals withdrawals;

    HolderBadges(
            Platform platform,
            Organisations organisations,
            Credentials credentials,
            ShareLinks shares,
            Withdrawals withdrawals) {
        this.platform = platform;
        this.organisations = organisations;
        this.credentials = credentials;
        this.shares = shares;
        this.withdrawals = withdrawals;
    }

    List<IssuedCredential> all(HolderId holder) {
        return platform.database().inHolder(holder, handle -> credentials.ofHolder(handle, holder));
    }

    /** One of the holder's; anybody else's is not found. */
    IssuedCredential find(HolderId holder, CredentialId credential) {
        return all(holder).stream()
                .filter(badge -> badge.id().equals(credential))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** Its bytes once they are out, revoked since or not; before, there is nothing to take away. */
    SignedForms released(HolderId holder, CredentialId credential) {
        IssuedCredential badge = find(holder, credential);
        return platform.database()
                .inHolder(holder, handle -> credentials.signed(handle, badge.organisation(), credential))
                .orElseThrow(ProblemException::notFound);
    }

    /** Who awarded it, to be asked about it. */
    OrganisationProfile awardedBy(IssuedCredential badge) {
        return organisations.find(badge.organisation()).orElseThrow();
    }

    List<ShareLinks.OwnShare> links(HolderId holder) {
        return shares.of(holder);
    }

    List<ShareLinks.OwnShare> links(HolderId holder, CredentialId credential) {
        return links(holder).stream()
                .filter(link -> link.share().credential().equals(credential.value()))
                .toList();
    }

    Optional<Instant> withdrawUntil(HolderId holder, CredentialId credential) {
        return withdrawals.possibleUntil(holder, credential);
    }
}
