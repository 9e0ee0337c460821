package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** Changes day and place of a ceremony, or cancels it. Its offers stay. */
public final class ChangeCeremony {
    private final Platform platform;

    ChangeCeremony(Platform platform) {
        this.platform = platform;
    }

    /**
     * Cancels it, or moves it.
     *
     * @throws ProblemException NOT_FOUND for a ceremony of another organisation
     */
    public CeremonyId apply(Principal by, CeremonyId id, Change change) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            Ceremonies.lock(handle, by.organisation(), id);
            change(handle, by, id, change);
            return id;
        });
    }

    private void change(Handle handle, Principal by, CeremonyId id, Change change) {
        CeremonyDao dao = handle.attach(CeremonyDao.class);
        CeremonyAudit code;
        if (change instanceof Move move) {
            dao.change(
                    id.value(),
                    by.organisation().value(),
                    move.day(),
                    move.place(),
                    platform.clock().instant());
            code = CeremonyAudit.CEREMONY_CHANGED;
        } else {
            dao.delete(id.value(), by.organisation().value());
            code = CeremonyAudit.CEREMONY_CANCELLED;
        }
        platform.audit()
                .record(handle, new AuditEvent(by.organisation(), Actor.account(by.account()), code, id.value()));
    }

    /** What becomes of it. */
    public sealed interface Change permits Move, Cancel {}

    /** Another day or place. */
    public record Move(LocalDate day, String place) implements Change {}

    /** It does not take place. */
    public record Cancel() implements Change {}
}
