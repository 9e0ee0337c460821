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
import java.util.UUID;

/** A member opens the desk of another organisation that they work for. The caller closes the present session. */
final class EnterPlace {
    private final Platform platform;
    private final Sessions sessions;

    EnterPlace(Platform platform, Sessions sessions) {
        this.platform = platform;
        this.sessions = sessions;
    }

    /** @throws ProblemException NOT_FOUND unless they are an active member there */
    OpenedSession apply(Principal member, OrganisationId place) {
        UUID account = member.account().value();
        return platform.database().inOrganisation(place, handle -> {
            AccountDao dao = handle.attach(AccountDao.class);
            if (dao.open(account, place.value(), platform.clock().instant()) != 1
                    || dao.active(account, place.value()).isEmpty()) {
                throw ProblemException.notFound();
            }
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(place, Actor.account(member.account()), AccountAudit.SIGNED_IN, account));
            return sessions.openDesk(handle, place, member.account());
        });
    }
}
