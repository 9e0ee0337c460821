package fr.badgesiae.api.organisation.zone;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** SQL of time zones. */
public interface ZoneDao {
    @SqlQuery("SELECT organisation_zone(:organisation)")
    Optional<String> zone(UUID organisation);
}
