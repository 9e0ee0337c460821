package fr.badgesiae.api.credential;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.statuslist.StatusIndex;
import fr.badgesiae.api.statuslist.StatusLists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;

/** Records what will be signed, in the transaction that accepts the offer. */
public final class PrepareCredential {
    /** How long whoever prepared has to finish before any node may. */
    static final Duration LEASE = Duration.ofSeconds(20);

    private final ComposeCredential compose;
    private final StatusLists statusLists;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    PrepareCredential(ComposeCredential compose, StatusLists statusLists, Ids ids, Clock clock, Audit audit) {
        this.compose = compose;
        this.statusLists = statusLists;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Writes the award and its first credential, PREPARED: exact payload, status index, lease.
     *
     * @param handle a transaction that sees the organisation
     * @return what {@link IssueCredential#finish} then takes, after the commit
     * @throws ProblemException CONFLICT when the badge would have lapsed before it began
     */
    public CredentialId prepare(Handle handle, AwardStatement statement) {
        CredentialId id = new CredentialId(ids.uuid());
        Instant now = clock.instant();
        Instant validFrom = now.truncatedTo(ChronoUnit.SECONDS);
        Instant validUntil = ComposeCredential.validUntil(statement);
        if (validUntil != null && !validUntil.isAfter(validFrom)) {
            throw new ProblemException(ProblemType.CONFLICT, "The badge would have lapsed before it is signed.");
        }
        StatusIndex place = statusLists.allocate(handle, statement.organisation());
        ObjectNode payload = compose.compose(handle, statement, id, validFrom, place);
        CredentialDao dao = handle.attach(CredentialDao.class);
        dao.insertAward(
                statement.awardId(),
                statement.organisation().value(),
                statement.offerId(),
                statement.person().value(),
                statement.holder().value(),
                statement.achievement().id().value(),
                statement.awardedOn(),
                now);
        dao.insertPrepared(new PreparedCredential(
                id.value(),
                statement.organisation().value(),
                statement.awardId(),
                statement.person().value(),
                statement.holder().value(),
                place.list(),
                place.index(),
                statement.achievement().name(),
                statement.achievement().imageUrl(),
                statement.displayedName(),
                statement.nameChoice(),
                statement.showEvidence(),
                validFrom,
                validUntil,
                payload.toString(),
                ids.uuid(),
                now.plus(LEASE),
                now));
        audit.record(
                handle,
                new AuditEvent(
                        statement.organisation(), Actor.SYSTEM, AuditCode.CREDENTIAL_WILL_BE_SIGNED, id.value()));
        return id;
    }
}
