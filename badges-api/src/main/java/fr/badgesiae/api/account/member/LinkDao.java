package fr.badgesiae.api.account.member;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of single-use links. */
@RegisterConstructorMapper(Link.class)
@RegisterConstructorMapper(LinkLocationRow.class)
public interface LinkDao {
    @SqlQuery("SELECT organisation_id, invitation_id AS id FROM locate_invitation(:hash)")
    Optional<LinkLocationRow> locate(byte[] hash);

    @SqlUpdate("""
            INSERT INTO invitation (id, organisation_id, kind, role, account_id, token_hash, label, created_by,
                                    created_at, ends_at)
            VALUES (:id, :organisation, :kind, :role, :account, :hash, :label, :by, :now, :ends)
            """)
    void insert(
            UUID id,
            UUID organisation,
            Link.Kind kind,
            @Nullable String role,
            @Nullable UUID account,
            byte[] hash,
            String label,
            @Nullable UUID by,
            Instant now,
            Instant ends);

    @SqlQuery("""
            SELECT id, kind, role, account_id, label, ends_at FROM invitation
            WHERE organisation_id = :organisation AND id = :id
              AND used_at IS NULL AND cancelled_at IS NULL AND ends_at > :now
            """)
    Optional<Link> usable(UUID organisation, UUID id, Instant now);

    /** One statement, so that of two concurrent uses one finds no row. */
    @SqlUpdate("""
            UPDATE invitation SET used_at = :now
            WHERE organisation_id = :organisation AND id = :id
              AND used_at IS NULL AND cancelled_at IS NULL AND ends_at > :now
            """)
    int use(UUID organisation, UUID id, Instant now);

    @SqlQuery("""
            SELECT id, kind, role, account_id, label, ends_at FROM invitation
            WHERE organisation_id = :organisation AND kind = 'JOIN'
              AND used_at IS NULL AND cancelled_at IS NULL AND ends_at > :now
            ORDER BY created_at, id
            LIMIT 50
            """)
    List<Link> open(UUID organisation, Instant now);

    @SqlUpdate("""
            UPDATE invitation SET cancelled_at = :now
            WHERE organisation_id = :organisation AND id = :id AND used_at IS NULL AND cancelled_at IS NULL
            """)
    int cancel(UUID organisation, UUID id, Instant now);

    /** Cancels older links when a new one is created. */
    @SqlUpdate("""
            UPDATE invitation SET cancelled_at = :now
            WHERE organisation_id = :organisation AND kind = 'PASSWORD' AND account_id = :account
              AND used_at IS NULL AND cancelled_at IS NULL
            """)
    int cancelPassword(UUID organisation, UUID account, Instant now);

    /** Cancels whatever this member made, in the organisations of a network too: they may have kept it. */
    @SqlQuery("SELECT 1 FROM (SELECT cancel_links_made_by(:organisation, :member, :now)) AS cancelled")
    int cancelMadeBy(UUID organisation, UUID member, Instant now);

    /** Whether a member may make links; locked, so that whoever ends that cancels also what is made now. */
    @SqlQuery("SELECT state = 'ACTIVE' AND " + Members.MANAGES + """
            FROM membership WHERE organisation_id = :organisation AND account_id = :member
            FOR SHARE
            """)
    Optional<Boolean> lockMaker(UUID organisation, UUID member);

    @SqlUpdate("""
            UPDATE invitation SET cancelled_at = :now
            WHERE organisation_id = :organisation AND kind = 'JOIN' AND role = :role
              AND used_at IS NULL AND cancelled_at IS NULL
            """)
    int cancelJoin(UUID organisation, String role, Instant now);
}
