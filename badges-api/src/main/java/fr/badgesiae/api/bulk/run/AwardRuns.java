package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunGroups;
import fr.badgesiae.api.bulk.content.RunPerson;
import fr.badgesiae.api.bulk.content.RunPersonState;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Runs read with their badge and their people; always within one organisation. */
final class AwardRuns {
    private final Achievements achievements;
    private final Clock clock;

    AwardRuns(Achievements achievements, Clock clock) {
        this.achievements = achievements;
        this.clock = clock;
    }

    /** @throws ProblemException NOT_FOUND for a run that the reader does not find */
    AwardRun require(Handle handle, Reach reader, AwardRunId run) {
        return handle.attach(AwardRunDao.class)
                .find(run.value(), reader.here(), reader.member())
                .map(row -> read(row, reader.organisation()))
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * The same, locked until the transaction ends.
     *
     * @throws ProblemException NOT_FOUND for a run that the reader does not find
     */
    AwardRun lock(Handle handle, Reach reader, AwardRunId run) {
        return handle.attach(AwardRunDao.class)
                .lock(run.value(), reader.here(), reader.member())
                .map(row -> read(row, reader.organisation()))
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * A draft, locked until the transaction ends.
     *
     * @throws ProblemException NOT_FOUND for a run that the reader does not find; CONFLICT when it has started
     */
    AwardRun lockDraft(Handle handle, Reach reader, AwardRunId run) {
        AwardRun locked = lock(handle, reader, run);
        if (!locked.draft()) {
            throw new ProblemException(ProblemType.CONFLICT, "The badges of this run are being offered already.");
        }
        return locked;
    }

    /** Whether this member began the run. */
    boolean began(Handle handle, Principal member, AwardRunId run) {
        return handle.attach(AwardRunDao.class)
                .begunBy(run.value(), member.organisation().value())
                .filter(member.account().value()::equals)
                .isPresent();
    }

    /** Hands over everybody of a run whom the reader finds, by last name; none of them is kept. */
    void people(Handle handle, Reach reader, AwardRunId run, Consumer<RunPerson> each) {
        handle.attach(RunChoiceDao.class)
                .people(run.value(), reader.here(), reader.member(), clock.instant(), row -> each.accept(read(row)));
    }

    /**
     * Some of them, by last name.
     *
     * @param state only people in it, or null
     * @param after the last person before them, or null
     */
    List<RunPerson> page(
            Handle handle,
            Reach reader,
            AwardRunId run,
            @Nullable RunPersonState state,
            @Nullable PersonId after,
            int limit) {
        UUID last = after == null ? null : after.value();
        return handle
                .attach(RunChoiceDao.class)
                .pageOfRun(run.value(), reader.here(), reader.member(), state, last, limit, clock.instant())
                .stream()
                .map(AwardRuns::read)
                .toList();
    }

    /** One of them; empty for who is not in the run. */
    Optional<RunPerson> person(Handle handle, Reach reader, AwardRunId run, PersonId person) {
        return handle.attach(RunChoiceDao.class)
                .person(run.value(), reader.here(), reader.member(), person.value(), clock.instant())
                .map(AwardRuns::read);
    }

    /** One of them while the run goes on, locked until the transaction ends, with their file; empty once it was erased. */
    Optional<RunPerson> lockPerson(Handle handle, OrganisationId organisation, AwardRunId run, PersonId person) {
        RunChoiceDao dao = handle.attach(RunChoiceDao.class);
        UUID here = organisation.value();
        return dao.lockFile(person.value(), here)
                .flatMap(file -> dao.lockPerson(run.value(), here, null, file, clock.instant()))
                .map(AwardRuns::read);
    }

    private AwardRun read(AwardRunDao.RunRow row, OrganisationId organisation) {
        return new AwardRun(
                new AwardRunId(row.id()),
                achievements.joined(
                        new AchievementVersionId(row.versionId()),
                        new AchievementId(row.achievementId()),
                        row.version(),
                        organisation,
                        row.content()),
                row.open(),
                row.narrative(),
                row.evidence(),
                row.search(),
                RunGroups.chosen(row.groupId(), row.groupKind(), row.groupName()),
                RunGroups.read(row.groups()),
                row.state(),
                row.people(),
                row.createdAt(),
                new AwardRun.Counts(row.chosen(), row.offered(), row.failed()));
    }

    private static RunPerson read(RunChoiceDao.PersonRow row) {
        return new RunPerson(
                new PersonId(row.id()),
                row.firstName(),
                row.lastName(),
                row.informed(),
                row.line(),
                row.again(),
                row.state(),
                row.reason(),
                row.offer() == null ? null : new OfferId(row.offer()),
                standing(row.standing(), row.since()));
    }

    static RunPerson.@Nullable Standing standing(@Nullable OfferState state, @Nullable Instant since) {
        return state == null || since == null ? null : new RunPerson.Standing(state == OfferState.ACCEPTED, since);
    }
}
