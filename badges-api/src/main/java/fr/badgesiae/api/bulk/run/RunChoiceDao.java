package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.offer.OfferState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of the people to choose for a run; every statement runs for one organisation. */
@RegisterConstructorMapper(RunChoiceDao.CandidateRow.class)
public interface RunChoiceDao {
    /**
     * A person to choose.
     *
     * @param found how many people the search finds, up to one more than a run takes
     */
    record CandidateRow(
            UUID id,
            String firstName,
            String lastName,
            Instant createdAt,
            boolean informed,
            boolean chosen,
            @Nullable OfferState standing,
            @Nullable Instant since,
            int found) {}

    String FOUND = """
            FROM award_run r
            JOIN achievement_version v ON v.id = r.achievement_version_id AND v.organisation_id = r.organisation_id
            CROSS JOIN LATERAL page_of_teams(
                :member, r.group_id, r.search, '', '', '00000000-0000-0000-0000-000000000000', :most) page
            JOIN worker w ON w.id = page.worker_id AND w.organisation_id = r.organisation_id
            """;

    /** Everybody has the information sheet, no such offer, and is not chosen yet. */
    String COULD_BE_CHOSEN = """
            WHERE r.id = :run AND r.organisation_id = :organisation AND r.state = 'DRAFT'
              AND w.notice_given_on IS NOT NULL AND standing.state IS NULL
              AND NOT EXISTS (SELECT 1 FROM award_run_person p WHERE p.run_id = r.id AND p.worker_id = w.id)
            """;

    String PAGE = """
            FROM award_run r
            JOIN achievement_version v ON v.id = r.achievement_version_id AND v.organisation_id = r.organisation_id
            LEFT JOIN worker last ON last.id = :after AND last.organisation_id = r.organisation_id
            CROSS JOIN LATERAL page_of_teams(
                :member, r.group_id, r.search, coalesce(last.last_name, ''), coalesce(last.first_name, ''),
                coalesce(last.id, '00000000-0000-0000-0000-000000000000'), :limit) page
            JOIN worker w ON w.id = page.worker_id AND w.organisation_id = r.organisation_id
            LEFT JOIN award_run_person p ON p.run_id = r.id AND p.worker_id = w.id
            """;

    /** A page of the people that the search of a run finds, after one of them. */
    @SqlQuery("""
            SELECT w.id, w.first_name, w.last_name, w.created_at, w.notice_given_on IS NOT NULL AS informed,
                   p.worker_id IS NOT NULL AS chosen, standing.state AS standing, standing.created_at AS since,
                   (SELECT count(*) FROM page_of_teams(
                       :member, r.group_id, r.search, '', '', '00000000-0000-0000-0000-000000000000', :most)) AS found
            """ + PAGE + AwardRunDao.STANDING + """
            WHERE r.id = :run AND r.organisation_id = :organisation
            """ + AwardRunDao.BY_NAME)
    List<CandidateRow> page(
            UUID run, UUID organisation, @Nullable UUID member, @Nullable UUID after, int limit, int most, Instant now);

    /** Whether the search finds another one who could be chosen. */
    @SqlQuery("SELECT EXISTS (SELECT 1 " + FOUND + AwardRunDao.STANDING + COULD_BE_CHOSEN + ")")
    boolean moreFound(UUID run, UUID organisation, @Nullable UUID member, int most, Instant now);

    /** Chooses these people, whoever may be chosen of them; the list {@code again} also those who have such an offer. */
    @SqlUpdate("""
            INSERT INTO award_run_person (run_id, organisation_id, worker_id, again, state, created_at, updated_at)
            SELECT r.id, r.organisation_id, w.id, w.id = ANY (:again), 'CHOSEN', :now, :now
            FROM award_run r JOIN worker w ON w.organisation_id = r.organisation_id AND w.erased_at IS NULL
            WHERE r.id = :run AND r.organisation_id = :organisation AND r.state = 'DRAFT'
              AND w.id = ANY (:people) AND w.notice_given_on IS NOT NULL AND is_assigned(:member, w.id)
            ON CONFLICT (run_id, worker_id) DO UPDATE SET again = EXCLUDED.again, updated_at = EXCLUDED.updated_at
            WHERE award_run_person.again <> EXCLUDED.again
            """)
    int choose(UUID run, UUID organisation, @Nullable UUID member, UUID[] people, UUID[] again, Instant now);

    /** Chooses everybody whom the search finds, except who has such an offer or lacks the information sheet. */
    @SqlUpdate("""
            INSERT INTO award_run_person (run_id, organisation_id, worker_id, again, state, created_at, updated_at)
            SELECT r.id, r.organisation_id, w.id, false, 'CHOSEN', :now, :now
            """ + FOUND + AwardRunDao.STANDING + COULD_BE_CHOSEN + AwardRunDao.BY_NAME + "LIMIT :room")
    int chooseFound(UUID run, UUID organisation, @Nullable UUID member, int most, int room, Instant now);

    @SqlUpdate("""
            DELETE FROM award_run_person
            WHERE run_id = :run AND organisation_id = :organisation AND worker_id = ANY (:people) AND state = 'CHOSEN'
            """)
    int leaveOut(UUID run, UUID organisation, UUID[] people);

    /** The people who were chosen last. */
    @SqlUpdate("""
            DELETE FROM award_run_person
            WHERE run_id = :run AND organisation_id = :organisation AND worker_id IN (
                SELECT p.worker_id FROM award_run_person p WHERE p.run_id = :run
                ORDER BY p.created_at DESC, p.worker_id LIMIT :surplus)
            """)
    int leaveOutLatest(UUID run, UUID organisation, int surplus);

    @SqlQuery("""
            SELECT EXISTS (
                SELECT FROM people_group g WHERE g.id = :group AND g.organisation_id = :organisation
                  AND (CAST(:member AS uuid) IS NULL OR EXISTS (
                      SELECT FROM team_assignment t WHERE t.group_id = g.id AND t.account_id = :member)))
            """)
    boolean hasGroup(UUID group, UUID organisation, @Nullable UUID member);

    @SqlQuery("SELECT count(*) FROM award_run_person WHERE run_id = :run AND organisation_id = :organisation")
    int count(UUID run, UUID organisation);

    @SqlUpdate(
            "DELETE FROM award_run_person WHERE run_id = :run AND organisation_id = :organisation AND state = 'CHOSEN'")
    int leaveOutAll(UUID run, UUID organisation);
}
