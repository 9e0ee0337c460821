package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupName;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Keeps which people of a page are chosen for a run, so that a choice outlives paging, a new search and the session. */
public final class ChoosePeople {
    /** More than an organisation has. */
    static final int EVERYBODY = 100_000;

    private final Platform platform;
    private final AwardRuns runs;

    ChoosePeople(Platform platform, AwardRuns runs) {
        this.platform = platform;
        this.runs = runs;
    }

    /** What else happens to the choice. */
    public enum More {
        NOTHING,
        /** Whom the search finds, except who has such an offer already. */
        EVERYBODY_FOUND,
        /** Whoever is in the group that the page chooses, with the same exception. */
        WHOLE_GROUP,
        NOBODY
    }

    /**
     * A page as it was sent.
     *
     * @param shown everybody on it
     * @param ticked those of them who are chosen
     * @param again those of them who are chosen although the badge was offered to them before
     * @param search the words to search by from now on
     * @param group the group to search in from now on, if any
     */
    public record Choice(
            Set<PersonId> shown,
            Set<PersonId> ticked,
            Set<PersonId> again,
            String search,
            Optional<GroupId> group,
            More more) {}

    /**
     * What the choice led to.
     *
     * @param chosen how many people are chosen now
     * @param full whether more were ticked than a run takes: the others are left out
     * @param first whether the search finds more than a run takes: the first ones by name are chosen
     * @param noGroup whether a whole group was to be chosen, but none was named that is there: nobody more is chosen
     */
    public record Chosen(int chosen, boolean full, boolean first, boolean noGroup) {}

    /** @throws ProblemException NOT_FOUND for a run of another organisation; CONFLICT when it has started */
    public Chosen apply(Reach reader, AwardRunId run, Choice choice) {
        Instant now = platform.clock().instant();
        UUID here = reader.here();
        UUID member = reader.member();
        return platform.database().inOrganisation(reader.organisation(), handle -> {
            AwardRun draft = runs.lockDraft(handle, reader, run);
            RunChoiceDao dao = handle.attach(RunChoiceDao.class);
            UUID[] ticked = ids(Stream.concat(choice.ticked().stream(), choice.again().stream()));
            Set<UUID> kept = Set.of(ticked);
            dao.leaveOut(
                    run.value(), here, ids(choice.shown().stream().filter(person -> !kept.contains(person.value()))));
            dao.choose(run.value(), here, member, ticked, ids(choice.again().stream()), now);
            boolean first = false;
            if (choice.more() == More.NOBODY) {
                dao.leaveOutAll(run.value(), here);
            }
            boolean noGroup = choice.more() == More.WHOLE_GROUP && !hasGroup(dao, reader, choice);
            // Everybody found is whom the page counted, whatever was typed since.
            if (choice.more() == More.WHOLE_GROUP && !noGroup) {
                search(handle, reader, draft, choice, now);
            }
            if (choice.more() == More.EVERYBODY_FOUND || (choice.more() == More.WHOLE_GROUP && !noGroup)) {
                int room = Math.max(0, AwardRun.MOST - dao.count(run.value(), here));
                dao.chooseFound(run.value(), here, member, EVERYBODY, room, now);
                first = dao.moreFound(run.value(), here, member, EVERYBODY, now);
            }
            if (choice.more() != More.WHOLE_GROUP) {
                search(handle, reader, draft, choice, now);
            }
            int chosen = dao.count(run.value(), here);
            if (chosen > AwardRun.MOST) {
                dao.leaveOutLatest(run.value(), here, chosen - AwardRun.MOST);
            }
            return new Chosen(Math.min(chosen, AwardRun.MOST), chosen > AwardRun.MOST, first, noGroup);
        });
    }

    /** Without a group a search finds everybody. */
    private static boolean hasGroup(RunChoiceDao dao, Reach reader, Choice choice) {
        return choice.group()
                .filter(group -> dao.hasGroup(group.value(), reader.here(), reader.member()))
                .isPresent();
    }

    private static void search(Handle handle, Reach reader, AwardRun draft, Choice choice, Instant now) {
        Optional<GroupId> before = Optional.ofNullable(draft.group()).map(GroupName::id);
        if (!choice.search().equals(draft.search()) || !choice.group().equals(before)) {
            handle.attach(AwardRunDao.class)
                    .search(
                            draft.id().value(),
                            reader.here(),
                            reader.member(),
                            choice.search(),
                            choice.group().map(GroupId::value).orElse(null),
                            now);
        }
    }

    private static UUID[] ids(Stream<PersonId> people) {
        return people.map(PersonId::value).distinct().toArray(UUID[]::new);
    }
}
