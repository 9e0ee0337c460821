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
    /** An organisation as the database counts it; {@code awards} may be small, and of few {@code people}. */
    record AdoptionRow(
            UUID organisationId,
            String name,
            String departements,
            LocalDate memberSinceOn,
            boolean active,
            @Nullable Integer firstAwardYear,
            @Nullable Integer lastAwardYear,
            long published,
            long people,
            long awards) {}

    /**
     * All of them by name, at most some thousands.
     *
     * @param closed the last day that is counted of any year
     */
    @SqlQuery("""
            SELECT organisation_id, name, departements, member_since_on, active, first_award_year, last_award_year, published,
                   people, awards
            FROM network_adoption(:first, :last, :closed, :activeSince)
            """)
    List<AdoptionRow> all(LocalDate first, LocalDate last, LocalDate closed, Instant activeSince);
}
