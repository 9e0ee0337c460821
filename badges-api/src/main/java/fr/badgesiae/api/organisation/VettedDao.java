package fr.badgesiae.api.organisation;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** SQL of the organisations that some network answers for. */
@RegisterConstructorMapper(VettedOrganisation.class)
public interface VettedDao {
    @SqlQuery("""
            SELECT id, public_name, siret, network, vetted_on, suspended_since
            FROM vetted_organisations(:words, :after, :most)
            """)
    List<VettedOrganisation> vetted(String words, UUID after, int most);
}
