package fr.badgesiae.api.bulk.life;

import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.credential.CredentialState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** SQL of acts on several badges. */
@RegisterConstructorMapper(LifeDao.BadgeRow.class)
@RegisterConstructorMapper(LifeDao.TextRow.class)
public interface LifeDao {
    /**
     * A badge as it was accepted, and what an offer that renews it would say.
     *
     * @param version that it would be offered in, or null
     * @param changed whether that is another than before
     * @param beingSigned whether something of it waits for its signature
     * @param earlier whether an edition that can be replaced has an earlier text
     * @param wordsOnly whether nothing else changed in it than what is read beside its earlier form
     * @param evidencePolicy of that version
     */
    record BadgeRow(
            UUID id,
            String name,
            String person,
            UUID workerId,
            CredentialState state,
            boolean paused,
            boolean renewed,
            boolean lapsed,
            boolean renewalOpen,
            boolean organisationPaused,
            @Nullable UUID version,
            boolean changed,
            boolean beingSigned,
            boolean earlier,
            boolean wordsOnly,
            EvidencePolicy evidencePolicy,
            UUID achievementId,
            boolean sheetGiven,
            String narrative,
            String evidence) {}

    @SqlQuery("""
            SELECT c.id, c.achievement_name AS name, w.first_name || ' ' || w.last_name AS person, c.worker_id, c.state,
                   is_pause(c.public_reason) AS paused, coalesce(c.public_reason = 'RENEWED', false) AS renewed,
                   coalesce(c.valid_until <= :now, false) AS lapsed,
                   EXISTS (SELECT FROM offer r WHERE r.renews = c.award_id AND r.organisation_id = c.organisation_id
                             AND r.state IN ('OFFERED', 'DISPUTED') AND r.ends_at > :now) AS renewal_open,
                   EXISTS (SELECT FROM network_membership m
                           WHERE m.organisation_id = c.organisation_id AND m.state = 'SUSPENDED') AS organisation_paused,
                   newest.id AS version, coalesce(newest.id <> v.id, false) AS changed, v.achievement_id,
                   EXISTS (SELECT FROM credential p WHERE p.award_id = c.award_id AND p.organisation_id = c.organisation_id
                             AND p.state = 'PREPARED' AND p.wallet IS NULL) AS being_signed,
                   former.found IS NOT NULL AS earlier, coalesce(former.words_only, true) AS words_only,
                   coalesce(newest.content, v.content) ->> 'evidencePolicy' AS evidence_policy,
                   w.notice_given_on IS NOT NULL AS sheet_given, o.narrative, o.evidence
            FROM credential c
            JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
            JOIN achievement_version v ON v.id = coalesce(c.achievement_version_id, a.achievement_version_id)
                AND v.organisation_id = a.organisation_id
            JOIN offer o ON o.id = a.offer_id AND o.organisation_id = a.organisation_id
            JOIN worker w ON w.id = c.worker_id AND w.organisation_id = c.organisation_id AND w.erased_at IS NULL
            LEFT JOIN LATERAL (
                SELECT n.id, n.content
                FROM achievement_version n
                JOIN achievement h ON h.id = n.achievement_id AND h.organisation_id = n.organisation_id
                WHERE n.achievement_id = v.achievement_id AND n.organisation_id = c.organisation_id
                  AND h.state = 'PUBLISHED'
                ORDER BY n.version DESC LIMIT 1) newest ON true
            LEFT JOIN LATERAL (
                SELECT bool_or(true) AS found, bool_and(t.words_only) AS words_only
                FROM editions_in_earlier_text(c.award_id, :now) t) former ON true
            WHERE c.id = ANY (:badges) AND c.organisation_id = :organisation AND c.edition = 1
              AND c.state IN ('ISSUED', 'REVOKED') AND c.hidden_at IS NULL
            ORDER BY array_position(:badges, c.id)
            """)
    List<BadgeRow> badges(UUID[] badges, UUID organisation, Instant now);

    /** A version in which badges were signed, and the newest one. */
    record TextRow(String name, int fromVersion, int toVersion, String before, String after) {}

    @SqlQuery("""
            SELECT DISTINCT ON (v.achievement_id, v.version)
                   n.content ->> 'name' AS name, v.version AS from_version, n.version AS to_version, v.content AS before,
                   n.content AS after
            FROM credential c
            CROSS JOIN LATERAL editions_in_earlier_text(c.award_id, :now) t
            JOIN achievement_version v ON v.id = t.version_id AND v.organisation_id = c.organisation_id
            JOIN achievement_version n ON n.id = t.newest_id AND n.organisation_id = c.organisation_id
            WHERE c.id = ANY (:badges) AND c.organisation_id = :organisation AND c.edition = 1 AND c.state = 'ISSUED'
            ORDER BY v.achievement_id, v.version, n.version DESC
            """)
    List<TextRow> texts(UUID[] badges, UUID organisation, Instant now);
}
