package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Makes and finds the single-use links that people copy and hand over; only a hash of each is kept. */
public final class Links {
    static final Duration JOIN_LIFE = Duration.ofDays(2);
    static final Duration FIRST_ADMIN_LIFE = Duration.ofHours(1);

    private final Platform platform;

    public Links(Platform platform) {
        this.platform = platform;
    }

    /** A link found by its token: where it lives and what it is for. */
    public record Found(OrganisationId organisation, LinkRow row) {}

    /** The address that lets somebody open an account in this role. */
    String join(Handle handle, OrganisationId organisation, Role role, String label, AccountId by, Duration life) {
        UUID id = platform.ids().uuid();
        String token = insert(handle, id, organisation, role, null, label, by, life);
        record(handle, organisation, by, AuditCode.MEMBER_INVITED, id);
        return platform.settings().url("/join/" + token);
    }

    /** The address that lets a member choose a new password; an older one dies. */
    String password(Handle handle, OrganisationId organisation, AccountId member, AccountId by, Duration life) {
        Instant now = platform.clock().instant();
        handle.attach(LinkDao.class).cancelPassword(organisation.value(), member.value(), now);
        String token = insert(handle, platform.ids().uuid(), organisation, null, member, "", by, life);
        record(handle, organisation, by, AuditCode.PASSWORD_RESET_LINK_MADE, member.value());
        return platform.settings().url("/join/" + token);
    }

    /** The link of a token while it can be used: not used, not cancelled, not over. */
    public Optional<Found> find(String token) {
        Optional<LocatedRow> located = platform.database()
                .inPublic(handle -> handle.attach(LinkDao.class).locate(hash(token)));
        return located.flatMap(row -> {
            OrganisationId organisation = new OrganisationId(row.organisationId());
            return platform.database()
                    .inOrganisation(
                            organisation,
                            handle -> handle.attach(LinkDao.class)
                                    .usable(
                                            organisation.value(),
                                            row.id(),
                                            platform.clock().instant()))
                    .map(link -> new Found(organisation, link));
        });
    }

    /** Marks a link as used; false when it was used before, cancelled, or is over. */
    public boolean use(Handle handle, Found link, Instant now) {
        return handle.attach(LinkDao.class)
                        .use(link.organisation().value(), link.row().id(), now)
                == 1;
    }

    private String insert(
            Handle handle,
            UUID id,
            OrganisationId organisation,
            Role role,
            AccountId account,
            String label,
            AccountId by,
            Duration life) {
        String token = platform.ids().token();
        Instant now = platform.clock().instant();
        handle.attach(LinkDao.class)
                .insert(
                        id,
                        organisation.value(),
                        account == null ? "JOIN" : "PASSWORD",
                        role == null ? null : role.name(),
                        account == null ? null : account.value(),
                        hash(token),
                        label,
                        by == null ? null : by.value(),
                        now,
                        now.plus(life));
        return token;
    }

    private void record(Handle handle, OrganisationId organisation, AccountId by, AuditCode code, UUID subject) {
        Actor actor = by == null ? Actor.SYSTEM : Actor.account(by);
        platform.audit().record(handle, new AuditEvent(organisation, actor, code, subject));
    }

    private byte[] hash(String token) {
        return platform.vault().lookup("link", token);
    }
}
