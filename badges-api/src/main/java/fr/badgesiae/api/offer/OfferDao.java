package fr.badgesiae.api.offer;

import fr.badgesiae.api.offer.history.HistoryLine;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of offers. Each change of state names the state it leaves: of two at the same moment, one changes no row. */
@RegisterConstructorMapper(OfferRow.class)
@RegisterConstructorMapper(OfferDao.ShownRow.class)
@RegisterConstructorMapper(OfferDao.LineRow.class)
@RegisterConstructorMapper(OfferDao.BadgeRow.class)
@RegisterConstructorMapper(OfferDao.ChoiceRow.class)
@RegisterConstructorMapper(OfferDao.EndedRow.class)
@RegisterConstructorMapper(OfferDao.TwinRow.class)
public interface OfferDao {
    String COLUMNS = """
            o.id, o.organisation_id, o.worker_id, w.first_name, w.last_name, w.subject_id, w.holder_id,
                   w.notice_given_on, w.kind, o.achievement_version_id, v.achievement_id, v.version, v.content, o.narrative,
                   o.evidence, o.state, o.dispute, o.offered_by, o.created_at, o.ends_at,
                   o.pin_hash IS NOT NULL AND (o.state <> 'ACCEPTED' OR o.card_kept_at IS NULL) AS slip_opens,
                   o.code_sealed, o.pin_sealed, o.failed_pins, o.prints,
                   (SELECT a.display_name FROM account a WHERE a.id = coalesce(o.followed_by, o.offered_by)) AS follower,
                   (SELECT c.id FROM credential c
                    WHERE c.award_id = o.renews AND c.organisation_id = o.organisation_id AND c.edition = 1
                      AND c.state <> 'VOIDED') AS renews_badge
            FROM offer o
            JOIN worker w ON w.id = o.worker_id AND w.organisation_id = o.organisation_id AND w.erased_at IS NULL
            JOIN achievement_version v ON v.id = o.achievement_version_id AND v.organisation_id = o.organisation_id
            """;

    String OFFERS = "SELECT " + COLUMNS;

    String LINES = """
            SELECT o.id, w.first_name, w.last_name, o.badge_name AS badge, o.state,
                   o.failed_pins >= 5 AND o.pin_hash IS NOT NULL AS locked, o.created_at, o.offered_at,
                   o.ends_at, (SELECT max(s.done_on) FROM offer_step s
                               WHERE s.offer_id = o.id AND s.kind = 'REMINDED') AS reminded_on
            FROM offer o
            JOIN worker w ON w.id = o.worker_id AND w.organisation_id = o.organisation_id AND w.erased_at IS NULL
            JOIN achievement_version v ON v.id = o.achievement_version_id AND v.organisation_id = o.organisation_id
            """;

    String SORTED = LINES + "WHERE o.organisation_id = :organisation<filters> ORDER BY <order> LIMIT :limit";

    /** The badges that offers may be about, for a filter. */
    @SqlQuery("""
            SELECT a.id, a.name FROM achievement a
            WHERE a.organisation_id = :organisation AND a.state <> 'DRAFT'
            ORDER BY lower(a.name COLLATE "fr-x-icu"), a.id
            LIMIT 300
            """)
    List<BadgeRow> badges(UUID organisation);

    @SqlUpdate("""
            INSERT INTO offer (id, organisation_id, worker_id, achievement_version_id, narrative, evidence, state,
                offered_by, created_at, offered_at, updated_at, ends_at, code_lookup, pin_hash, code_sealed, pin_sealed)
            VALUES (:id, :organisation, :worker, :version, :narrative, :evidence, 'OFFERED',
                :by, :now, :now, :now, :ends, :s.lookup, :s.pinHash, :s.codeSealed, :s.pinSealed)
            """)
    void insert(
            UUID id,
            UUID organisation,
            UUID worker,
            UUID version,
            String narrative,
            String evidence,
            UUID by,
            Instant now,
            Instant ends,
            @BindMethods("s") SlipSecrets s);

    @SqlQuery(OFFERS + "WHERE o.id = :id AND o.organisation_id = :organisation")
    Optional<OfferRow> find(UUID id, UUID organisation);

    /** The same with its history, newest lines alone. */
    @SqlQuery("SELECT " + HistoryLine.OF_OFFER + " AS history, " + COLUMNS
            + "WHERE o.id = :id AND o.organisation_id = :organisation")
    Optional<ShownRow> show(UUID id, UUID organisation, String[] codes, int most);

