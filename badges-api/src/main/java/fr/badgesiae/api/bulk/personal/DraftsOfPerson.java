package fr.badgesiae.api.bulk.personal;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.OpenDrafts;
import fr.badgesiae.api.person.team.Reach;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The drafts that a member began and in which a person waits, for the page of the person. */
public final class DraftsOfPerson implements OpenDrafts {
    private static final int MOST = 5;

    @Override
    public List<Draft> of(Handle handle, Reach reader, PersonId person) {
        return handle.createQuery("""
                        SELECT r.id, v.content ->> 'name' AS badge, r.created_at
                        FROM award_run_person p
                        JOIN award_run r ON r.id = p.run_id AND r.organisation_id = p.organisation_id
                        JOIN achievement_version v
                            ON v.id = r.achievement_version_id AND v.organisation_id = r.organisation_id
                        WHERE p.worker_id = :person AND r.organisation_id = :organisation AND r.state = 'DRAFT'
                          AND r.created_by = :member
                        ORDER BY r.created_at DESC, r.id
                        LIMIT :most
                        """)
                .bind("person", person.value())
                .bind("organisation", reader.here())
                .bind("member", reader.member())
                .bind("most", MOST)
                .map((row, context) -> new Draft(
                        "/app/award-runs/" + row.getString("id") + "/people",
                        row.getString("badge"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
