package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.auth.SessionDao.NewSession;
import fr.badgesiae.api.platform.auth.SessionDao.NewSession.Life;
import fr.badgesiae.api.platform.db.Database;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
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

    /**
     * Opens a desk session for a member who signed in, in the caller's transaction. That one has locked membership and account and
     * then checked what opens the desk: whoever closes all sessions has come before, or closes this one too.
     */
    public OpenedSession openDesk(Handle handle, OrganisationId organisation, AccountId account) {
        return openDesk(handle, organisation, account, clock.instant().plus(Life.DESK.longest()));
    }

    /** Opens one elsewhere in place of the present one, whose end it keeps: no password was given. Empty when that is over. */
    public Optional<OpenedSession> moveDesk(Handle handle, Principal by, OrganisationId place) {
        return handle.attach(SessionDao.class)
                .leaveDesk(by.session(), by.account().value(), clock.instant())
                .map(end -> openDesk(handle, place, by.account(), end));
    }

    private OpenedSession openDesk(Handle handle, OrganisationId organisation, AccountId account, Instant end) {
        String token = ids.token();
        NewSession session =
                session(SessionKind.DESK, token, organisation.value(), account.value(), null, null, null, Life.DESK);
        handle.attach(SessionDao.class).insert(session.until(end));
        return new OpenedSession(SessionCookie.DESK, token, false);
    }

    /** Opens a claim session after the right slip and PIN: this offer can be answered. */
    public List<NewCookie> openClaim(OrganisationId organisation, UUID offer) {
        String token = ids.token();
        NewSession session =
                session(SessionKind.CLAIM, token, organisation.value(), null, null, offer, null, Life.CLAIM);
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
        return openHolder(handle, holder, null, Life.HOLDER);
    }

    /**
     * Opens a holder session after the right passkey, which ends with it. The caller has locked the holder.
     *
     * @param ownDevice whether the passkey is of this device. Only then is the session a long one: a phone also opens the space on
     *     a computer beside it, which may be anybody's.
     */
    public OpenedSession openHolder(Handle handle, HolderId holder, UUID passkey, boolean ownDevice) {
        return openHolder(handle, holder, passkey, ownDevice ? Life.PHONE : Life.HOLDER);
    }

    /** Opens the long session of a phone that was added, in place of the present one. The caller has locked the holder. */
    public OpenedSession lengthen(Handle handle, HolderPrincipal by, UUID passkey) {
        handle.attach(SessionDao.class).closeOne(by.session(), by.holder().value());
        return openHolder(handle, by.holder(), passkey, true);
    }

    private OpenedSession openHolder(Handle handle, HolderId holder, @Nullable UUID passkey, Life life) {
        String token = ids.token();
        handle.attach(SessionDao.class)
                .insert(session(SessionKind.HOLDER, token, null, null, holder.value(), null, passkey, life));
        return new OpenedSession(SessionCookie.HOLDER, token, life == Life.PHONE);
    }

    /** The cookies of a session that was opened. */
    public List<NewCookie> cookies(OpenedSession opened) {
        return List.of(opened.give(settings));
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

    /** Closes all sessions of an account whose password changes, in the caller's transaction: of every organisation. */
    public void closeEverywhere(Handle handle, AccountId account) {
        handle.attach(SessionDao.class).closeDesks(account.value());
    }

    /** Closes all sessions of a member who is deactivated, in the caller's transaction. */
    public void closeAll(Handle handle, OrganisationId organisation, AccountId account) {
        handle.attach(SessionDao.class).closeAll(account.value(), organisation.value());
    }

    /**
     * Closes the other sessions of a holder whose PIN or card changes and removes their passkeys, in the caller's transaction:
     * whoever had the old ones may be on another device, or may have made it theirs. The present session is an ordinary one from
     * now on.
     *
     * @return how many sessions were closed
     */
    public int closeOthers(Handle handle, HolderPrincipal kept) {
        SessionDao dao = handle.attach(SessionDao.class);
        UUID holder = kept.holder().value();
        dao.shorten(
                kept.session(),
                holder,
                Life.HOLDER.idleSeconds(),
                clock.instant().plus(Life.HOLDER.longest()));
        int closed = dao.closeOthers(holder, kept.session());
        endPasskeys(dao, holder);
        return closed;
    }

    /**
     * Closes all sessions of a holder whose space is reopened and removes their passkeys, in the caller's transaction, which sees
     * the holder.
     */
    public void closeAll(Handle handle, HolderId holder) {
        SessionDao dao = handle.attach(SessionDao.class);
        dao.closeAll(holder.value());
        endPasskeys(dao, holder.value());
    }

    private static void endPasskeys(SessionDao dao, UUID holder) {
        dao.removePasskeys(holder);
        dao.endRegistrations(holder);
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
            @Nullable UUID passkey,
            Life life) {
        Instant now = clock.instant();
        return new NewSession(
                ids.uuid(),
                kind,
                hash(token),
                organisation,
                account,
                holder,
                offer,
                passkey,
                now,
                life.idleSeconds(),
                now.plus(life.longest()));
    }

    private byte[] hash(String token) {
        return vault.lookup("session", token);
    }
}
