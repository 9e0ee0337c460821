package fr.badgesiae.api.platform.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of sessions. Only hashes of the tokens are stored. */
@RegisterConstructorMapper(SessionRow.class)
public interface SessionDao {
    /** A session to insert. Its kind decides which ids are set. */
    @SuppressWarnings("ArrayRecordComponent") // bound to a statement; never compared
    public record NewSession(
            UUID id,
            SessionKind kind,
            byte[] tokenHash,
            @Nullable UUID organisation,
            @Nullable UUID account,
            @Nullable UUID holder,
            @Nullable UUID offer,
            @Nullable UUID passkey,
            Instant now,
            int idleSeconds,
            Instant endsAt) {
        /** The same with another end. */
        NewSession until(Instant end) {
            return new NewSession(
                    id, kind, tokenHash, organisation, account, holder, offer, passkey, now, idleSeconds, end);
        }

        /** How long a session lasts without use, and at most. */
        enum Life {
            DESK(Duration.ofHours(2), Duration.ofHours(12)),
            /** For people who read slowly. */
            CLAIM(Duration.ofMinutes(30), Duration.ofHours(1)),
            HOLDER(Duration.ofMinutes(15), Duration.ofHours(4)),
            /** On a phone of one's own: each use begins the days anew, until the phone is asked again. */
            PHONE(Duration.ofDays(30), Duration.ofDays(180));

            private final Duration idle;
            private final Duration longest;

            Life(Duration idle, Duration longest) {
                this.idle = idle;
                this.longest = longest;
            }

            int idleSeconds() {
                return (int) idle.toSeconds();
            }

            Duration longest() {
                return longest;
            }
        }
    }

    @SqlUpdate("""
            INSERT INTO session (id, kind, token_hash, organisation_id, account_id, holder_id, offer_id, passkey_id,
                                 created_at, last_seen_at, idle_seconds, ends_at)
            VALUES (:id, :kind, :tokenHash, :organisation, :account, :holder, :offer, :passkey,
                    :now, :now, :idleSeconds, :endsAt)
            """)
    void insert(@BindMethods NewSession session);

    /** The session, whether its organisation is paused and which rights are lent, which each page of the desk asks. */
    @SqlQuery("""
            SELECT r.session_id, r.kind, r.organisation_id, r.account_id, r.holder_id, r.offer_id, r.asleep, r.role,
                   r.rights, r.display_name, r.place, r.time_zone, r.several, organisation_paused(r.organisation_id) AS paused,
                   CASE WHEN r.kind = 'DESK' THEN lent_rights(r.account_id, r.organisation_id, :now) END AS lent
            FROM resume_session(:hash, :now) r
            """)
    Optional<SessionRow> resume(byte[] hash, Instant now);

    @SqlQuery("SELECT 1 FROM (SELECT close_session(:hash)) AS closed")
    int close(byte[] hash);

    @SqlQuery("SELECT 1 FROM (SELECT sweep_sessions(:now)) AS swept")
    int sweep(Instant now);

    @SqlUpdate("""
            UPDATE session SET asleep = true, offer_id = :offer
            WHERE id = :id AND organisation_id = :organisation AND kind = 'DESK'
            """)
    int sleep(UUID id, UUID organisation, UUID offer);

    @SqlUpdate("""
            UPDATE session SET asleep = false, offer_id = NULL
            WHERE id = :id AND organisation_id = :organisation AND kind = 'DESK'
            """)
    int wake(UUID id, UUID organisation);

    @SqlUpdate("""
            DELETE FROM session WHERE account_id = :account AND organisation_id = :organisation
            """)
    int closeAll(UUID account, UUID organisation);

    @SqlQuery("SELECT 1 FROM (SELECT close_desks(:account)) AS closed")
    int closeDesks(UUID account);

    /** Closes a desk session that is awake, in whichever organisation; its end. Empty when it is over. */
    @SqlQuery("SELECT ends_at FROM leave_desk(:session, :account, :now)")
    Optional<Instant> leaveDesk(UUID session, UUID account, Instant now);

    @SqlUpdate("DELETE FROM session WHERE holder_id = :holder")
    int closeAll(UUID holder);

    @SqlUpdate("""
            DELETE FROM session WHERE holder_id = :holder AND id <> :kept
            """)
    int closeOthers(UUID holder, UUID kept);

    @SqlUpdate("DELETE FROM session WHERE id = :session AND holder_id = :holder")
    int closeOne(UUID session, UUID holder);

    /** A session of a phone becomes an ordinary one. */
    @SqlUpdate("""
            UPDATE session SET passkey_id = NULL, idle_seconds = least(idle_seconds, :idleSeconds),
                ends_at = least(ends_at, :endsAt)
            WHERE id = :kept AND holder_id = :holder AND passkey_id IS NOT NULL
            """)
    int shorten(UUID kept, UUID holder, int idleSeconds, Instant endsAt);

    /** Their sessions end with them. */
    @SqlUpdate("DELETE FROM passkey WHERE holder_id = :holder")
    int removePasskeys(UUID holder);

    /** Registrations that have started lead to nothing. */
    @SqlUpdate("DELETE FROM passkey_challenge WHERE holder_id = :holder")
    int endRegistrations(UUID holder);
}
