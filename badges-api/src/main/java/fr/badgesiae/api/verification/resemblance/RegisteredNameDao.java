package fr.badgesiae.api.verification.resemblance;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** SQL of the published names of registered issuers. */
@RegisterConstructorMapper(RegisteredName.class)
public interface RegisteredNameDao {
    @SqlQuery("SELECT organisation_id AS organisation, name, shown FROM registered_names(:at, :most)")
    List<RegisteredName> all(Instant at, int most);
}
