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
import org.jspecify.annotations.Nullable;

/**
 * Opens, resumes and closes sessions. The cookie holds a token of 256 random bits, the table its HMAC. Each session gets a
 * new token, which prevents session fixation.
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

    /** Opens a desk session for a member who signed in. */
    public List<NewCookie> openDesk(OrganisationId organisation, AccountId account) {
        String token = ids.token();
        NewSession session = session(
                SessionKind.DESK, token, organisation.value(), account.value(), null, null, DESK_IDLE, DESK_LONGEST);
        database.inOrganisation(organisation, handle -> {
            handle.attach(SessionDao.class).insert(session);
            return true;
        });
        return List.of(SessionCookie.DESK.set(settings, token));
    }

    /** Opens a claim session after the right slip and PIN: this offer can be answered. */
    public List<NewCookie> openClaim(OrganisationId organisation, UUID offer) {
        String token = ids.token();
        NewSession session =
                session(SessionKind.CLAIM, token, organisation.value(), null, null, offer, CLAIM_IDLE, CLAIM_LONGEST);
        database.inOrganisation(organisation, handle -> {
            handle.attach(SessionDao.class).insert(session);
            return true;
        });
        return List.of(SessionCookie.CLAIM.set(settings, token));
    }

    /** Opens a holder session after the right card and PIN, or after an answered claim. */
    public List<NewCookie> openHolder(HolderId holder) {
        String token = ids.token();
        NewSession session =
                session(SessionKind.HOLDER, token, null, null, holder.value(), null, HOLDER_IDLE, HOLDER_LONGEST);
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
     * Closes all sessions of a member who is deactivated or whose password changes, in the caller's transaction.
     */
    public void closeAll(Handle handle, OrganisationId organisation, AccountId account) {
        handle.attach(SessionDao.class).closeAll(account.value(), organisation.value());
    }

    /**
     * Closes the other sessions of a holder whose PIN or card changes, in the caller's transaction: whoever had the old ones
     * may be on another device.
     *
     * @return how many were closed
     */
    public int closeOthers(Handle handle, HolderPrincipal kept) {
        return handle.attach(SessionDao.class).closeOthers(kept.holder().value(), kept.session());
    }

    /** Closes all sessions of a holder whose space is reopened, in the caller's transaction, which sees the holder. */
    public void closeAll(Handle handle, HolderId holder) {
        handle.attach(SessionDao.class).closeAll(holder.value());
    }

    /**
     * Puts a desk session to sleep until the password wakes it. Meanwhile the device reaches the claim of this offer, open
     * pages and sign-out; neither the desk nor a holder space.
     */
    public void sleep(Principal principal, UUID offer) {
        database.inOrganisation(
                principal.organisation(),
                handle -> handle.attach(SessionDao.class)
                        .sleep(principal.session(), principal.organisation().value(), offer));
    }

    /** Wakes a desk session. The caller has checked the password. */
    public void wake(Principal principal) {
        database.inOrganisation(
                principal.organisation(),
                handle -> handle.attach(SessionDao.class)
                        .wake(principal.session(), principal.organisation().value()));
    }

    /** The member of the desk session on this device, awake or asleep. */
    public Optional<Principal> member(ContainerRequestContext request) {
        return resume(request, SessionCookie.DESK).map(SessionRow::principal);
    }

    /** The member of a sleeping desk session on this device, if there is one. */
    public Optional<Principal> sleeping(ContainerRequestContext request) {
        return resume(request, SessionCookie.DESK).filter(SessionRow::asleep).map(SessionRow::principal);
    }

    /** Deletes ended sessions; for a job. */
    public void sweep() {
        database.inPublic(handle -> handle.attach(SessionDao.class).sweep(clock.instant()));
    }

    Optional<SessionRow> resume(ContainerRequestContext request, SessionCookie cookie) {
        Instant now = clock.instant();
        return cookie.value(request)
                .flatMap(token ->
                        database.look(handle -> handle.attach(SessionDao.class).resume(hash(token), now)))
                .filter(row -> row.kind().cookie() == cookie);
    }

    private List<NewCookie> close(ContainerRequestContext request, SessionCookie cookie) {
        cookie.value(request)
                .ifPresent(token -> database.inPublic(
                        handle -> handle.attach(SessionDao.class).close(hash(token))));
        return List.of(cookie.clear(settings));
    }

    private NewSession session(
            SessionKind kind,
            String token,
            @Nullable UUID organisation,
            @Nullable UUID account,
            @Nullable UUID holder,
            @Nullable UUID offer,
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
