package fr.badgesiae.api.organisation;

import fr.badgesiae.api.organisation.pause.Suspension;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** SQL of the public side of organisations. */
@RegisterConstructorMapper(ProfileRow.class)
@RegisterConstructorMapper(Suspension.class)
@RegisterConstructorMapper(VettedOrganisation.class)
public interface ProfileDao {
    @SqlQuery("""
            SELECT o.id, o.kind, o.siret, o.legal_name, o.public_name, o.description, o.town, o.website, o.public_phone,
                   o.public_email, o.shows_legal_identity, o.state, o.data_controller, o.data_rights_contact,
                   o.data_protection_officer, o.data_legal_basis, o.time_zone,
                   array_to_string(o.departements, ', ') AS departements,
                   n.id AS network_id, n.public_name AS network_name, m.vetted_on, m.suspended_on AS suspended_since,
                   o.revision
            FROM organisation o
            LEFT JOIN network_membership m ON m.organisation_id = o.id AND m.state <> 'ENDED'
            LEFT JOIN organisation n ON n.id = m.network_id
            WHERE o.id = :id
            """)
    Optional<ProfileRow> find(UUID id);

    @SqlQuery("""
            SELECT n.public_name AS network, m.suspended_on AS since, m.pause_reason AS reason,
                   coalesce(m.suspended_reason, '') AS note
            FROM network_membership m JOIN organisation n ON n.id = m.network_id
            WHERE m.organisation_id = :id AND m.state = 'SUSPENDED'
            """)
    Optional<Suspension> suspension(UUID id);

    @SqlQuery("""
            SELECT id, public_name, siret, network, vetted_on, suspended_since
            FROM vetted_organisations(:words, :after, :most)
            """)
    List<VettedOrganisation> vetted(String words, @Nullable UUID after, int most);
}
