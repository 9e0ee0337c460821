package fr.badgesiae.api.share;

import fr.badgesiae.api.credential.Credentials;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.UUID;

/** Reads one share link with the badge that it shows, for its holder. */
final class ShowShareLink {
    private final Database database;
    private final ShareLinks links;
    private final Credentials credentials;

    ShowShareLink(Database database, ShareLinks links, Credentials credentials) {
        this.database = database;
        this.links = links;
        this.credentials = credentials;
    }

    /** A link and the badge behind it. */
    record Shown(ShareLinks.OwnShare own, IssuedCredential badge) {}

    /**
     * Reads it.
     *
     * @throws ProblemException NOT_FOUND for anybody else's link
     */
    Shown apply(HolderId holder, UUID link) {
        ShareLinks.OwnShare own = links.find(holder, link);
        IssuedCredential badge = database.inHolder(holder, handle -> credentials.ofHolder(handle, holder)).stream()
                .filter(candidate -> candidate.id().value().equals(own.share().credential()))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        return new Shown(own, badge);
    }
}
