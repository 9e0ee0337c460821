package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.sign.SignedForms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** SQL of a holder's badges; every statement runs for one holder. */
@RegisterConstructorMapper(ListedBadgeRow.class)
@RegisterConstructorMapper(LinkedBadgeRow.class)
@RegisterConstructorMapper(SignedForms.class)
@RegisterConstructorMapper(HeldBadgeDao.CopyRow.class)
public interface HeldBadgeDao {
    String COLUMNS = """
            SELECT c.id, c.organisation_id, c.state, c.achievement_name, c.image_url, a.awarded_on, c.displayed_name, c.shows_evidence,
                   c.valid_until, c.revoked_at, c.public_reason, organisation_zone(c.organisation_id) AS time_zone,
                   CASE WHEN c.hidden_at IS NULL THEN organisation_name(c.organisation_id) END AS seen_by,
                   (SELECT former.revoked_at FROM credential former
                    WHERE former.id = c.supersedes AND former.public_reason = 'NAME_CORRECTED') AS corrected_at,
                   (SELECT former.corrected_at FROM before_corrected_text(c.id) former) AS rewritten_at,
                   (SELECT concat_ws(E'\\n', said.text ->> 'name', said.text ->> 'description', said.text #>> '{criteria,narrative}')
                    FROM before_corrected_text(c.id) former
                    JOIN credential_document before ON before.credential_id = former.credential_id AND before.holder_id = c.holder_id
                    CROSS JOIN LATERAL (SELECT before.document::jsonb #> '{credentialSubject,achievement}' AS text) said)
                       AS former_text,
                   (SELECT former.pause_ended_at FROM credential former
                    WHERE former.id = c.supersedes AND former.public_reason = 'RESUMED') AS resumed_at,
                   CASE WHEN c.public_reason = 'RENEWED' THEN renewed_by(c.id) END AS renewed_by,
                   c.state = 'ISSUED' AND EXISTS (SELECT 1 FROM public_badge p WHERE p.credential_id = c.id) AS is_public,
            """;

    /**
     * Newest first.
     *
     * @param since after which a stopped link can be restarted
     */
    @SqlQuery(COLUMNS + """
                   (SELECT count(*) FROM share_link s
                    WHERE s.holder_id = c.holder_id
                      AND (s.credential_id IN (SELECT edition.id FROM credential edition WHERE edition.award_id = c.award_id)
                           OR s.id IN (SELECT b.share_link_id FROM share_link_badge b JOIN credential edition ON edition.id = b.credential_id
                                       WHERE edition.award_id = c.award_id))
                      AND s.switched_off_at IS NULL AND s.ends_at > :now) AS open_links,
                   -- of all badges, counted once: a link may show several
                   (SELECT count(*) FROM share_link s
                    WHERE s.holder_id = :holder AND s.switched_off_at IS NULL AND s.ends_at > :now
                      AND EXISTS (SELECT 1 FROM credential seen
                                  WHERE seen.state <> 'VOIDED'
                                    AND (seen.id = s.credential_id
                                         OR seen.id IN (SELECT b.credential_id FROM share_link_badge b WHERE b.share_link_id = s.id)))) AS all_open,
                   EXISTS (SELECT 1 FROM share_link s WHERE s.holder_id = :holder AND s.credential_id IS NULL) AS several,
                   EXISTS (SELECT 1 FROM holder_contact k
                           WHERE k.holder_id = :holder AND (k.confirmed_at IS NOT NULL OR k.lapses_at > :now)) AS contact,
                   (SELECT count(*) FROM credential copy
                    WHERE copy.award_id = c.award_id AND copy.holder_id = c.holder_id AND copy.wallet IS NOT NULL
                      AND copy.state = 'ISSUED' AND coalesce(copy.valid_until > :now, true)) AS copies,
                   -- while the last act that opened or stopped a link is the one that stopped all, and one can be restarted
                   EXISTS (SELECT 1 FROM share_link s
                           WHERE s.holder_id = :holder AND s.switched_off_at > :since AND s.ends_at > :now)
                   AND coalesce((SELECT act.code = 'ALL_HIDDEN'
                                 FROM acts_of_holder(ARRAY['ALL_HIDDEN', 'HIDING_UNDONE', 'SHARE_CREATED', 'SHARE_SWITCHED_OFF',
                                                           'SHARE_SWITCHED_ON'], 1) act), false) AS all_hidden
            FROM credential c JOIN award a ON a.id = c.award_id
            WHERE c.holder_id = :holder AND c.state <> 'VOIDED' AND c.edition = 1
            ORDER BY c.created_at DESC, c.id
            """)
    List<ListedBadgeRow> list(UUID holder, Instant now, Instant since);

