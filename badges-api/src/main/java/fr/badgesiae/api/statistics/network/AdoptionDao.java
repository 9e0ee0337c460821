package fr.badgesiae.api.statistics.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** SQL of adoption, on behalf of a network. */
@RegisterConstructorMapper(AdoptionDao.AdoptionRow.class)
public interface AdoptionDao {
    /** An organisation as the database counts it; {@code awards} may be small. */
    record AdoptionRow(
            UUID organisationId,
            String name,
            LocalDate memberSinceOn,
            boolean active,
            @Nullable LocalDate firstAwardOn,
            @Nullable LocalDate lastAwardOn,
            long published,
            long awards) {}

    /** All of them by name, at most some thousands. */
    @SqlQuery("""
            SELECT organisation_id, name, member_since_on, active, first_award_on, last_award_on, published, awards
            FROM network_adoption(:first, :last, :activeSince)
            """)
    List<AdoptionRow> all(LocalDate first, LocalDate last, Instant activeSince);
}
