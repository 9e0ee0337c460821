package fr.badgesiae.api.verification;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.Credentials;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.holder.Share;
import fr.badgesiae.api.holder.ShareLinks;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Clock;
import java.util.Optional;

/** Follows a share code to the edition it serves. */
final class OpenShare {
    private final Database database;
    private final Clock clock;
    private final ShareLinks links;
    private final Credentials credentials;
    private final Organisations organisations;

    OpenShare(Database database, Clock clock, ShareLinks links, Credentials credentials, Organisations organisations) {
        this.database = database;
        this.clock = clock;
        this.links = links;
        this.credentials = credentials;
        this.organisations = organisations;
    }

    /**
     * The badge behind a code.
     *
     * @throws ProblemException NOT_FOUND for a code that never was, GONE for a link that ended or was switched off
     */
    SharedBadge open(String typed) {
        Share share = code(typed).flatMap(links::byCode).orElseThrow(ProblemException::notFound);
        if (!share.isOpen(clock.instant())) {
            throw new ProblemException(ProblemType.GONE, "This share link was switched off or has ended.");
        }
        IssuedCredential credential = database.inOrganisation(
                        share.organisation(),
                        handle -> credentials.find(handle, share.organisation(), new CredentialId(share.credential())))
                .filter(IssuedCredential::released)
                .orElseThrow(ProblemException::notFound);
        return new SharedBadge(
                share, credential, organisations.find(share.organisation()).orElseThrow(ProblemException::notFound));
    }

    static Optional<Code> code(String typed) {
        try {
            return Optional.of(Code.parse(typed));
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }
}
