package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunPerson;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Lists the people whom the reader may choose for a run, by last name, page by page: all of them, or whom its search finds. */
public final class ListCandidates {
    static final int PAGE = 50;

    /** How many of those who were left out are named. */
    private static final int LEFT_OUT = 20;

    private final Platform platform;
    private final AwardRuns runs;

    ListCandidates(Platform platform, AwardRuns runs) {
        this.platform = platform;
        this.runs = runs;
    }

    /**
     * A person to choose.
     *
     * @param created when the file was made, where another person of the page has the same name; else null
     * @param informed whether they were given the information sheet; without it they cannot be chosen
     * @param standing an offer of the same badge that stands, or null
     */
    public record Candidate(
            PersonId id,
            String name,
            @Nullable Instant created,
            boolean informed,
            boolean chosen,
            RunPerson.@Nullable Standing standing) {}

    /**
     * Whom a choice of everybody found left out.
     *
     * @param people the first of them by name; who has such an offer, or lacks the information sheet
     * @param uninformed how many lack the information sheet
     * @param all how many they are
     */
    public record LeftOut(List<Candidate> people, int uninformed, int all) {}

    /**
     * A page of them.
     *
     * @param found how many people the search finds, up to one more than {@link AwardRun#MOST}
     * @param next the last one of this page, when another page follows
     * @param leftOut where it was asked for, and somebody is
     */
    public record Found(
            AwardRun run, List<Candidate> people, int found, Optional<PersonId> next, Optional<LeftOut> leftOut) {}

    /**
     * One page.
     *
     * @param after the last person of the page before; empty or unknown for the first page
     * @param all whether everybody found was chosen just before: who was left out is listed
     * @throws ProblemException NOT_FOUND for a run of another organisation
     */
    public Found apply(Reach reader, AwardRunId run, Optional<PersonId> after, boolean all) {
        UUID last = after.map(PersonId::value).orElse(null);
        return platform.database().inOrganisation(reader.organisation(), handle -> {
            AwardRun shown = runs.require(handle, reader, run);
            List<RunChoiceDao.CandidateRow> rows = handle.attach(RunChoiceDao.class)
                    .page(
                            run.value(),
                            reader.here(),
                            reader.member(),
                            last,
                            PAGE + 1,
                            AwardRun.MOST + 1,
                            platform.clock().instant());
            return found(shown, rows, all ? leftOut(handle, reader, run) : Optional.empty());
        });
    }

    private Optional<LeftOut> leftOut(Handle handle, Reach reader, AwardRunId run) {
        List<RunChoiceDao.LeftOutRow> rows = handle.attach(RunChoiceDao.class)
                .leftOut(
                        run.value(),
                        reader.here(),
                        reader.member(),
                        ChoosePeople.EVERYBODY,
                        platform.clock().instant(),
                        LEFT_OUT);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Candidate> people = rows.stream()
                .map(row -> new Candidate(
                        new PersonId(row.id()),
                        Person.fullName(row.firstName(), row.lastName()),
                        null,
                        row.informed(),
                        false,
                        AwardRuns.standing(row.standing(), row.since())))
                .toList();
        return Optional.of(
                new LeftOut(people, rows.get(0).uninformed(), rows.get(0).all()));
    }

    private static Found found(AwardRun run, List<RunChoiceDao.CandidateRow> rows, Optional<LeftOut> leftOut) {
        Map<String, Long> names =
                rows.stream().collect(Collectors.groupingBy(ListCandidates::folded, Collectors.counting()));
        List<Candidate> people = rows.stream()
                .limit(PAGE)
                .map(row -> new Candidate(
                        new PersonId(row.id()),
                        Person.fullName(row.firstName(), row.lastName()),
                        names.getOrDefault(folded(row), 0L) > 1 ? row.createdAt() : null,
                        row.informed(),
                        row.chosen(),
                        AwardRuns.standing(row.standing(), row.since())))
                .toList();
        return new Found(
                run,
                people,
                rows.isEmpty() ? 0 : rows.get(0).found(),
                rows.size() > PAGE ? Optional.of(people.get(PAGE - 1).id()) : Optional.empty(),
                leftOut);
    }

    private static String folded(RunChoiceDao.CandidateRow row) {
        return Person.fullName(row.firstName(), row.lastName()).toLowerCase(Locale.ROOT);
    }
}
