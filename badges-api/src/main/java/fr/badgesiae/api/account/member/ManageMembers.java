package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an administrator does with the members of their own organisation. */
public final class ManageMembers {
    private final Platform platform;
    private final Links links;
    private final Sessions sessions;

    public ManageMembers(Platform platform, Links links, Sessions sessions) {
        this.platform = platform;
        this.links = links;
        this.sessions = sessions;
    }

    /** The address of a link for a new member, shown once. */
    public String invite(OrganisationId organisation, AccountId by, Role role, String label) {
        return platform.database()
                .inOrganisation(
                        organisation, handle -> links.join(handle, organisation, role, label, by, Links.JOIN_LIFE));
    }

    /** The same for the first administrator, by the network; empty once the organisation has an administrator. */
    public Optional<String> inviteFirst(OrganisationId organisation, AccountId by) {
        return platform.database().inOrganisation(organisation, handle -> {
            if (!handle.attach(MemberDao.class)
                    .lockAdministrators(organisation.value())
                    .isEmpty()) {
                return Optional.empty();
            }
            handle.attach(LinkDao.class)
                    .cancelJoin(
                            organisation.value(),
                            Role.ORG_ADMIN.name(),
                            platform.clock().instant());
            return Optional.of(links.join(handle, organisation, Role.ORG_ADMIN, "", by, Links.JOIN_LIFE));
        });
    }

    public void cancelInvitation(OrganisationId organisation, AccountId by, UUID invitation) {
        platform.database().inOrganisation(organisation, handle -> {
            Instant now = platform.clock().instant();
            if (handle.attach(LinkDao.class).cancel(organisation.value(), invitation, now) != 1) {
                throw ProblemException.notFound();
            }
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    organisation, Actor.account(by), AuditCode.INVITATION_CANCELLED, invitation));
            return true;
        });
    }

    /** The address of a link to a new password, shown once. */
    public String resetLink(OrganisationId organisation, AccountId by, AccountId member) {
        return platform.database().inOrganisation(organisation, handle -> {
            boolean active = handle.attach(MemberDao.class)
                    .find(organisation.value(), member.value())
                    .filter(MemberRow::active)
                    .isPresent();
            if (!active) {
                throw ProblemException.notFound();
            }
            return links.password(handle, organisation, member, by, Links.JOIN_LIFE);
        });
    }

    /**
     * Ends a membership and its sessions.
     *
     * @return false for the last administrator, who stays
     */
    public boolean deactivate(OrganisationId organisation, AccountId by, AccountId member) {
        return platform.database().inOrganisation(organisation, handle -> {
            MemberDao dao = handle.attach(MemberDao.class);
            List<UUID> administrators = dao.lockAdministrators(organisation.value());
            if (administrators.equals(List.of(member.value()))) {
                return false;
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
                                    organisation, Actor.account(by), AuditCode.MEMBER_DEACTIVATED, member.value()));
            sessions.closeAll(handle, organisation, member);
            return true;
        });
    }
}
