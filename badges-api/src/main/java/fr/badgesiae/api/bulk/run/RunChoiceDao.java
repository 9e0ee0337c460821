package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.RunPersonState;
import fr.badgesiae.api.bulk.content.RunReason;
import fr.badgesiae.api.offer.OfferState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of the people of a run, and of those to choose for it; every statement runs for one organisation. */
@RegisterConstructorMapper(RunChoiceDao.CandidateRow.class)
@RegisterConstructorMapper(RunChoiceDao.PersonRow.class)
@RegisterConstructorMapper(RunChoiceDao.LeftOutRow.class)
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

    /** A person of a run. */
    record PersonRow(
            UUID id,
            String firstName,
            String lastName,
            boolean informed,
            String line,
            boolean again,
            RunPersonState state,
            @Nullable RunReason reason,
            @Nullable UUID offer,
            @Nullable OfferState standing,
            @Nullable Instant since) {}

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

    /**
     * Whom the search of a draft finds and a choice of everybody leaves out.
     *
     * @param uninformed how many of all of them lack the information sheet
     * @param all how many they are
     */
    record LeftOutRow(
            UUID id,
            String firstName,
            String lastName,
            boolean informed,
            @Nullable OfferState standing,
            @Nullable Instant since,
            int uninformed,
            int all) {}

    @SqlQuery("""
            SELECT w.id, w.first_name, w.last_name, w.notice_given_on IS NOT NULL AS informed,
                   standing.state AS standing, standing.created_at AS since,
                   count(*) FILTER (WHERE w.notice_given_on IS NULL) OVER () AS uninformed, count(*) OVER () AS "all"
            """ + FOUND + AwardRunDao.STANDING + """
            WHERE r.id = :run AND r.organisation_id = :organisation AND r.state = 'DRAFT'
              AND (w.notice_given_on IS NULL OR standing.state IS NOT NULL)
              AND NOT EXISTS (SELECT 1 FROM award_run_person p WHERE p.run_id = r.id AND p.worker_id = w.id)
            """ + AwardRunDao.BY_NAME + "LIMIT :limit")
    List<LeftOutRow> leftOut(UUID run, UUID organisation, @Nullable UUID member, int most, Instant now, int limit);

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

    String PEOPLE = """
            SELECT w.id, w.first_name, w.last_name, w.notice_given_on IS NOT NULL AS informed, p.line, p.again, p.state,
                   p.reason, p.offer_id AS offer, standing.state AS standing, standing.created_at AS since
            FROM award_run r
            JOIN achievement_version v ON v.id = r.achievement_version_id AND v.organisation_id = r.organisation_id
            JOIN award_run_person p ON p.run_id = r.id
            JOIN worker w ON w.id = p.worker_id AND w.organisation_id = r.organisation_id AND w.erased_at IS NULL
            """ + AwardRunDao.STANDING
            + "WHERE r.id = :run AND r.organisation_id = :organisation AND is_assigned(:member, w.id)\n";

    /** Hands over everybody of a run, by last name, a few hundred in memory at a time. */
    @SqlQuery(PEOPLE + AwardRunDao.BY_NAME)
    @FetchSize(200)
    void people(UUID run, UUID organisation, @Nullable UUID member, Instant now, Consumer<PersonRow> each);

    /**
     * A page of them.
     *
     * @param state only people in it; null for everybody
     * @param after the last person of the page before; null for the first page
     */
    @SqlQuery(PEOPLE + """
            AND (CAST(:state AS text) IS NULL OR p.state = :state)
            AND (CAST(:after AS uuid) IS NULL OR
                 (lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), w.id) > (
                    SELECT lower(l.last_name COLLATE "fr-x-icu"), lower(l.first_name COLLATE "fr-x-icu"), l.id
                    FROM worker l WHERE l.id = :after AND l.organisation_id = :organisation))
            """ + AwardRunDao.BY_NAME + "LIMIT :limit")
    List<PersonRow> pageOfRun(
            UUID run,
            UUID organisation,
            @Nullable UUID member,
            @Nullable RunPersonState state,
            @Nullable UUID after,
            int limit,
            Instant now);

    /** The people who wait for their offer in a run that goes on, after one of them. */
    @SqlQuery("""
            SELECT p.worker_id FROM award_run_person p
            JOIN award_run r ON r.id = p.run_id AND r.organisation_id = p.organisation_id
            WHERE r.id = :run AND r.organisation_id = :organisation AND r.state = 'STARTED' AND p.state = 'CHOSEN'
              AND p.worker_id > :after
            ORDER BY p.worker_id
            LIMIT :limit
            """)
    List<UUID> waiting(UUID run, UUID organisation, UUID after, int limit);

    @SqlQuery(PEOPLE + "AND w.id = :person")
    Optional<PersonRow> person(UUID run, UUID organisation, @Nullable UUID member, UUID person, Instant now);

    /** The same while the run goes on, locked until the transaction ends. */
    @SqlQuery(PEOPLE + "AND w.id = :person AND r.state = 'STARTED' FOR UPDATE OF p")
    Optional<PersonRow> lockPerson(UUID run, UUID organisation, @Nullable UUID member, UUID person, Instant now);

    /**
     * Locks the file of a person before their row, as an erasure does. Of two runs for one person the second waits here: it
     * sees the offer of the first.
     */
    @SqlQuery("""
            SELECT id FROM worker WHERE id = :person AND organisation_id = :organisation AND erased_at IS NULL
            FOR NO KEY UPDATE
            """)
    Optional<UUID> lockFile(UUID person, UUID organisation);

    @SqlUpdate("""
            UPDATE award_run_person SET state = 'OFFERED', reason = NULL, offer_id = :offer, updated_at = :now
            WHERE run_id = :run AND organisation_id = :organisation AND worker_id = :person AND state = 'CHOSEN'
            """)
    int offered(UUID run, UUID organisation, UUID person, UUID offer, Instant now);

    @SqlUpdate("""
            UPDATE award_run_person SET state = 'FAILED', reason = :reason, updated_at = :now
            WHERE run_id = :run AND organisation_id = :organisation AND worker_id = :person AND state = 'CHOSEN'
            """)
    int failed(UUID run, UUID organisation, UUID person, RunReason reason, Instant now);

    @SqlUpdate("""
            UPDATE award_run_person SET state = 'CHOSEN', reason = NULL, updated_at = :now
            WHERE run_id = :run AND organisation_id = :organisation AND state = 'FAILED'
            """)
    int retry(UUID run, UUID organisation, Instant now);

    @SqlUpdate("""
            UPDATE award_run_person SET line = :line, updated_at = :now
            WHERE run_id = :run AND organisation_id = :organisation AND worker_id = :person AND line <> :line
              AND is_assigned(:member, worker_id)
            """)
    int line(UUID run, UUID organisation, @Nullable UUID member, UUID person, String line, Instant now);
}
