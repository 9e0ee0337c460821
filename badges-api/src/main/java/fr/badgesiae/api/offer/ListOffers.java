package fr.badgesiae.api.offer;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.part.PersonPart;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.table.Sort;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists offers in an order, by pages. */
public final class ListOffers {
    static final int PAGE = 50;

    private final Database database;
    private final Clock clock;
    private final int size;

    /**
     * @param size offers a page
     */
    public ListOffers(Database database, Clock clock, int size) {
        this.database = database;
        this.clock = clock;
        this.size = size;
    }

    /** What the list can be sorted by. The index {@code offer_by_badge} repeats the collation. */
    public enum Column implements Sort.Column {
        CREATED(".created_at", "award.offers.created", Sort.Kind.DAY),
        BADGE(".badge_name COLLATE \"fr-x-icu\"", "award.offers.badge", Sort.Kind.TEXT);

        private final String sql;
        private final String title;
        private final Sort.Kind kind;

        Column(String sql, String title, Sort.Kind kind) {
            this.sql = sql;
            this.title = title;
            this.kind = kind;
        }

        @Override
        public List<String> of(String row) {
            return List.of(row + sql);
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public Sort.Kind kind() {
            return kind;
        }
    }

    /** The order where none is chosen. */
    public static final Sort<Column> NEWEST_FIRST = new Sort<>(Column.CREATED, true);

    /** A part of the offers that a list can show alone. */
    public enum Part {
        DISPUTED("o.state = 'DISPUTED' AND o.ends_at > :now"),
        /** Five wrong PINs locked its slip before it had served. */
        LOCKED("o.state IN ('OFFERED', 'ACCEPTED') AND o.failed_pins >= 5 AND o.pin_hash IS NOT NULL"),
        /** Without an answer for 30 days. */
        WAITING("o.state = 'OFFERED' AND o.ends_at > :now"
                + " AND o.offered_at <= CAST(:now AS timestamptz) - interval '30 days'"),
        /** Without an answer. */
        OFFERED("o.state = 'OFFERED' AND o.ends_at > :now"),
        ACCEPTED("o.state = 'ACCEPTED'"),
        DECLINED("o.state = 'DECLINED'"),
        CANCELLED("o.state = 'CANCELLED'"),
        EXPIRED("o.state = 'EXPIRED'");

        private final String condition;

        Part(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }

        /** Its word in an address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a list shows; all offers when empty. */
    public record Filter(Optional<Part> part, Optional<PersonId> person, Optional<AchievementId> badge) {
        static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), Optional.empty());

        /** As an address or a form has it; an unknown part is none. */
        public static Filter of(@Nullable String part, @Nullable String person, @Nullable String badge) {
            return new Filter(
                    Arrays.stream(Part.values())
                            .filter(one -> one.word().equals(part))
                            .findFirst(),
                    Optional.ofNullable(person).filter(id -> !id.isEmpty()).map(PersonId::fromString),
                    Optional.ofNullable(badge).filter(id -> !id.isEmpty()).map(AchievementId::fromString));
        }

        private String conditions() {
            return part.map(only -> "\n  AND " + only.condition()).orElse("")
                    + (person.isPresent() ? "\n  AND o.worker_id = :person" : "")
                    + (badge.isPresent() ? "\n  AND v.achievement_id = :badge" : "");
        }
    }

    /** The badges that were offered to a person, for their page. */
    static final class OfPerson implements PersonPart {
        @Override
        public Kind kind() {
            return Kind.OFFERS;
        }

        @Override
        public Permission permission() {
            return Permission.WORKER_NAMES;
        }

        @Override
        public String sql() {
            return """
                    SELECT json_agg(found) FROM (
                        SELECT o.id, v.content ->> 'name' AS badge, o.state, o.created_at, o.ends_at
                        FROM offer o JOIN achievement_version v ON v.id = o.achievement_version_id
                            AND v.organisation_id = o.organisation_id
                        WHERE o.worker_id = w.id AND o.organisation_id = w.organisation_id
                        ORDER BY o.created_at DESC, o.id DESC
                        LIMIT 6) found
                    """;
        }

