package fr.badgesiae.api.observation;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.observation.content.ObservationId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists observations, the newest first, by pages. */
public final class ListObservations {
    static final int PAGE = 50;

    private final Platform platform;
    private final int size;

    /** @param size observations a page */
    ListObservations(Platform platform, int size) {
        this.platform = platform;
        this.size = size;
    }

    /**
     * What a list shows; all observations when empty.
     *
     * @param objected only those that their person objects to
     */
    public record Filter(
            @Nullable PersonId person,
            @Nullable AchievementId badge,
            @Nullable AccountId author,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean objected) {
        static final Filter NONE = new Filter(null, null, null, null, null, false);

        private String conditions(boolean own) {
            return Stream.of(
                            person == null ? "" : "  AND o.worker_id = :person",
                            badge == null ? "" : "  AND o.achievement_id = :badge",
                            author == null && !own ? "" : "  AND o.seen_by = :author",
                            from == null ? "" : "  AND o.seen_on >= :from",
                            until == null ? "" : "  AND o.seen_on <= :until",
                            objected ? "  AND o.objection IS NOT NULL" : "")
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("\n"));
        }
    }

    /** A badge or a member to filter by. */
    public record Choice(String id, String name) {}

    /**
     * A page of the list.
     *
     * @param next the last one of this page, when another page follows
     */
    public record Found(
            List<Observation> observations, Optional<ObservationId> next, List<Choice> badges, List<Choice> authors) {}

    /** @param before the last observation of the page before; empty or unknown for the first page */
    public Found apply(Principal reader, Filter filter, Optional<ObservationId> before) {
        UUID own = Observations.onlyAuthor(reader);
        UUID author = own != null
                ? own
                : Optional.ofNullable(filter.author()).map(AccountId::value).orElse(null);
        UUID here = reader.organisation().value();
        return platform.database().inOrganisation(reader.organisation(), handle -> {
            ObservationDao dao = handle.attach(ObservationDao.class);
            List<Observation> rows = dao
                    .page(
                            filter.conditions(own != null),
                            here,
                            Optional.ofNullable(filter.person())
                                    .map(PersonId::value)
                                    .orElse(null),
                            Optional.ofNullable(filter.badge())
                                    .map(AchievementId::value)
                                    .orElse(null),
                            author,
                            Reach.of(reader).member(),
                            filter.from(),
                            filter.until(),
                            before.map(ObservationId::value).orElse(null),
                            size + 1)
                    .stream()
                    .map(Observations::read)
                    .toList();
            List<ObservationDao.ChoiceRow> choices = dao.choices(here, own);
            return new Found(
                    rows.stream().limit(size).toList(),
                    rows.size() > size ? Optional.of(rows.get(size - 1).id()) : Optional.empty(),
                    of(choices, "BADGE"),
                    of(choices, "AUTHOR"));
        });
    }

    private static List<Choice> of(List<ObservationDao.ChoiceRow> rows, String kind) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .map(row -> new Choice(row.id().toString(), row.name()))
                .toList();
    }
}
