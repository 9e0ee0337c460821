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
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Opens, resumes and closes sessions. The cookie holds a token of 256 random bits, the table its HMAC. Each session gets a
 * new token, which prevents session fixation.
 */
public final class Sessions {
    private static final Duration DESK_IDLE = Duration.ofHours(2);
    private static final Duration DESK_LONGEST = Duration.ofHours(12);
    /** People who read slowly. */
    private static final Duration CLAIM_IDLE = Duration.ofMinutes(30);

    private static final Duration CLAIM_LONGEST = Duration.ofHours(1);
    private static final Duration HOLDER_IDLE = Duration.ofMinutes(15);
    private static final Duration HOLDER_LONGEST = Duration.ofHours(4);

    private final Database database;
    private final Settings settings;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;
    private Function<FormOwner, Optional<String>> slips = owner -> Optional.empty();

    public Sessions(Database database, Settings settings, Vault vault, Ids ids, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** A session that was opened in a transaction; {@link #cookies} gives it to the browser. */
    public static final class OpenedSession {
        private final SessionCookie cookie;
        private final String token;

        private OpenedSession(SessionCookie cookie, String token) {
            this.cookie = cookie;
            this.token = token;
        }

        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }

    /**
     * Opens a desk session for a member who signed in, in the caller's transaction. That one has locked membership and account and
     * then checked what opens the desk: whoever closes all sessions has come before, or closes this one too.
     */
    public OpenedSession openDesk(Handle handle, OrganisationId organisation, AccountId account) {
        String token = ids.token();
        NewSession session = session(
                SessionKind.DESK, token, organisation.value(), account.value(), null, null, DESK_IDLE, DESK_LONGEST);
        handle.attach(SessionDao.class).insert(session);
        return new OpenedSession(SessionCookie.DESK, token);
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

    /**
     * Opens a holder session after the right card and PIN, or after an answered claim, in the caller's transaction. That one has
     * locked the holder and then checked what opens the space: whoever closes all sessions has come before, or closes this one too.
     */
    public OpenedSession openHolder(Handle handle, HolderId holder) {
        String token = ids.token();
        NewSession session =
                session(SessionKind.HOLDER, token, null, null, holder.value(), null, HOLDER_IDLE, HOLDER_LONGEST);
        handle.attach(SessionDao.class).insert(session);
        return new OpenedSession(SessionCookie.HOLDER, token);
    }

    /** The cookies of a session that was opened. */
    public List<NewCookie> cookies(OpenedSession opened) {
        return List.of(opened.cookie.set(settings, opened.token));
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

    /** How the path that asks for the PIN of an offer's slip is found; set while the features are built. */
    public void slips(Function<FormOwner, Optional<String>> path) {
        slips = path;
    }

    /** The path that opens the claim of this form's offer again; empty when its slip is closed. */
    Optional<String> slip(FormOwner owner) {
        return slips.apply(owner);
    }

    /** The open claim on this device. On one that was passed over, the sleeping desk session counts before any claim cookie. */
    public Optional<ClaimPrincipal> claim(ContainerRequestContext request) {
        return resume(request, SessionCookie.DESK)
                .filter(SessionRow::asleep)
                .map(SessionRow::claim)
                .or(() -> resume(request, SessionCookie.CLAIM).map(SessionRow::claim));
    }

    /** Whether a holder's space is open on this device. */
    public boolean hasOpenSpace(ContainerRequestContext request) {
        return sleeping(request).isEmpty()
                && resume(request, SessionCookie.HOLDER).isPresent();
    }

    /** Whether the owner of a form has a session on this device. If so, the request gets its principal. */
    public boolean opens(ContainerRequestContext request, FormOwner owner) {
        switch (owner.kind()) {
            case DESK ->
                resume(request, SessionCookie.DESK)
                        .filter(row -> !row.asleep())
                        .ifPresent(row -> request.setProperty(Principal.PROPERTY, row.principal()));
            case CLAIM -> claim(request).ifPresent(claim -> request.setProperty(ClaimPrincipal.PROPERTY, claim));
            case HOLDER ->
                Optional.of(request)
                        .filter(here -> sleeping(here).isEmpty())
                        .flatMap(here -> resume(here, SessionCookie.HOLDER))
                        .ifPresent(row -> request.setProperty(
                                HolderPrincipal.PROPERTY,
                                new HolderPrincipal(row.holder(), row.sessionId(), row.zone())));
        }
        return FormOwner.of(request).equals(Optional.of(owner));
    }

    /** The cookie that leads back to a kept form. */
    NewCookie rememberForm(String token) {
        return SessionCookie.RESUME.set(settings, token);
    }

    NewCookie forgetForm() {
        return SessionCookie.RESUME.clear(settings);
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
