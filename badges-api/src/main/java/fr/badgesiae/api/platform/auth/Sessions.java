package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.Database;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Opens, resumes and closes sessions. A cookie holds 256 random bits, the table an HMAC of them; each opening draws new
 * ones, so a token planted before is worth nothing after.
 */
public final class Sessions {
    private static final Duration DESK_IDLE = Duration.ofHours(2);
    private static final Duration DESK_LONGEST = Duration.ofHours(12);
    private static final Duration CLAIM_IDLE = Duration.ofMinutes(15);
    private static final Duration CLAIM_LONGEST = Duration.ofHours(1);
    private static final Duration HOLDER_IDLE = Duration.ofMinutes(15);
    private static final Duration HOLDER_LONGEST = Duration.ofHours(4);

    private final Database database;
    private final Settings settings;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    public Sessions(Database database, Settings settings, Vault vault, Ids ids, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** A member signed in. */
    public List<NewCookie> openDesk(OrganisationId organisation, AccountId account) {
        String token = ids.token();
        NewSession session =
                session("DESK", token, organisation.value(), account.value(), null, null, DESK_IDLE, DESK_LONGEST);
        database.inOrganisation(organisation, handle -> {
            handle.attach(SessionDao.class).insert(session);
            return true;
        });
        return List.of(SessionCookie.DESK.set(settings, token));
    }

    /** A slip and its PIN were right: this offer can be answered. */
    public List<NewCookie> openClaim(OrganisationId organisation, UUID offer) {
        String token = ids.token();
        NewSession session =
                session("CLAIM", token, organisation.value(), null, null, offer, CLAIM_IDLE, CLAIM_LONGEST);
        database.inOrganisation(organisation, handle -> {
            handle.attach(SessionDao.class).insert(session);
            return true;
        });
        return List.of(SessionCookie.CLAIM.set(settings, token));
    }

    /** A card and its PIN were right, or a claim was just answered: the holder's own space. */
    public List<NewCookie> openHolder(HolderId holder) {
        String token = ids.token();
        NewSession session = session("HOLDER", token, null, null, holder.value(), null, HOLDER_IDLE, HOLDER_LONGEST);
        database.inHolder(holder, handle -> {
            handle.attach(SessionDao.class).insert(session);
            return true;
        });
        return List.of(SessionCookie.HOLDER.set(settings, token));
    }

    public List<NewCookie> closeDesk(ContainerRequestContext request) {
        return close(request, SessionCookie.DESK);
    }

    public List<NewCookie> closeClaim(ContainerRequestContext request) {
        return close(request, SessionCookie.CLAIM);
    }

    public List<NewCookie> closeHolder(ContainerRequestContext request) {
        return close(request, SessionCookie.HOLDER);
    }

    /**
     * Closes every session of a member who is deactivated or whose password changes, in the transaction of that act: it is
     * never done without the other.
     */
    public void closeAll(Handle handle, OrganisationId organisation, AccountId account) {
        handle.attach(SessionDao.class).closeAll(account.value(), organisation.value());
    }

    /**
     * From now on this desk session reaches only the claim of this offer, until its password wakes it. Of what is guarded
     * nothing else opens on the device, neither desk nor anybody's space; open pages and signing out stay.
     */
    public void sleep(Principal principal, UUID offer) {
        database.inOrganisation(
                principal.organisation(),
                handle -> handle.attach(SessionDao.class)
                        .sleep(principal.session(), principal.organisation().value(), offer));
    }

    /** Back at the desk; the caller has checked the password. */
    public void wake(Principal principal) {
        database.inOrganisation(
                principal.organisation(),
                handle -> handle.attach(SessionDao.class)
                        .wake(principal.session(), principal.organisation().value()));
    }

    /** The member whose desk is open on this device, awake or asleep. */
    public Optional<Principal> member(ContainerRequestContext request) {
        return resume(request, SessionCookie.DESK).map(AuthFilter::principal);
    }

    /** The member whose desk sleeps on this device, if one does. */
    public Optional<Principal> sleeping(ContainerRequestContext request) {
        return resume(request, SessionCookie.DESK).filter(SessionRow::asleep).map(AuthFilter::principal);
    }

    /** Removes what ended; for a job. */
    public void sweep() {
        database.inPublic(handle -> handle.attach(SessionDao.class).sweep(clock.instant()));
    }

    Optional<SessionRow> resume(ContainerRequestContext request, SessionCookie cookie) {
        String token = cookie.value(request);
        if (token == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return database.look(handle -> handle.attach(SessionDao.class).resume(hash(token), now))
                .filter(row -> row.kind().equals(cookie.name()));
    }

    private List<NewCookie> close(ContainerRequestContext request, SessionCookie cookie) {
        String token = cookie.value(request);
        if (token != null) {
            database.inPublic(handle -> handle.attach(SessionDao.class).close(hash(token)));
        }
        return List.of(cookie.clear(settings));
    }

    private NewSession session(
            String kind,
            String token,
            UUID organisation,
            UUID account,
            UUID holder,
            UUID offer,
            Duration idle,
            Duration longest) {
        Instant now = clock.instant();
        return new NewSession(
                ids.uuid(),
                kind,
                hash(token),
                organisation,
                account,
                holder,
                offer,
                now,
                (int) idle.toSeconds(),
                now.plus(longest));
    }

    private byte[] hash(String token) {
        return vault.lookup("session", token);
    }
}
