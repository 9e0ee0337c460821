package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** An administrator ends a membership, with its sessions and password links. */
public final class DeactivateMember {
    private final Platform platform;
    private final Sessions sessions;

    public DeactivateMember(Platform platform, Sessions sessions) {
        this.platform = platform;
        this.sessions = sessions;
    }

    public enum Outcome {
        DEACTIVATED,

        /** The last administrator stays; nothing was changed. */
        LAST_ADMINISTRATOR
    }

    /** @throws ProblemException NOT_FOUND unless this is an active member */
    public Outcome apply(OrganisationId organisation, AccountId by, AccountId member) {
        return platform.database().inOrganisation(organisation, handle -> deactivate(handle, organisation, by, member));
    }

    private Outcome deactivate(Handle handle, OrganisationId organisation, AccountId by, AccountId member) {
        MemberDao dao = handle.attach(MemberDao.class);
        List<UUID> administrators = dao.lockManagers(organisation.value());
        if (administrators.equals(List.of(member.value()))) {
            return Outcome.LAST_ADMINISTRATOR;
        }
        Instant now = platform.clock().instant();
        if (dao.deactivate(organisation.value(), member.value(), now) != 1) {
            throw ProblemException.notFound();
        }
        handle.attach(LinkDao.class).cancelPassword(organisation.value(), member.value(), now);
        platform.audit()
                .record(
                        handle,
                        new AuditEvent(
                                organisation, Actor.account(by), AccountAudit.MEMBER_DEACTIVATED, member.value()));
        sessions.closeAll(handle, organisation, member);
        return Outcome.DEACTIVATED;
    }
}
