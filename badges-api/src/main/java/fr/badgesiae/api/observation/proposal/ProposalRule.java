package fr.badgesiae.api.observation.proposal;

/**
 * The rule by which a badge is proposed to the desk for a person, in SQL: each task of its newest version was seen, in at least
 * three observations, by at least two members or clients, the first and the last of them four weeks apart. What the person calls wrong does
 * not count, nor does a task that the badge no longer names. Nobody is proposed who has the badge, or an offer of it, nor who
 * declined or gave it back, until something is seen after that.
 */
public final class ProposalRule {
    /** How many pairs of a person and a badge meet it, in the organisation {@code :organisation}. */
    public static final String COUNT = "SELECT count(*) FROM (" + met(":organisation", "") + ") met";

    private ProposalRule() {}

    /**
     * The pairs with their figures: {@code worker_id, achievement_id, name, seen, members, first, last}.
     *
     * @param organisation an SQL expression
     * @param more another condition on the observation {@code o}, after AND, or empty
     */
    static String met(String organisation, String more) {
        return """
                SELECT o.worker_id, o.achievement_id, a.name, count(*) AS seen, count(DISTINCT coalesce(o.client_code_id, o.seen_by)) AS members,
                       min(o.seen_on) AS first, max(o.seen_on) AS last
                FROM observation o
                JOIN achievement a ON a.id = o.achievement_id AND a.organisation_id = o.organisation_id AND a.state = 'PUBLISHED'
                CROSS JOIN LATERAL (
                    SELECT ARRAY(SELECT jsonb_array_elements_text(v.content -> 'tasks')) AS tasks
                    FROM achievement_version v WHERE v.achievement_id = a.id AND v.organisation_id = a.organisation_id
                    ORDER BY v.version DESC LIMIT 1) newest
                WHERE o.organisation_id = %1$s AND o.objection IS NULL AND o.tasks && newest.tasks %2$s
                GROUP BY o.worker_id, o.achievement_id, a.name, newest.tasks
                HAVING count(*) >= 3 AND count(DISTINCT coalesce(o.client_code_id, o.seen_by)) >= 2 AND max(o.seen_on) - min(o.seen_on) >= 28
                   AND NOT EXISTS (
                       SELECT FROM unnest(newest.tasks) task
                       WHERE NOT EXISTS (
                           SELECT FROM observation x
                           WHERE x.worker_id = o.worker_id AND x.achievement_id = o.achievement_id
                             AND x.organisation_id = %1$s AND x.objection IS NULL AND task = ANY (x.tasks)))
                   AND NOT EXISTS (
                       SELECT FROM offer f
                       JOIN achievement_version n ON n.id = f.achievement_version_id AND n.organisation_id = f.organisation_id
                       WHERE f.worker_id = o.worker_id AND n.achievement_id = o.achievement_id AND f.organisation_id = %1$s
                         AND (f.state IN ('OFFERED', 'DISPUTED') OR f.state = 'ACCEPTED' AND NOT EXISTS (
                             SELECT FROM award g JOIN credential c ON c.award_id = g.id AND c.organisation_id = g.organisation_id
                             WHERE g.offer_id = f.id AND c.edition = 1 AND c.state = 'REVOKED'
                               AND NOT is_pause(c.public_reason))
                           OR f.state = 'DECLINED' AND f.updated_at >= max(o.created_at)
                           OR EXISTS (
                             SELECT FROM award g JOIN credential c ON c.award_id = g.id AND c.organisation_id = g.organisation_id
                             WHERE g.offer_id = f.id AND c.edition = 1 AND c.revoked_at >= max(o.created_at)
                               AND c.public_reason IN ('HOLDER_WITHDREW', 'HOLDER_REQUEST'))))
                """.formatted(organisation, more);
    }
}
