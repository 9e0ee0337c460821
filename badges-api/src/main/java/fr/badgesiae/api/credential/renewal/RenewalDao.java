package fr.badgesiae.api.credential.renewal;

import fr.badgesiae.api.credential.NameChoice;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** SQL of renewals; every statement runs for one organisation. */
@RegisterConstructorMapper(RenewalDao.EditionRow.class)
public interface RenewalDao {
    /** An edition of the badge that is renewed, and the evidence that was offered for it. */
    record EditionRow(UUID id, int edition, NameChoice nameChoice, boolean showsEvidence, String evidence) {}

    /** The editions to renew: the badge as it was accepted, and those that a link shows. Copies in wallets lapse by themselves. */
    @SqlQuery("""
            SELECT c.id, c.edition, c.name_choice, c.shows_evidence, o.evidence
            FROM credential c
            JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
            JOIN offer o ON o.id = a.offer_id AND o.organisation_id = a.organisation_id
            JOIN credential asked ON asked.award_id = c.award_id AND asked.organisation_id = c.organisation_id
            WHERE asked.id = :badge AND asked.holder_id = :holder AND c.organisation_id = :organisation
              AND (c.state = 'ISSUED' OR is_pause(c.public_reason)) AND c.wallet IS NULL
              AND (c.edition = 1 OR is_linked(c.id))
            ORDER BY c.edition
            """)
    List<EditionRow> editions(UUID badge, UUID holder, UUID organisation);

    @SqlQuery("SELECT is_linked(:credential)")
    boolean isLinked(UUID credential);
}
