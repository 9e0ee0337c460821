package fr.badgesiae.api.claim;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Instant;
import java.util.Optional;

/** Finds until when a holder may withdraw an acceptance. */
public final class FindWithdrawal {
    private final Database database;
    private final Acceptances acceptances;

    FindWithdrawal(Database database, Acceptances acceptances) {
        this.database = database;
        this.acceptances = acceptances;
    }

    /**
     * An end.
     *
     * @param zone of the organisation that awarded the badge
     */
    public record Deadline(Instant until, FrenchZone zone) {}

    /** The end; empty when it has passed, when the acceptance was withdrawn, or when it is not theirs. */
    public Optional<Deadline> apply(HolderId holder, CredentialId credential) {
        return database.inHolder(holder, handle -> acceptances.withdrawable(handle, holder, credential))
                .map(row -> new Deadline(Acceptances.end(row), FrenchZone.of(row.timeZone())));
    }
}