    /** An offer and its history, for {@link HistoryLine#read}. */
    record ShownRow(@Nested OfferRow offer, @Nullable String history) {}

    /** The person of an offer, whose file is not erased until the transaction ends. */
    @SqlQuery("""
            SELECT w.id FROM offer o JOIN worker w ON w.id = o.worker_id AND w.organisation_id = o.organisation_id
            WHERE o.id = :id AND o.organisation_id = :organisation AND w.erased_at IS NULL
            FOR KEY SHARE OF w
            """)
    Optional<UUID> lockPerson(UUID id, UUID organisation);

    /** The same, with the offer locked until the transaction ends; person and badge are not. */
    @SqlQuery(OFFERS + "WHERE o.id = :id AND o.organisation_id = :organisation FOR UPDATE OF o")
    Optional<OfferRow> lock(UUID id, UUID organisation);

    /**
     * Paged by the sorted column and the id; empty when the cursor is no offer of the organisation.
     *
     * @param filters conditions of this code, each after {@code AND}. They are part of the statement, so that each combination
     *     uses its index; an optional condition would keep it unused.
     * @param order the content of {@code ORDER BY}, of this code
     * @param after the cursor; null on the first page, whose filters do not name it
     */
    @SqlQuery(SORTED)
    List<LineRow> page(
            @Define("filters") String filters,
            @Define("order") String order,
            UUID organisation,
            @Nullable UUID person,
            @Nullable UUID badge,
            Instant now,
            @Nullable UUID after,
            int limit);

    @SqlQuery("SELECT EXISTS (SELECT FROM offer WHERE id = :id AND organisation_id = :organisation)")
    boolean exists(UUID id, UUID organisation);

    /**
     * The newest offers to people with these words in their names, or of badges with these words in theirs.
     *
     * @param people looked at, at most
     */
    @SqlQuery(LINES + """
            WHERE o.organisation_id = :organisation
              AND (o.worker_id = ANY (ARRAY(
                      SELECT worker_id
                      FROM page_of_workers(:words, '', '', '00000000-0000-0000-0000-000000000000', :people)))
                  OR o.achievement_version_id = ANY (ARRAY(
                      SELECT named.id FROM achievement_version named
                      WHERE named.organisation_id = :organisation
                        AND strpos(folded(named.content ->> 'name'), folded(:words)) > 0)))
            ORDER BY o.created_at DESC, o.id DESC
            LIMIT :limit
            """)
    List<LineRow> named(UUID organisation, String words, int people, int limit);

    /** The first people by name, the person chosen before, and the newest version of each badge that may be awarded. */
    @SqlQuery("""
            SELECT 'PERSON' AS kind, w.id, CAST(NULL AS uuid) AS achievement, w.last_name AS name, w.first_name,
                   w.created_at
            FROM page_of_workers('', '', '', '00000000-0000-0000-0000-000000000000', :most) page
            JOIN worker w ON w.id = page.worker_id
            WHERE w.organisation_id = :organisation
            UNION ALL
            SELECT 'CHOSEN', w.id, NULL, w.last_name, w.first_name, w.created_at
            FROM worker w
            WHERE w.id = :chosen AND w.organisation_id = :organisation AND w.erased_at IS NULL
            UNION ALL
            SELECT 'BADGE', v.id, v.achievement_id, v.content ->> 'name', NULL, NULL
            FROM (
                SELECT DISTINCT ON (v.achievement_id) v.id, v.achievement_id, v.content
                FROM achievement_version v
                JOIN achievement a ON a.id = v.achievement_id
                WHERE v.organisation_id = :organisation AND a.state = 'PUBLISHED'
                ORDER BY v.achievement_id, v.version DESC
            ) v
            """)
    List<ChoiceRow> choices(UUID organisation, @Nullable UUID chosen, int most);

    /** The newest offer of this badge to this person that is open, or led to a badge in force. */
    @SqlQuery("""
            SELECT o.id, o.state, o.created_at
            FROM offer o JOIN achievement_version v ON v.id = o.achievement_version_id
            WHERE o.organisation_id = :organisation AND o.worker_id = :worker AND v.achievement_id = :achievement
              AND
            """ + Offers.STANDING + """
            ORDER BY o.created_at DESC, o.id
            LIMIT 1
            """)
    Optional<TwinRow> twin(UUID organisation, UUID worker, UUID achievement, Instant now);

