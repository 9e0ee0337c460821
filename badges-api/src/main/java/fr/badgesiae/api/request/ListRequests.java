package fr.badgesiae.api.request;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.offer.asked.RequestId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.table.Sort;
import fr.badgesiae.api.request.content.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists requests in an order, by pages. A member who awards nothing sees their own alone, of people of their teams. */
public final class ListRequests {
    static final int PAGE = 50;

    private final Platform platform;

    ListRequests(Platform platform) {
        this.platform = platform;
    }

    /** A part of the requests that a list can show alone. */
    public enum Part {
        OPEN("r.state IN ('SENT', 'ASKED')"),
        SENT("r.state = 'SENT'"),
        LATE(RequestDao.LATE),
        ASKED("r.state = 'ASKED'"),
        ACCEPTED("r.state = 'ACCEPTED'"),
        REFUSED("r.state = 'REFUSED'"),
        WITHDRAWN("r.state = 'WITHDRAWN'"),
        ALL("true");

        private final String condition;

        Part(String condition) {
            this.condition = condition;
        }

        /** Its word in an address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the list can be sorted by. */
    public enum Column implements Sort.Column {
        CREATED;

        @Override
        public List<String> of(String row) {
            return List.of(row + ".created_at");
        }

        @Override
        public String title() {
            return "request.created";
        }

        @Override
        public Sort.Kind kind() {
            return Sort.Kind.DAY;
        }
    }

    /** The order where none is chosen. */
    public static final Sort<Column> NEWEST_FIRST = new Sort<>(Column.CREATED, true);

    /** How far back a list goes. */
    public enum Period {
        ALL(36_500),
        MONTH(30),
        QUARTER(91),
        YEAR(365);

        private final int days;

        Period(int days) {
            this.days = days;
        }

        /** Its word in an address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a list shows.
     *
     * @param badge or null for all
     * @param person or null for everybody
     */
    public record Filter(
            Part part,
            @Nullable AchievementId badge,
            @Nullable PersonId person,
            Period period) {
        private String conditions(boolean own, boolean ofTeams) {
            return "  AND " + part.condition
                    + (badge == null ? "" : "\n  AND r.achievement_id = :badge")
                    + (person == null ? "" : "\n  AND r.worker_id = :person")
                    + (period == Period.ALL ? "" : "\n  AND r.created_at >= :since")
                    + (own ? "\n  AND r.asked_by = :member" : "")
                    + (ofTeams ? "\n  AND is_assigned(:member, r.worker_id)" : "");
        }
    }

    /**
     * One request of the list.
     *
     * @param badge its name, or null where the words describe it
     * @param member who asks for the person, or null where the person asked
     */
    public record Line(
            RequestId id,
            String person,
            @Nullable String badge,
            @Nullable String member,
            RequestState state,
            Instant toReadAt,
            Instant createdAt) {}

    /**
     * A page of the list.
     *
     * @param next the last request of this page, when another page follows
     * @param badges to filter by, names by id
     */
    public record Found(List<Line> lines, Optional<RequestId> next, Map<String, String> badges) {}

    /** @param after the last request of the page before; empty or unknown for the first page */
    public Found apply(Principal by, Filter filter, Sort<Column> sort, Optional<RequestId> after) {
        UUID organisation = by.organisation().value();
        UUID cursor = after.map(RequestId::value).orElse(null);
        return platform.database().inOrganisation(by.organisation(), handle -> {
            RequestDao dao = handle.attach(RequestDao.class);
            List<RequestDao.LineRow> rows = rows(dao, by, filter, sort, cursor);
            // Only an empty page leaves open whether the cursor exists.
            if (cursor != null && rows.isEmpty() && !dao.exists(cursor, organisation)) {
                rows = rows(dao, by, filter, sort, null);
            }
            List<Line> lines = rows.stream().limit(PAGE).map(ListRequests::line).toList();
            Map<String, String> badges = new LinkedHashMap<>();
            dao.badges(organisation).forEach(badge -> badges.put(badge.id().toString(), badge.name()));
            return new Found(
                    lines, rows.size() > PAGE ? Optional.of(lines.get(PAGE - 1).id()) : Optional.empty(), badges);
        });
    }

    private List<RequestDao.LineRow> rows(
            RequestDao dao, Principal by, Filter filter, Sort<Column> sort, @Nullable UUID cursor) {
        Instant now = platform.clock().instant();
        return dao.page(
                filter.conditions(!by.may(Permission.AWARD), by.may(Permission.TEAM))
                        + (cursor == null ? "" : sort.after("r", "badge_request")),
                sort.orderBy("r"),
                by.organisation().value(),
                filter.badge() == null ? null : filter.badge().value(),
                filter.person() == null ? null : filter.person().value(),
                by.account().value(),
                now.minus(Duration.ofDays(filter.period().days)),
                now,
                cursor,
                PAGE + 1);
    }

    private static Line line(RequestDao.LineRow row) {
        return new Line(
                new RequestId(row.id()),
                row.firstName() + " " + row.lastName(),
                row.badge(),
                row.member(),
                row.state(),
                row.toReadAt(),
                row.createdAt());
    }
}
