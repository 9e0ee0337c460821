package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunPerson;
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

    /** Everybody of a run whom the reader finds, by last name. */
    List<RunPerson> people(Handle handle, Reach reader, AwardRunId run) {
        return handle
                .attach(AwardRunDao.class)
                .people(run.value(), reader.here(), reader.member(), clock.instant())
                .stream()
                .map(AwardRuns::read)
                .toList();
    }

    /** One of them, locked until the transaction ends, with their file; empty once it was erased. */
    Optional<RunPerson> lockPerson(Handle handle, OrganisationId organisation, AwardRunId run, PersonId person) {
        AwardRunDao dao = handle.attach(AwardRunDao.class);
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
                RunGroups.chosen(row),
                RunGroups.read(row.groups()),
                row.state(),
                row.people(),
                row.createdAt(),
                new AwardRun.Counts(row.chosen(), row.offered(), row.failed()));
    }

    private static RunPerson read(AwardRunDao.PersonRow row) {
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
