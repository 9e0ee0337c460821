package fr.badgesiae.api.offer;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.observation.proposal.DraftNarrative;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists the people and the badges to choose from in the form of an offer. */
public final class ListOfferChoices {
    private static final int MOST_PEOPLE = 500;

    /** French collation: Échantillon before Exemple. */
    private static final Comparator<OfferDao.ChoiceRow> BY_NAME = Comparator.comparing(
                    OfferDao.ChoiceRow::name, Collator.getInstance(Locale.FRENCH)::compare)
            .thenComparing(OfferDao.ChoiceRow::firstName, Collator.getInstance(Locale.FRENCH)::compare);

    private static final Comparator<BadgeChoice> BY_BADGE_NAME =
            Comparator.comparing(BadgeChoice::name, Collator.getInstance(Locale.FRENCH)::compare);

    private final Database database;
    private final Organisations organisations;

    ListOfferChoices(Database database, Organisations organisations) {
        this.database = database;
        this.organisations = organisations;
    }

    /**
     * A person to choose.
     *
     * @param created when the file was made, where another person has the same name; else null
     */
    public record PersonChoice(
            PersonId id, String name, @Nullable Instant created) {}

    /** The newest version of a badge to choose. */
    public record BadgeChoice(AchievementVersionId id, AchievementId achievement, String name) {}

    /**
     * The choices.
     *
     * @param people by name; of more than 500, only the one chosen before
     * @param badges by name
     * @param paused whether the organisation may not offer
     * @param draft the first words, from what was seen; empty without
     */
    public record Choices(List<PersonChoice> people, List<BadgeChoice> badges, boolean paused, String draft) {
        /**
         * Refuses before anything is typed.
         *
         * @throws ProblemException PAUSED while the organisation may not offer
         */
        public Choices requireNotPaused() {
            if (paused) {
                throw new ProblemException(ProblemType.PAUSED, "The network has paused this organisation.");
            }
            return this;
        }

        /** The newest version of this badge, or empty. */
        String version(@Nullable AchievementId badge) {
            return badges.stream()
                    .filter(choice -> choice.achievement().equals(badge))
                    .map(choice -> choice.id().toString())
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * The choices of the organisation.
     *
     * @param chosen the person chosen before
     */
    public Choices apply(OrganisationId organisation, Optional<PersonId> chosen) {
        return apply(organisation, chosen, Optional.empty());
    }

    /**
     * The same, with the first words for a badge.
     *
     * @param drafted a badge whose tasks the chosen person was seen to do
     */
    public Choices apply(OrganisationId organisation, Optional<PersonId> chosen, Optional<AchievementId> drafted) {
        return database.inOrganisation(organisation, handle -> {
            UUID person = chosen.map(PersonId::value).orElse(null);
            List<OfferDao.ChoiceRow> rows =
                    handle.attach(OfferDao.class).choices(organisation.value(), person, MOST_PEOPLE);
            boolean paused = organisations.suspension(handle, organisation).isPresent();
            String draft = chosen.flatMap(
                            one -> drafted.map(badge -> DraftNarrative.read(handle, organisation, one, badge)))
                    .orElse("");
            return new Choices(people(rows, chosen), badges(rows), paused, draft);
        });
    }

    private static List<PersonChoice> people(List<OfferDao.ChoiceRow> rows, Optional<PersonId> chosen) {
        List<OfferDao.ChoiceRow> first = of(rows, OfferDao.ChoiceKind.PERSON);
        boolean listed = chosen.isEmpty()
                || first.stream().anyMatch(row -> row.id().equals(chosen.get().value()));
        List<OfferDao.ChoiceRow> shown = listed ? first : of(rows, OfferDao.ChoiceKind.CHOSEN);
        Map<String, Long> names =
                shown.stream().collect(Collectors.groupingBy(ListOfferChoices::folded, Collectors.counting()));
        return shown.stream()
                .sorted(BY_NAME)
                .map(row -> new PersonChoice(
                        new PersonId(row.id()),
                        name(row),
                        names.getOrDefault(folded(row), 0L) > 1 ? row.createdAt() : null))
                .toList();
    }

    private static String name(OfferDao.ChoiceRow row) {
        return row.firstName() + " " + row.name();
    }

    private static String folded(OfferDao.ChoiceRow row) {
        return name(row).toLowerCase(Locale.ROOT);
    }

    private static List<BadgeChoice> badges(List<OfferDao.ChoiceRow> rows) {
        return of(rows, OfferDao.ChoiceKind.BADGE).stream()
                .map(row -> new BadgeChoice(
                        new AchievementVersionId(row.id()),
                        // Null in the rows of people only.
                        new AchievementId(Objects.requireNonNull(row.achievement())),
                        row.name()))
                .sorted(BY_BADGE_NAME)
                .toList();
    }

    private static List<OfferDao.ChoiceRow> of(List<OfferDao.ChoiceRow> rows, OfferDao.ChoiceKind kind) {
        return rows.stream().filter(row -> row.kind() == kind).toList();
    }
}
