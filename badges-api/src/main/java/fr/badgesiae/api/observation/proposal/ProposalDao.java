package fr.badgesiae.api.observation.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** SQL of proposals; every statement runs for one organisation. */
@RegisterConstructorMapper(ProposalDao.ProposalRow.class)
@RegisterConstructorMapper(ProposalDao.TaskRow.class)
public interface ProposalDao {
    /** A person and a badge that meet the rule. */
    record ProposalRow(
            UUID workerId,
            String firstName,
            String lastName,
            UUID achievementId,
            String badge,
            long seen,
            long members,
            LocalDate first,
            LocalDate last) {}

    /** A task that was seen; whether once at least without help. */
    record TaskRow(String language, String task, boolean alone) {}

    @SqlQuery("""
            SELECT met.worker_id, w.first_name, w.last_name, met.achievement_id, met.name AS badge, met.seen, met.members,
                   met.first, met.last
            FROM (<met>) met
            JOIN worker w ON w.id = met.worker_id AND w.organisation_id = :organisation AND w.erased_at IS NULL
            ORDER BY met.last DESC, met.worker_id, met.achievement_id
            LIMIT :most
            """)
    List<ProposalRow> met(@Define("met") String met, UUID organisation, int most);

    /** The tasks of the newest version of a badge that somebody was seen to do, in the order of the badge. */
    @SqlQuery("""
            SELECT v.content ->> 'language' AS language, t.task, bool_or(o.manner = 'ALONE') AS alone
            FROM (SELECT n.content FROM achievement_version n
                  WHERE n.achievement_id = :badge AND n.organisation_id = :organisation ORDER BY n.version DESC LIMIT 1) v
            CROSS JOIN LATERAL jsonb_array_elements_text(v.content -> 'tasks') WITH ORDINALITY AS t (task, place)
            JOIN observation o ON o.worker_id = :person AND o.achievement_id = :badge AND o.organisation_id = :organisation
                AND o.objection IS NULL AND t.task = ANY (o.tasks)
            GROUP BY v.content ->> 'language', t.task, t.place
            ORDER BY t.place
            """)
    List<TaskRow> seen(UUID organisation, UUID person, UUID badge);
}
