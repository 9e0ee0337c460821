package fr.badgesiae.api.credential;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.table.Sort;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Lists the badges that an organisation issued in an order of its reader, a page at a time. */
public final class ListCredentials {
    public static final int PAGE = 50;

    private final Database database;
    private final Clock clock;
    private final int size;

    /** @param size badges a page */
    public ListCredentials(Database database, Clock clock, int size) {
        this.database = database;
        this.clock = clock;
        this.size = size;
    }

    /** What the list can be sorted by. The index {@code credential_by_badge} repeats the collation. */
    public enum Column implements Sort.Column {
        ISSUED(".issued_at", "credential.list.issued", Sort.Kind.DAY),
        BADGE(".achievement_name COLLATE \"fr-x-icu\"", "credential.list.badge", Sort.Kind.TEXT);

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
    public static final Sort<Column> NEWEST_FIRST = new Sort<>(Column.ISSUED, true);

    /** The state of a badge as a list shows it. */
    public enum Standing {
        VALID("c.state = 'ISSUED' AND (c.valid_until IS NULL OR c.valid_until > :now)"),
        /** Valid, and ends within 60 days. */
        ENDING(CredentialDao.ENDING),
        /** Valid, in an earlier version than the badge has in the catalogue. */
        EARLIER("""
                c.state = 'ISSUED' AND (c.valid_until IS NULL OR c.valid_until > :now) AND EXISTS (
                    SELECT FROM award was
                    JOIN credential e ON e.award_id = was.id AND e.state = 'ISSUED' AND e.wallet IS NULL
                        AND coalesce(e.valid_until > :now, true)
                    JOIN achievement_version v ON v.id = coalesce(e.achievement_version_id, was.achievement_version_id)
                    JOIN achievement h ON h.id = v.achievement_id AND h.state = 'PUBLISHED'
                    JOIN achievement_version n ON n.achievement_id = v.achievement_id AND n.version > v.version
                    WHERE was.id = c.award_id)"""),
        EXPIRED("c.state = 'ISSUED' AND c.valid_until <= :now"),
        PAUSED("is_pause(c.public_reason)"),
        RENEWED("c.public_reason = 'RENEWED'"),
        REVOKED("c.state = 'REVOKED' AND NOT is_pause(c.public_reason) AND c.public_reason <> 'RENEWED'");

        private final String condition;

        Standing(String condition) {
            this.condition = condition;
        }

        /** Its word in an address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a list shows; all badges when empty. */
    public record Filter(Optional<Standing> standing, Optional<PersonId> person, Optional<AchievementId> badge) {
        static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), Optional.empty());

        /** As an address or a form has it; an unknown state is none. */
        public static Filter of(@Nullable String state, @Nullable String person, @Nullable String badge) {
            return new Filter(
                    Arrays.stream(Standing.values())
                            .filter(one -> one.word().equals(state))
                            .findFirst(),
                    Optional.ofNullable(person).filter(id -> !id.isEmpty()).map(PersonId::fromString),
                    Optional.ofNullable(badge).filter(id -> !id.isEmpty()).map(AchievementId::fromString));
        }

        private String conditions() {
            return standing.map(only -> "\n  AND " + only.condition).orElse("")
                    + (person.isPresent() ? "\n  AND c.worker_id = :person" : "")
                    + (badge.isEmpty() ? "" : """

                              AND c.award_id IN (
                                  SELECT a.id FROM award a
                                  JOIN achievement_version v ON v.id = a.achievement_version_id
                                  WHERE a.organisation_id = :organisation AND v.achievement_id = :badge)""");
        }
    }

    /**
     * A badge of the list.
     *
     * @param person first and last name, or empty after erasure
     * @param revokedAt null unless it was revoked or paused
     * @param paused whether it may come back
     * @param renewed whether another badge took its place
     * @param validUntil null without an end
     */
    public record Line(
            UUID id,
            String achievementName,
            String person,
            Instant issuedAt,
            @Nullable Instant revokedAt,
            boolean paused,
            boolean renewed,
            @Nullable Instant validUntil) {
        /** The state at a moment. */
        public Standing standing(Instant now) {
            if (revokedAt != null) {
                return paused ? Standing.PAUSED : renewed ? Standing.RENEWED : Standing.REVOKED;
            }
            return validUntil != null && !validUntil.isAfter(now) ? Standing.EXPIRED : Standing.VALID;
        }

        /** Whether it ends within 60 days, and is valid until then. */
        boolean ends(Instant now) {
            return standing(now) == Standing.VALID
                    && validUntil != null
                    && validUntil.isBefore(now.plus(Duration.ofDays(60)));
        }
    }

    /** A badge by which the list can be filtered. */
    public record Badge(AchievementId id, String name) {}

    /**
     * One page.
     *
     * @param next the cursor of the next page
     * @param badges to filter by
     * @param now the moment of the page
     */
    public record Found(List<Line> lines, Optional<CredentialId> next, List<Badge> badges, Instant now) {}

    /**
     * @param filter which badges
     * @param sort in which order
     * @param after the last badge of the previous page, or null for the first page
     * @throws ProblemException NOT_FOUND when that badge is no issued badge of the organisation
     */
    public Found apply(OrganisationId organisation, Filter filter, Sort<Column> sort, @Nullable CredentialId after) {
        Instant now = clock.instant();
        return database.inOrganisation(organisation, handle -> {
            List<Line> lines = lines(handle, organisation, filter, sort, after, now);
            List<Badge> badges = handle.attach(CredentialDao.class).badges(organisation.value()).stream()
                    .map(row -> new Badge(new AchievementId(row.id()), row.name()))
                    .toList();
            return lines.size() <= size
                    ? new Found(lines, Optional.empty(), badges, now)
                    : new Found(
                            lines.subList(0, size),
                            Optional.of(new CredentialId(lines.get(size - 1).id())),
                            badges,
                            now);
        });
    }

    private List<Line> lines(
            Handle handle,
            OrganisationId organisation,
            Filter filter,
            Sort<Column> sort,
            @Nullable CredentialId after,
            Instant now) {
        CredentialDao dao = handle.attach(CredentialDao.class);
        UUID tenant = organisation.value();
        UUID person = filter.person().map(PersonId::value).orElse(null);
        UUID badge = filter.badge().map(AchievementId::value).orElse(null);
        String conditions = filter.conditions() + (after == null ? "" : sort.after("c", "credential"));
        UUID cursor = after == null ? null : after.value();
        List<Line> page = dao.page(conditions, sort.orderBy("c"), tenant, person, badge, now, cursor, size + 1);
        // Only an empty page leaves open whether the cursor exists.
        if (cursor != null && page.isEmpty() && !dao.isIssued(cursor, tenant)) {
            throw ProblemException.notFound();
        }
        return page;
    }
}
