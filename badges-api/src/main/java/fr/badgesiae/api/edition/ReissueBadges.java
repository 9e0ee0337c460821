package fr.badgesiae.api.edition;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.PrepareCredential;
import fr.badgesiae.api.credential.PreparedCredential;
import fr.badgesiae.api.credential.batch.IssueCredentials;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.RenamePerson;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Has every edition in force that shows a corrected name signed again: a successor that says the same under the new name. No
 * acceptance is asked for. Copies in wallets stay: nothing can be sent to a wallet.
 */
public final class ReissueBadges implements RenamePerson.NamedBadges {
    private final Achievements achievements;
    private final People people;
    private final PrepareCredential prepare;
    private final IssueCredentials issue;
    private final Clock clock;

    ReissueBadges(
            Achievements achievements, People people, PrepareCredential prepare, IssueCredentials issue, Clock clock) {
        this.achievements = achievements;
        this.people = people;
        this.prepare = prepare;
        this.issue = issue;
        this.clock = clock;
    }

    @Override
    public int changedBy(
            Handle handle, OrganisationId organisation, PersonId person, String firstName, String lastName) {
        return handle.attach(ReissueDao.class)
                .count(
                        person.value(),
                        organisation.value(),
                        Person.shortName(firstName, lastName),
                        Person.fullName(firstName, lastName),
                        clock.instant());
    }

    /** @throws ProblemException UNAVAILABLE while the organisation has no key that opens: nothing is corrected then */
    @Override
    public Runnable reissue(Handle handle, OrganisationId organisation, PersonId id) {
        ReissueDao dao = handle.attach(ReissueDao.class);
        Person person = people.find(handle, organisation, id).orElseThrow(ProblemException::notFound);
        dao.lockBadges(id.value(), organisation.value());
        List<PreparedCredential> successors = dao
                .named(id.value(), organisation.value(), person.shortName(), person.fullName(), clock.instant())
                .stream()
                .map(row -> successor(handle, organisation, person, row))
                .toList();
        if (successors.stream().anyMatch(successor -> successor.keys().isEmpty())) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "No key of the organisation opens.");
        }
        return () -> issue.apply(successors);
    }

    private PreparedCredential successor(
            Handle handle, OrganisationId organisation, Person person, ReissueDao.NamedRow row) {
        PublishedAchievement text = achievements
                .version(handle, organisation, new AchievementVersionId(row.achievementVersionId()))
                .orElseThrow();
        return prepare.successor(
                handle,
                AwardStatement.again(person, text, row.said()),
                new HolderId(row.holderId()),
                new PrepareCredential.Predecessor(
                        new CredentialId(row.id()), row.edition(), id(row.supersedes()), false, row.newText()),
                handle.attach(EditionDao.class).next(row.awardId()));
    }

    private static @Nullable CredentialId id(@Nullable UUID value) {
        return value == null ? null : new CredentialId(value);
    }
}
