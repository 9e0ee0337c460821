package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Single-use links that people copy and hand over. Only a keyed hash of each token is stored. */
public final class Links {
    static final Duration LIFETIME = Duration.ofDays(2);
    static final Duration NETWORK_ADMIN_LIFETIME = Duration.ofHours(1);

    private final Platform platform;

    public Links(Platform platform) {
        this.platform = platform;
    }

    /**
     * Creates a link to a new account in this role.
     *
     * @param by null for the operator of the installation
     * @return the address of the link
     */
    String join(
            Handle handle,
            OrganisationId organisation,
            Role role,
            String label,
            @Nullable AccountId by,
            Duration lifetime) {
        UUID id = platform.ids().uuid();
        String token = insert(handle, id, organisation, role, null, label, by, lifetime);
        record(handle, organisation, by, AccountAudit.MEMBER_INVITED, id);
        return platform.settings().url("/join/" + token);
    }

    /** Creates a link to a new password; returns its address. Older ones of this member are cancelled. */
    String password(Handle handle, OrganisationId organisation, AccountId member, AccountId by, Duration lifetime) {
        Instant now = platform.clock().instant();
        handle.attach(LinkDao.class).cancelPassword(organisation.value(), member.value(), now);
        String token = insert(handle, platform.ids().uuid(), organisation, null, member, "", by, lifetime);
        record(handle, organisation, by, AccountAudit.PASSWORD_RESET_LINK_MADE, member.value());
        return platform.settings().url("/join/" + token);
    }

    /**
     * Locks the membership of whoever makes a link in their own organisation.
     *
     * @throws ProblemException FORBIDDEN unless they manage it
     */
    static void requireMaker(Handle handle, OrganisationId organisation, AccountId by) {
        if (!handle.attach(LinkDao.class)
                .lockMaker(organisation.value(), by.value())
                .orElse(false)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Your rights do not include this.");
        }
    }

    /**
     * Marks a link as used.
     *
     * @throws ProblemException GONE for a link that is used, cancelled or expired
     */
    public void use(Handle handle, OrganisationId organisation, Link link) {
        Instant now = platform.clock().instant();
        if (handle.attach(LinkDao.class).use(organisation.value(), link.id(), now) != 1) {
            throw gone();
        }
    }

    /** Cancels the open links of a member who leaves: to their password, and whatever they made. */
    public static void endOf(Handle handle, OrganisationId organisation, AccountId member, Instant now) {
        LinkDao dao = handle.attach(LinkDao.class);
        dao.cancelPassword(organisation.value(), member.value(), now);
        dao.cancelMadeBy(organisation.value(), member.value(), now);
    }

    public static ProblemException gone() {
        return new ProblemException(ProblemType.GONE, "This link was used already or is over.");
    }

    private String insert(
            Handle handle,
            UUID id,
            OrganisationId organisation,
            @Nullable Role role,
            @Nullable AccountId account,
            String label,
            @Nullable AccountId by,
            Duration lifetime) {
        String token = platform.ids().token();
        Instant now = platform.clock().instant();
        handle.attach(LinkDao.class)
                .insert(
                        id,
                        organisation.value(),
                        account == null ? Link.Kind.JOIN : Link.Kind.PASSWORD,
                        role == null ? null : role.name(),
                        account == null ? null : account.value(),
                        hash(platform.vault(), token),
                        label,
                        by == null ? null : by.value(),
                        now,
                        now.plus(lifetime));
        return token;
    }

    private void record(
            Handle handle, OrganisationId organisation, @Nullable AccountId by, AuditCode code, UUID subject) {
        Actor actor = by == null ? Actor.SYSTEM : Actor.account(by);
        platform.audit().record(handle, new AuditEvent(organisation, actor, code, subject));
    }

    static byte[] hash(Vault vault, String token) {
        return vault.lookup("link", token);
    }
}