        @Override
        public PersonPart.Line line(UUID person, JsonNode row, Instant now) {
            String name = row.path("badge").asText();
            Instant created =
                    OffsetDateTime.parse(row.path("created_at").asText()).toInstant();
            Instant ends = OffsetDateTime.parse(row.path("ends_at").asText()).toInstant();
            OfferState state = OfferState.valueOf(row.path("state").asText()).at(now, ends);
            return new PersonPart.Line(
                    "/app/offers/" + row.path("id").asText(),
                    context -> name,
                    context -> context.t("award.offers.on", context.t(state.key()), context.date(created)));
        }

        @Override
        public String all(UUID person) {
            return "/app/offers?worker=" + person;
        }
    }

    /** A badge by which the list can be filtered. */
    public record Badge(AchievementId id, String name) {}

    /**
     * One offer of the list.
     *
     * @param state as of now
     * @param locked whether five wrong PINs locked its slip, before it had served
     * @param days since it was offered, or offered again; empty unless it waits for an answer
     * @param remindedOn when its person was reminded last, or null
     */
    public record Line(
            OfferId id,
            String person,
            String badge,
            OfferState state,
            boolean locked,
            Instant createdAt,
            OptionalLong days,
            @Nullable LocalDate remindedOn) {
        /** Whether an answer or a correction can still come. */
        public boolean open() {
            return state == OfferState.OFFERED || state == OfferState.DISPUTED;
        }
    }

    /**
     * A page of the list.
     *
     * @param next the last offer of this page, when another page follows
     * @param badges to filter by
     */
    public record Found(List<Line> lines, Optional<OfferId> next, List<Badge> badges) {}

    /**
     * One page.
     *
     * @param filter which offers
     * @param sort in which order
     * @param after the last offer of the page before; empty or unknown for the first page
     */
    public Found apply(OrganisationId organisation, Filter filter, Sort<Column> sort, Optional<OfferId> after) {
        UUID last = after.map(OfferId::value).orElse(null);
        UUID tenant = organisation.value();
        Instant now = clock.instant();
        return database.inOrganisation(organisation, handle -> {
            OfferDao dao = handle.attach(OfferDao.class);
            List<OfferDao.LineRow> rows = rows(dao, tenant, filter, sort, last, now);
            // Only an empty page leaves open whether the cursor exists.
            if (last != null && rows.isEmpty() && !dao.exists(last, tenant)) {
                rows = rows(dao, tenant, filter, sort, null, now);
            }
            return found(rows, size, dao.badges(tenant), now);
        });
    }

    private List<OfferDao.LineRow> rows(
            OfferDao dao, UUID organisation, Filter filter, Sort<Column> sort, @Nullable UUID last, Instant now) {
        return dao.page(
                filter.conditions() + (last == null ? "" : sort.after("o", "offer")),
                sort.orderBy("o"),
                organisation,
                filter.person().map(PersonId::value).orElse(null),
                filter.badge().map(AchievementId::value).orElse(null),
                now,
                last,
                size + 1);
    }

    /** @param rows one more than a page shows, where there are more */
    static Found found(List<OfferDao.LineRow> rows, int size, List<OfferDao.BadgeRow> badges, Instant now) {
        List<Line> lines = rows.stream().limit(size).map(row -> line(row, now)).toList();
        return new Found(
                lines,
                rows.size() > size ? Optional.of(lines.get(size - 1).id()) : Optional.empty(),
                badges.stream()
                        .map(row -> new Badge(new AchievementId(row.id()), row.name()))
                        .toList());
    }

    private static Line line(OfferDao.LineRow row, Instant now) {
        return new Line(
                new OfferId(row.id()),
                row.firstName() + " " + row.lastName(),
                row.badge(),
                row.state().at(now, row.endsAt()),
                row.locked(),
                row.createdAt(),
                row.state().at(now, row.endsAt()) == OfferState.OFFERED
                        ? OptionalLong.of(ChronoUnit.DAYS.between(row.offeredAt(), now))
                        : OptionalLong.empty(),
                row.remindedOn());
    }
}
