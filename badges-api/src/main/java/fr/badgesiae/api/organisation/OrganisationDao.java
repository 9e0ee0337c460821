package fr.badgesiae.api.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of organisations, on behalf of themselves or of the network that vets them. */
@RegisterConstructorMapper(NetworkOrganisation.class)
public interface OrganisationDao {
    @SqlUpdate("""
            INSERT INTO organisation (id, kind, siret, legal_name, public_name, town, time_zone, departements, created_at, updated_at)
            VALUES (:id, :kind, :siret, :legalName, :publicName, :town, :timeZone,
                string_to_array(:departements, ', '), :now, :now)
            """)
    void insert(
            UUID id,
            OrganisationKind kind,
            @Nullable String siret,
            String legalName,
            String publicName,
            String town,
            String timeZone,
            String departements,
            Instant now);

    @SqlUpdate("""
            INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_by, vetted_on)
            VALUES (:id, :network, :organisation, :now, :by, :today)
            """)
    void join(UUID id, UUID network, UUID organisation, UUID by, Instant now, LocalDate today);

    /** Zero rows when another revision was saved since. */
    @SqlUpdate("""
            UPDATE organisation
            SET public_name = :form.publicName, description = :form.description, town = :form.town, website = NULLIF(:form.website, ''),
                public_phone = NULLIF(:form.publicPhone, ''), public_email = NULLIF(:form.publicEmail, ''),
                shows_legal_identity = :form.showsLegalIdentity, data_controller = :form.dataController,
                data_rights_contact = :form.dataRightsContact,
                data_protection_officer = :form.dataProtectionOfficer, data_legal_basis = :form.dataLegalBasis,
                time_zone = :form.timeZone, departements = string_to_array(:form.departements, ', '), updated_at = :now, revision = revision + 1
            WHERE id = :id AND revision = :revision
            """)
    int save(UUID id, int revision, @BindMethods("form") OrganisationForm form, Instant now);

    @SqlQuery("SELECT siret_taken(:siret, :kind)")
    boolean siretTaken(String siret, OrganisationKind kind);

    @SqlQuery("SELECT organisation_id FROM first_network()")
    Optional<UUID> firstNetwork();

    /** Ordered by legal name, after one line, filtered by the beginning of a word or of a SIRET, and by a département. */
    @SqlQuery("""
            SELECT o.id, o.kind, o.siret, o.legal_name, o.public_name,
                   array_to_string(o.departements, ', ') AS departements, m.vetted_on AS since,
                   m.suspended_on AS suspended_since, m.suspended_reason, m.pause_reason, m.pause_asked_at,
                   m.pause_asked_by, m.pause_due_at, CAST(NULL AS text) AS earlier_sirets
            FROM page_of_organisations(:words, :after, :limit, :departement) page
            JOIN organisation o ON o.id = page.organisation_id
            -- one look-up for each line; a plain join reads the memberships of the whole network
            CROSS JOIN LATERAL (
                SELECT member.vetted_on, member.suspended_on, member.suspended_reason, member.pause_reason,
                       member.pause_asked_at, member.pause_asked_by, member.pause_due_at
                FROM network_membership member
                WHERE member.network_id = :network AND member.organisation_id = page.organisation_id
                  AND member.state <> 'ENDED'
                LIMIT 1) m
            ORDER BY lower(o.legal_name COLLATE "fr-x-icu"), o.id
            """)
    List<NetworkOrganisation> ofNetwork(
            UUID network, String words, String departement, @Nullable UUID after, int limit);

    /**
     * One organisation of the network. Row-level security is that of the network while it is looked for; the transaction goes
     * on for the organisation found, and reads its members.
     */
    @SqlQuery("""
            SELECT o.id, o.kind, o.siret, o.legal_name, o.public_name,
                   array_to_string(o.departements, ', ') AS departements, m.vetted_on AS since,
                   m.suspended_on AS suspended_since, m.suspended_reason, m.pause_reason, m.pause_asked_at,
                   m.pause_asked_by, m.pause_due_at,
                   (SELECT string_agg(concat_ws(' ', e.siret, e.used_until_on, e.used_from_on), ';'
                                      ORDER BY e.used_until_on DESC, e.created_at DESC, e.id)
                    FROM earlier_siret e WHERE e.organisation_id = o.id) AS earlier_sirets,
                   set_config('app.organisation', CAST(o.id AS text), true) AS entered
            FROM network_membership m JOIN organisation o ON o.id = m.organisation_id
            WHERE m.network_id = :network AND m.organisation_id = :organisation AND m.state <> 'ENDED'
            """)
    Optional<NetworkOrganisation> enter(UUID network, UUID organisation);
}
