package fr.badgesiae.api.organisation.siret;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of SIRETs, on behalf of the organisation unless said otherwise. */
@RegisterConstructorMapper(EarlierSiret.class)
@RegisterConstructorMapper(SiretDao.SiretRow.class)
public interface SiretDao {
    /**
     * Whose SIRET it is, on behalf of the network; empty for an organisation of another one. The transaction goes on for the
     * organisation found.
     */
    @SqlQuery("""
            SELECT o.legal_name, o.siret, set_config('app.organisation', CAST(o.id AS text), true) AS entered
            FROM network_membership m JOIN organisation o ON o.id = m.organisation_id
            WHERE m.network_id = :network AND m.organisation_id = :organisation AND m.state <> 'ENDED'
              AND o.siret IS NOT NULL
            """)
    Optional<SiretRow> enter(UUID network, UUID organisation);

    /** Whether another organisation of this kind has this SIRET, or had it. */
    @SqlQuery("SELECT siret_taken(:siret, kind) FROM organisation WHERE id = :organisation")
    boolean taken(UUID organisation, String siret);

    @SqlQuery("""
            SELECT siret, used_from_on AS "from", used_until_on AS until FROM earlier_siret
            WHERE organisation_id = :organisation
            ORDER BY used_until_on DESC, created_at DESC, id
            LIMIT 50
            """)
    List<EarlierSiret> earlier(UUID organisation);

    /** Zero rows when it was changed since. */
    @SqlUpdate("UPDATE organisation SET siret = :siret, updated_at = :now WHERE id = :organisation AND siret = :from")
    int change(UUID organisation, String from, String siret, Instant now);

    @SqlUpdate("""
            INSERT INTO earlier_siret (id, organisation_id, siret, used_from_on, used_until_on, created_at)
            VALUES (:id, :organisation, :siret, (SELECT max(used_until_on) FROM earlier_siret
                    WHERE organisation_id = :organisation), :day, :now)
            """)
    void keep(UUID id, UUID organisation, String siret, LocalDate day, Instant now);

    /** An organisation that has a SIRET. */
    record SiretRow(String legalName, String siret) {}
}
