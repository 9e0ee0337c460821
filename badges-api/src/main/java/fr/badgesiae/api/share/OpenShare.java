package fr.badgesiae.api.share;

import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Follows a share code to the edition it serves and to who awarded it: one statement, since every scan waits for it. */
final class OpenShare {
    private static final String BY_CODE = """
            SELECT share_link_id, is_open, organisation_id, document, jwt, revoked_at, public_reason, public_name,
                   legal_name, siret, public_phone, website, network, vetted_on, suspended_since
            FROM shared_badge(:lookup, :at)
            """;

    private final Database database;
    private final Clock clock;
    private final ShareLinks links;

    OpenShare(Database database, Clock clock, ShareLinks links) {
        this.database = database;
        this.clock = clock;
        this.links = links;
    }

    /**
     * The badge behind a code.
     *
     * @throws ProblemException NOT_FOUND for a code that never was, GONE for a link that ended or was switched off
     */
    SharedBadge open(String typed) {
        byte[] lookup = Code.tryParse(typed).map(links::lookup).orElseThrow(ProblemException::notFound);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Found found = database.look(handle -> handle.createQuery(BY_CODE)
                        .bind("lookup", lookup)
                        .bind("at", now)
                        .map((row, context) -> read(row))
                        .findOne())
                .orElseThrow(ProblemException::notFound);
        if (!found.open()) {
            throw new ProblemException(ProblemType.GONE, "This share link was switched off or has ended.");
        }
        if (found.badge() == null) {
            throw ProblemException.notFound();
        }
        return found.badge();
    }

    private static Found read(ResultSet row) throws SQLException {
        UUID organisation = row.getObject("organisation_id", UUID.class);
        return new Found(row.getBoolean("is_open"), organisation == null ? null : badge(row, organisation));
    }

    private static SharedBadge badge(ResultSet row, UUID organisation) throws SQLException {
        String reason = row.getString("public_reason");
        return new SharedBadge(
                row.getObject("share_link_id", UUID.class),
                new OrganisationId(organisation),
                row.getString("document"),
                row.getString("jwt"),
                instant(row, "revoked_at"),
                reason == null ? null : PublicReason.valueOf(reason),
                new ScanPages.Scan.Issuer(
                        row.getString("public_name"),
                        row.getString("legal_name"),
                        row.getString("siret"),
                        row.getString("public_phone"),
                        row.getString("website"),
                        row.getString("network"),
                        row.getObject("vetted_on", LocalDate.class),
                        row.getObject("suspended_since", LocalDate.class)));
    }

    private static Instant instant(ResultSet row, String name) throws SQLException {
        OffsetDateTime at = row.getObject(name, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /**
     * A link under the code.
     *
     * @param badge null where the link is not open, or leads to a badge that was never released
     */
    private record Found(boolean open, SharedBadge badge) {}
}
