package fr.badgesiae.api.account;

import fr.badgesiae.api.account.member.AccountAudit;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.util.UUID;

/** A member opens the desk of another organisation that they work for, in place of the present session. */
final class EnterPlace {
    private final Platform platform;
    private final Sessions sessions;

    EnterPlace(Platform platform, Sessions sessions) {
        this.platform = platform;
        this.sessions = sessions;
    }

    /**
     * Enters it. The present session is looked at again behind the lock of the account: a new password ends it.
     *
     * @throws ProblemException NOT_FOUND unless they are an active member there; UNAUTHENTICATED when the present session is over
     */
    OpenedSession apply(Principal member, OrganisationId place) {
        UUID account = member.account().value();
        return platform.database().inOrganisation(place, handle -> {
            AccountDao dao = handle.attach(AccountDao.class);
            if (dao.open(account, place.value(), platform.clock().instant()) != 1
                    || dao.active(account, place.value()).isEmpty()
                    || dao.lockAccount(account).isEmpty()) {
                throw ProblemException.notFound();
            }
            OpenedSession opened = sessions.moveDesk(handle, member, place)
                    .orElseThrow(() -> new ProblemException(ProblemType.UNAUTHENTICATED, "Your session is over."));
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(place, Actor.account(member.account()), AccountAudit.SIGNED_IN, account));
            return opened;
        });
    }
}
