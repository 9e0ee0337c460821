package fr.badgesiae.api.person.many;

import fr.badgesiae.api.person.content.PersonKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlBatch;

/** SQL of many workers of one organisation. */
public interface NewPeopleDao {
    /** Sent to the database together. */
    @SqlBatch("""
            INSERT INTO worker (id, organisation_id, first_name, last_name, kind, subject_id, created_at, updated_at)
            VALUES (:id, :organisation, :firstName, :lastName, :kind, :subject, :now, :now)
            """)
    void insert(
            @Bind("id") List<UUID> ids,
            UUID organisation,
            @Bind("firstName") List<String> firstNames,
            @Bind("lastName") List<String> lastNames,
            PersonKind kind,
            @Bind("subject") List<UUID> subjects,
            Instant now);
}
