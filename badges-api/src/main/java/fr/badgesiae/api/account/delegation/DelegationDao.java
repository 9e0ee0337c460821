package fr.badgesiae.api.account.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of delegations; every statement runs for one organisation. */
@RegisterConstructorMapper(Delegation.class)
public interface DelegationDao {
    String DELEGATIONS = """
            SELECT d.id, lender.display_name AS lender, giving.role AS lender_role, d.account_id AS member,
                   taker.display_name AS name, taking.role, d.rights, d.starts_on, d.ends_on,
                   d.ended_at IS NOT NULL AS ended
            FROM delegation d
            JOIN account lender ON lender.id = d.delegated_by
            JOIN membership giving ON giving.account_id = d.delegated_by AND giving.organisation_id = d.organisation_id
            JOIN account taker ON taker.id = d.account_id
            JOIN membership taking ON taking.account_id = d.account_id AND taking.organisation_id = d.organisation_id
            WHERE d.organisation_id = :organisation
            """;

    /** Those of a member: what nobody ended first, then by the latest last day. */
    @SqlQuery(DELEGATIONS
            + "AND d.account_id = :member ORDER BY d.ended_at IS NOT NULL, d.ends_on DESC, d.id LIMIT :most")
    List<Delegation> of(UUID organisation, UUID member, int most);

    @SqlQuery(DELEGATIONS + "AND d.account_id = :member AND d.id = :id")
    Optional<Delegation> find(UUID organisation, UUID member, UUID id);

    @SqlQuery("""
            SELECT count(*) FROM delegation
            WHERE organisation_id = :organisation AND account_id = :member AND ended_at IS NULL AND ends_on >= :today
            """)
    int openOf(UUID organisation, UUID member, LocalDate today);

    /** Zero rows: the same was lent already. */
    @SqlUpdate("""
            INSERT INTO delegation (id, organisation_id, delegated_by, account_id, rights, starts_on, ends_on, created_at,
                                    updated_at)
            VALUES (:id, :organisation, :by, :member, :rights, :from, :until, :now, :now)
            ON CONFLICT (account_id, organisation_id, delegated_by, starts_on, ends_on, rights) WHERE ended_at IS NULL
            DO NOTHING
            """)
    int insert(
            UUID id,
            UUID organisation,
            UUID by,
            UUID member,
            String[] rights,
            LocalDate from,
            LocalDate until,
            Instant now);

    /** Zero rows: it is ended or over. */
    @SqlUpdate("""
            UPDATE delegation SET ended_at = :now, updated_at = :now
            WHERE organisation_id = :organisation AND account_id = :member AND id = :id AND ended_at IS NULL
              AND ends_on >= :today
            """)
    int end(UUID organisation, UUID member, UUID id, LocalDate today, Instant now);
}