    /** An offer of the same badge to the same person. */
    record TwinRow(UUID id, OfferState state, Instant createdAt) {}

    @SqlQuery("SELECT organisation_id, offer_id FROM ended_offers(:now, :most)")
    List<EndedRow> ended(Instant now, int most);

    @SqlUpdate("""
            UPDATE offer SET prints = prints + 1
            WHERE id = :id AND organisation_id = :organisation
            """)
    int printed(UUID id, UUID organisation);

    @SqlUpdate("""
            UPDATE offer
            SET state = 'OFFERED', dispute = NULL, narrative = :narrative, evidence = :evidence,
                offered_at = :now, updated_at = :now, ends_at = :ends, failed_pins = 0, prints = 0, code_lookup = :s.lookup,
                pin_hash = :s.pinHash, code_sealed = :s.codeSealed, pin_sealed = :s.pinSealed
            WHERE id = :id AND organisation_id = :organisation
              AND state IN ('OFFERED', 'DISPUTED', 'EXPIRED')
            """)
    int offerAgain(
            UUID id,
            UUID organisation,
            String narrative,
            String evidence,
            Instant now,
            Instant ends,
            @BindMethods("s") SlipSecrets s);

    /** A new slip for an accepted offer whose holder has no card yet. */
    @SqlUpdate("""
            UPDATE offer
            SET updated_at = :now, failed_pins = 0, prints = 0, code_lookup = :s.lookup,
                pin_hash = :s.pinHash, code_sealed = :s.codeSealed, pin_sealed = :s.pinSealed
            WHERE id = :id AND organisation_id = :organisation AND state = 'ACCEPTED' AND pin_hash IS NOT NULL
              AND card_kept_at IS NULL
            """)
    int reissueUnfinished(UUID id, UUID organisation, Instant now, @BindMethods("s") SlipSecrets s);

    @SqlUpdate("""
            UPDATE offer
            SET state = 'CANCELLED', updated_at = :now, pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL
            WHERE id = :id AND organisation_id = :organisation AND state IN ('OFFERED', 'DISPUTED')
            """)
    int cancel(UUID id, UUID organisation, Instant now);

    @SqlUpdate("""
            UPDATE offer
            SET state = 'EXPIRED', updated_at = :now, pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL
            WHERE id = :id AND organisation_id = :organisation AND state IN ('OFFERED', 'DISPUTED') AND ends_at <= :now
            """)
    int expire(UUID id, UUID organisation, Instant now);

    /** Open again with a new slip, after our own verifier refused the signed credential. */
    @SqlUpdate("""
            UPDATE offer
            SET state = 'OFFERED', updated_at = :now, offered_at = :now, ends_at = :ends, failed_pins = 0, prints = 0,
                card_kept_at = NULL,
                code_lookup = :s.lookup, pin_hash = :s.pinHash, code_sealed = :s.codeSealed, pin_sealed = :s.pinSealed
            WHERE id = :id AND organisation_id = :organisation AND state = 'ACCEPTED'
            """)
    int reopen(UUID id, UUID organisation, Instant now, Instant ends, @BindMethods("s") SlipSecrets s);

    /** The columns of an offer that a list shows. */
    record LineRow(
            UUID id,
            String firstName,
            String lastName,
            String badge,
            OfferState state,
            boolean locked,
            Instant createdAt,
            Instant offeredAt,
            Instant endsAt,
            @Nullable LocalDate remindedOn) {}

    /** A badge by which offers can be filtered. */
    record BadgeRow(UUID id, String name) {}

    /** The source of a choice. */
    enum ChoiceKind {
        /** One of the first people by name. */
        PERSON,
        /** The person chosen before. */
        CHOSEN,
        BADGE
    }

    /**
     * A person or a badge to choose in the form of an offer.
     *
     * @param id of the person, or of the version of the badge
     * @param achievement of the badge; null for a person
     * @param name the last name of the person, or the name of the badge
     * @param firstName of the person; null for a badge
     * @param createdAt when the file of the person was made; null for a badge
     */
    record ChoiceRow(
            ChoiceKind kind,
            UUID id,
            @Nullable UUID achievement,
            String name,
            @Nullable String firstName,
            @Nullable Instant createdAt) {}

    /** An offer whose end has passed. */
    record EndedRow(UUID organisationId, UUID offerId) {}
}
