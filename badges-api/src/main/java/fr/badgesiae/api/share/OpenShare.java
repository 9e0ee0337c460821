package fr.badgesiae.api.share;

import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.organisation.membership.Affiliation;
import fr.badgesiae.api.organisation.membership.Membership;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads the badge behind a share code and who awarded it, in one statement: every scan waits for it. Those of a link to several
 * take a second one.
 */
public final class OpenShare {
    private static final String BY_CODE = """
            SELECT b.share_link_id, b.is_open, b.organisation_id, b.document, b.jwt, b.revoked_at, b.public_reason,
                   b.public_name, b.legal_name, b.siret, c.description, c.town, c.public_email, b.public_phone, b.website,
                   b.network, b.vetted_on, b.suspended_since,
                   m.shows_network, m.awarded_on, m.then_network, m.then_vetted_on, m.then_ended_on,
                   organisation_zone(b.organisation_id) AS time_zone
            FROM shared_badge(:lookup, :at) b LEFT JOIN LATERAL public_contact(b.organisation_id) c ON true
            LEFT JOIN LATERAL shown_membership(b.share_link_id) m ON b.is_open
            """;

    private static final String SEVERAL = """
            SELECT b.share_link_id, b.message, b.place, b.organisation_id, b.document, b.jwt, b.revoked_at, b.public_reason,
                   b.public_name, b.legal_name, b.siret, c.description, c.town, c.public_email, b.public_phone, b.website,
                   b.network, b.vetted_on, b.suspended_since,
                   b.shows_network, b.awarded_on, b.then_network, b.then_vetted_on, b.then_ended_on,
                   organisation_zone(b.organisation_id) AS time_zone
            FROM shared_portfolio(:lookup, :at) b LEFT JOIN LATERAL public_contact(b.organisation_id) c ON true
            ORDER BY b.place
            """;

    private final Database database;
    private final Clock clock;
    private final ShareLinks links;

    OpenShare(Database database, Clock clock, ShareLinks links) {
        this.database = database;
        this.clock = clock;
        this.links = links;
    }

    /** What a code leads to. */
    public sealed interface Outcome permits Found, Several, Ended, Unknown {
        <T> T fold(Cases<T> cases);
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T found(SharedBadge badge);

        T several(Several portfolio);

        T ended();

        T unknown();
    }

    /** The link is open. */
    public record Found(SharedBadge badge) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.found(badge);
        }
    }

    /**
     * The link is open and shows several badges.
     *
     * @param message the holder's own words, or null
     * @param badges by their places, from 1; a badge that is no longer there has none
     * @param gone how many are no longer there
     */
    public record Several(UUID link, @Nullable String message, SortedMap<Integer, SharedBadge> badges, int gone)
            implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.several(this);
        }

        private Several and(Several more) {
            badges.putAll(more.badges);
            return new Several(link, message, badges, gone + more.gone);
        }
    }

    /** The link was switched off, or its time is over. */
    public record Ended() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.ended();
        }
    }

    /** No code, no link under the code, or no released badge behind the link. */
    public record Unknown() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unknown();
        }
    }

    /** @param typed a code as it was typed or scanned, with the place of one of several badges where it has one */
    public Outcome apply(String typed) {
        return ShareCode.tryParse(typed).map(this::read).orElseGet(Unknown::new);
    }

    private Outcome read(ShareCode code) {
        byte[] lookup = links.lookup(code.code());
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return database.look(handle -> one(handle, lookup, now)
                .flatMap(one -> one instanceof Unknown ? several(handle, lookup, now) : Optional.of(one))
                .map(code::of)
                .orElseGet(Unknown::new));
    }

    private static Optional<Outcome> one(Handle handle, byte[] lookup, OffsetDateTime now) {
        return handle.createQuery(BY_CODE)
                .bind("lookup", lookup)
                .bind("at", now)
                .map((row, context) -> outcome(row))
                .findOne();
    }

    /** Empty for a code of no such link. */
    private static Optional<Outcome> several(Handle handle, byte[] lookup, OffsetDateTime now) {
        return handle
                .createQuery(SEVERAL)
                .bind("lookup", lookup)
                .bind("at", now)
                .map((row, context) -> place(row))
                .list()
                .stream()
                .reduce(Several::and)
                .<Outcome>map(several -> several.badges().isEmpty() ? new Unknown() : several);
    }

    private static Several place(ResultSet row) throws SQLException {
        UUID organisation = row.getObject("organisation_id", UUID.class);
        SortedMap<Integer, SharedBadge> badges = new TreeMap<>();
        if (organisation != null) {
            badges.put(row.getInt("place"), badge(row, organisation));
        }
        return new Several(
                row.getObject("share_link_id", UUID.class),
                row.getString("message"),
                badges,
                organisation == null ? 1 : 0);
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        if (!row.getBoolean("is_open")) {
            return new Ended();
        }
        UUID organisation = row.getObject("organisation_id", UUID.class);
        return organisation == null ? new Unknown() : new Found(badge(row, organisation));
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
                new SharedBadge.Issuer(
                        row.getString("public_name"),
                        row.getString("legal_name"),
                        row.getString("siret"),
                        row.getString("description"),
                        row.getString("town"),
                        row.getString("public_email"),
                        row.getString("public_phone"),
                        row.getString("website"),
                        row.getString("network"),
                        day(row, "vetted_on"),
                        day(row, "suspended_since")),
                affiliation(row),
                FrenchZone.of(row.getString("time_zone")));
    }

    private static Affiliation affiliation(ResultSet row) throws SQLException {
        return new Affiliation(
                membership(row, "network", "vetted_on", day(row, "suspended_since"), null),
                membership(row, "then_network", "then_vetted_on", null, day(row, "then_ended_on")),
                day(row, "awarded_on"),
                row.getBoolean("shows_network"));
    }

    private static @Nullable Membership membership(
            ResultSet row, String network, String since, @Nullable LocalDate suspended, @Nullable LocalDate ended)
            throws SQLException {
        String name = row.getString(network);
        LocalDate from = day(row, since);
        return name == null || from == null ? null : new Membership(name, from, suspended, ended);
    }

    private static @Nullable LocalDate day(ResultSet row, String name) throws SQLException {
        return row.getObject(name, LocalDate.class);
    }

    private static @Nullable Instant instant(ResultSet row, String name) throws SQLException {
        OffsetDateTime at = row.getObject(name, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
