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

/** SQL of organisations, by the network that vets them and by themselves. */
@RegisterConstructorMapper(OrganisationRow.class)
public interface OrganisationDao {
    @SqlUpdate("""
            INSERT INTO organisation (id, kind, siret, legal_name, public_name, created_at, updated_at)
            VALUES (:id, :kind, :siret, :legalName, :publicName, :now, :now)
            """)
    void insert(UUID id, String kind, String siret, String legalName, String publicName, Instant now);

    @SqlUpdate("""
            INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_by, vetted_on)
            VALUES (:id, :network, :organisation, :now, :by, :today)
            """)
    void join(UUID id, UUID network, UUID organisation, UUID by, Instant now, LocalDate today);

    @SqlUpdate("""
            UPDATE network_membership
            SET state = 'SUSPENDED', suspended_on = :today, suspended_reason = :reason, suspended_by = :by
            WHERE network_id = :network AND organisation_id = :organisation AND state = 'ACTIVE'
            """)
    int pause(UUID network, UUID organisation, LocalDate today, String reason, UUID by);

    @SqlUpdate("""
            UPDATE network_membership
            SET state = 'ACTIVE', suspended_on = NULL, suspended_reason = NULL, suspended_by = NULL
            WHERE network_id = :network AND organisation_id = :organisation AND state = 'SUSPENDED'
            """)
    int resume(UUID network, UUID organisation);

    /** Zero rows: somebody else saved since. */
    @SqlUpdate("""
            UPDATE organisation
            SET public_name = :form.publicName, description = :form.description, website = NULLIF(:form.website, ''),
                public_phone = NULLIF(:form.publicPhone, ''), public_email = NULLIF(:form.publicEmail, ''),
                shows_legal_identity = :form.showsLegalIdentity, data_controller = :form.dataController,
                data_rights_contact = :form.dataRightsContact,
                data_protection_officer = :form.dataProtectionOfficer, data_legal_basis = :form.dataLegalBasis,
                updated_at = :now, revision = revision + 1
            WHERE id = :id AND revision = :revision
            """)
    int save(UUID id, int revision, @BindMethods("form") OrganisationForm form, Instant now);

    @SqlQuery("SELECT siret_taken(:siret, :kind)")
    boolean siretTaken(String siret, String kind);

    @SqlQuery("SELECT organisation_id FROM first_network()")
    Optional<UUID> firstNetwork();

    /** The list in the order of the legal name, after one of its lines, searched by the beginning of a word or a SIRET. */
    @SqlQuery("""
            SELECT o.id, o.kind, o.siret, o.legal_name, o.public_name, o.state, m.vetted_on AS since,
                   m.suspended_on AS suspended_since, m.suspended_reason
            FROM page_of_organisations(:words, :after, :limit) page
            JOIN organisation o ON o.id = page.organisation_id
            JOIN network_membership m ON m.organisation_id = o.id
            WHERE m.network_id = :network AND m.state <> 'ENDED'
            ORDER BY lower(o.legal_name COLLATE "fr-x-icu"), o.id
            """)
    List<OrganisationRow> ofNetwork(UUID network, String words, UUID after, int limit);

    @SqlQuery("""
            SELECT o.id, o.kind, o.siret, o.legal_name, o.public_name, o.state, m.vetted_on AS since,
                   m.suspended_on AS suspended_since, m.suspended_reason
            FROM network_membership m JOIN organisation o ON o.id = m.organisation_id
            WHERE m.network_id = :network AND m.organisation_id = :organisation AND m.state <> 'ENDED'
            """)
    Optional<OrganisationRow> ofNetwork(UUID network, UUID organisation);
}
