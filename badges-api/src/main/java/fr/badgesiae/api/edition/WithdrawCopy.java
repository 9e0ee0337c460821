package fr.badgesiae.api.edition;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.statuslist.StatusIndex;
import fr.badgesiae.api.statuslist.StatusLists;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Withdraws one copy from its wallet, for its holder and for good: the bit of that edition alone. The badge and its other
 * editions stay.
 */
public final class WithdrawCopy {
    private final Database database;
    private final StatusLists statusLists;
    private final Clock clock;
    private final Audit audit;

    WithdrawCopy(Database database, StatusLists statusLists, Clock clock, Audit audit) {
        this.database = database;
        this.statusLists = statusLists;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Withdraws it; one that is not signed yet is given up.
     *
     * @return the badge as it was accepted; the same for a copy that was withdrawn or revoked before
     * @throws ProblemException NOT_FOUND for an edition that is not this holder's, or is in no wallet
     */
    public CredentialId apply(HolderId holder, CredentialId copy) {
        return database.inHolder(holder, handle -> withdraw(handle, holder, copy));
    }

    private CredentialId withdraw(Handle handle, HolderId holder, CredentialId copy) {
        EditionDao dao = handle.attach(EditionDao.class);
        EditionDao.CopyRow row = dao.copy(copy.value(), holder.value()).orElseThrow(ProblemException::notFound);
        OrganisationId organisation = new OrganisationId(row.organisationId());
        // As a revocation does: the space, the file, then the badge as it was accepted.
        if (dao.lockSpace(holder.value()).isEmpty()) {
            throw ProblemException.notFound();
        }
        Database.alsoForOrganisation(handle, organisation);
        dao.lockFile(row.badgeId(), organisation.value());
        dao.lockBadge(row.badgeId(), organisation.value());
        Instant now = clock.instant();
        Optional<StatusIndex> place = dao.withdraw(copy.value(), organisation.value(), now);
        place.ifPresent(bit -> statusLists.set(handle, organisation, List.of(bit)));
        boolean dropped = dao.drop(copy.value(), organisation.value(), now) > 0;
        if (place.isPresent() || dropped) {
            audit.record(
                    handle,
                    new AuditEvent(
                            organisation, Actor.holder(holder), EditionAudit.WALLET_COPY_WITHDRAWN, copy.value()));
        }
        return new CredentialId(row.badgeId());
    }
}