    /** The same of a space without a badge. */
    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM holder_contact
                           WHERE holder_id = :holder AND (confirmed_at IS NOT NULL OR lapses_at > :now))
            """)
    boolean hasContact(UUID holder, Instant now);

    /**
     * One row for each link of the badge, in whichever edition: every open one, then those that have ended, each newest first. The first
     * has the signed document too, once it is released.
     */
    @SqlQuery(COLUMNS + """
                   s.id AS link_id, s.label, s.ends_at, coalesce(s.views, 0) AS views,
                   coalesce(s.switched_off_at IS NULL AND s.ends_at > :now, false) AS open,
                   s.id IS NOT NULL AND s.credential_id IS NULL AS link_several,
                   shown.displayed_name AS link_name, coalesce(shown.shows_evidence, false) AS link_evidence,
                   o.public_name, o.public_phone, o.public_email, coalesce(p.town, '') AS town,
                   c.name_choice, e.first_name, e.last_name, coalesce(e.narrative, '') AS narrative,
                   coalesce(e.evidence, '') AS evidence,
                   -- one a line, oldest first: a statement less
                   (SELECT string_agg(concat_ws('|', copy.id, copy.wallet, floor(extract(epoch FROM copy.issued_at)),
                                                coalesce(copy.achievement_version_id, a.achievement_version_id)
                                                    <> coalesce(c.achievement_version_id, a.achievement_version_id),
                                                copy.displayed_name), E'\\n' ORDER BY copy.issued_at, copy.id)
                    FROM credential copy
                    WHERE copy.award_id = c.award_id AND copy.holder_id = c.holder_id AND copy.wallet IS NOT NULL
                      AND copy.state = 'ISSUED' AND coalesce(copy.valid_until > :now, true)) AS copies,
                   -- once, not for each link
                   CASE WHEN row_number() OVER (ORDER BY coalesce(s.switched_off_at IS NULL AND s.ends_at > :now, false) DESC,
                                                   s.created_at DESC, s.id DESC) = 1 THEN d.document END AS document
            FROM credential c JOIN award a ON a.id = c.award_id
            LEFT JOIN badge_contact(:credential) o ON true
            LEFT JOIN LATERAL public_contact(c.organisation_id) p ON true
            LEFT JOIN credential_document d ON d.credential_id = c.id AND d.holder_id = c.holder_id
            LEFT JOIN edition_choices(:credential) e ON true
            LEFT JOIN share_link s ON s.holder_id = c.holder_id
                AND (s.credential_id IN (SELECT edition.id FROM credential edition WHERE edition.award_id = c.award_id)
                     OR s.id IN (SELECT b.share_link_id FROM share_link_badge b JOIN credential edition ON edition.id = b.credential_id
                                 WHERE edition.award_id = c.award_id))
            LEFT JOIN LATERAL (
                SELECT edition.displayed_name, edition.shows_evidence
                FROM credential edition
                WHERE edition.award_id = c.award_id
                  AND (edition.id = s.credential_id
                       OR edition.id IN (SELECT b.credential_id FROM share_link_badge b WHERE b.share_link_id = s.id))
                LIMIT 1) shown ON true
            WHERE c.id = :credential AND c.holder_id = :holder AND c.state <> 'VOIDED' AND c.edition = 1
            ORDER BY open DESC, s.created_at DESC, s.id DESC
            LIMIT greatest(200, (SELECT count(*) FROM share_link o
                                 WHERE o.holder_id = :holder AND o.switched_off_at IS NULL AND o.ends_at > :now))
            """)
    List<LinkedBadgeRow> find(UUID credential, UUID holder, Instant now);

    /** One that is in force. */
    @SqlQuery("""
            SELECT copy.id, copy.wallet, copy.displayed_name AS name, copy.issued_at AS since, false AS former_text,
                   accepted.id AS badge_id, accepted.achievement_name
            FROM credential copy
            JOIN credential accepted ON accepted.award_id = copy.award_id AND accepted.edition = 1 AND accepted.state <> 'VOIDED'
            WHERE copy.id = :copy AND copy.holder_id = :holder AND copy.wallet IS NOT NULL AND copy.state = 'ISSUED'
            """)
    Optional<CopyRow> copy(UUID copy, UUID holder);

    /** A copy in a wallet, and the badge as it was accepted. */
    record CopyRow(@Nested WalletCopy copy, UUID badgeId, String achievementName) {}

    /** What stands in the place of a badge that was superseded. */
    @SqlQuery("""
            SELECT c.id FROM credential former
            JOIN credential c ON c.award_id = former.award_id AND c.holder_id = former.holder_id AND c.edition = 1
                AND c.state <> 'VOIDED' AND c.id <> former.id
            WHERE former.id = :former AND former.holder_id = :holder AND is_superseded(former.id)
            """)
    Optional<UUID> successor(UUID former, UUID holder);

    /** Both signed texts, exactly as released; not of what another badge stands in the place of. */
    @SqlQuery("""
            SELECT d.document, d.jwt FROM credential_document d JOIN credential c ON c.id = d.credential_id
            WHERE d.credential_id = :credential AND d.holder_id = :holder AND d.document IS NOT NULL
              AND NOT is_superseded(c.id)
            """)
    Optional<SignedForms> signed(UUID credential, UUID holder);
}
