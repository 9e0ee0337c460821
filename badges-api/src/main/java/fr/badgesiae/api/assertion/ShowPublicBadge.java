package fr.badgesiae.api.assertion;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads whether a badge is public in the form of Open Badges 2.0, for its holder. */
public final class ShowPublicBadge {
    private final Database database;
    private final Clock clock;

    ShowPublicBadge(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A badge in force, or one that was public when it was revoked.
     *
     * @param email the public address of the organisation, or null
     * @param revoked whether it was revoked, by whomever: it is public no longer, whatever its number
     * @param lapsed whether its validity is over
     * @param assertion the number of its public form, or null
     * @param since when it became public, or null
     */
    record Shown(
            String name,
            String issuer,
            FrenchZone zone,
            @Nullable String email,
            boolean revoked,
            boolean lapsed,
            @Nullable UUID assertion,
            @Nullable Instant since) {}

    /** @throws ProblemException NOT_FOUND for a badge that is not this holder's, or is neither in force nor public */
    Shown apply(HolderId holder, CredentialId badge) {
        return database.inHolder(
                        holder,
                        handle ->
                                handle.attach(AssertionDao.class).badge(badge.value(), holder.value(), clock.instant()))
                .map(row -> new Shown(
                        row.achievementName(),
                        row.issuer(),
                        FrenchZone.of(row.timeZone()),
                        row.publicEmail(),
                        row.revoked(),
                        row.lapsed(),
                        row.assertion(),
                        row.since()))
                .orElseThrow(ProblemException::notFound);
    }
}
