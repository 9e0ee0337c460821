package fr.badgesiae.api.edition.pause;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.PrepareCredential;
import fr.badgesiae.api.credential.PreparedCredential;
import fr.badgesiae.api.credential.batch.IssueCredentials;
import fr.badgesiae.api.credential.successor.SupersedeCredential;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Has the editions of a paused badge signed again, as a corrected name does: successors that say the same, to which links lead.
 * No acceptance is asked for. Copies in wallets do not come back: nothing can be sent to a wallet.
 */
public final class ResumeBadge {
    private final Database database;
    private final Achievements achievements;
    private final People people;
    private final PrepareCredential prepare;
    private final IssueCredentials issue;
    private final Clock clock;
    private final Audit audit;
    private final List<PauseListener> listeners;

    /** @param listeners told in the same transaction */
    public ResumeBadge(
            Database database,
            Achievements achievements,
            People people,
            PrepareCredential prepare,
            IssueCredentials issue,
            Clock clock,
            Audit audit,
            List<PauseListener> listeners) {
        this.database = database;
        this.achievements = achievements;
        this.people = people;
        this.prepare = prepare;
        this.issue = issue;
        this.clock = clock;
        this.audit = audit;
        this.listeners = listeners;
    }

    /** What became of it. */
    public enum Outcome {
        DONE,
        /** Recorded; the signature follows within a minute. */
        BEING_SIGNED,
        /** The badge is in force, revoked, or about to come back. */
        NOT_PAUSED,
        /** The badge is past its end: a new one is to be offered. */
        LAPSED
    }

    /**
     * Resumes it.
     *
     * @param badge as it was accepted
     * @throws ProblemException NOT_FOUND when the organisation released no such badge; UNAVAILABLE while it has no key that opens
     */
    public Outcome apply(OrganisationId organisation, CredentialId badge, AccountId by) {
        return database.inOrganisation(organisation, handle -> resume(handle, organisation, badge, by))
                .get();
    }

    private Supplier<Outcome> resume(Handle handle, OrganisationId organisation, CredentialId badge, AccountId by) {
        PauseDao dao = handle.attach(PauseDao.class);
        UUID tenant = organisation.value();
        Instant now = clock.instant();
        UUID award = dao.find(badge.value(), tenant, now)
                .orElseThrow(ProblemException::notFound)
                .awardId();
        SupersedeCredential.lock(handle, organisation, award);
        Optional<PauseDao.BadgeRow> row = dao.find(badge.value(), tenant, now).filter(PauseDao.BadgeRow::paused);
        if (row.isEmpty()) {
            return () -> Outcome.NOT_PAUSED;
        }
        if (row.get().lapsed()) {
            return () -> Outcome.LAPSED;
        }
        Person person = people.find(handle, organisation, new PersonId(row.get().workerId()))
                .orElseThrow(ProblemException::notFound);
        List<PreparedCredential> successors = dao.paused(award, tenant, now).stream()
                .map(edition -> successor(handle, organisation, person, edition))
                .toList();
        if (successors.isEmpty()) {
            return () -> Outcome.NOT_PAUSED;
        }
        if (successors.stream().anyMatch(successor -> successor.keys().isEmpty())) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "No key of the organisation opens.");
        }
        audit.record(
                handle, new AuditEvent(organisation, Actor.account(by), PauseAudit.CREDENTIAL_RESUMED, badge.value()));
        listeners.forEach(listener -> listener.resumed(handle, badge));
        return () -> sign(successors);
    }

    private Outcome sign(List<PreparedCredential> successors) {
        return issue.apply(successors) ? Outcome.DONE : Outcome.BEING_SIGNED;
    }

    private PreparedCredential successor(
            Handle handle, OrganisationId organisation, Person person, PauseDao.PausedRow row) {
        PublishedAchievement text = achievements
                .version(handle, organisation, new AchievementVersionId(row.achievementVersionId()))
                .orElseThrow();
        return prepare.successor(
                handle,
                AwardStatement.again(person, text, row.said()),
                new HolderId(row.holderId()),
                new PrepareCredential.Predecessor(new CredentialId(row.id()), row.edition(), null, true, false),
                handle.attach(PauseDao.class).next(row.awardId(), organisation.value()));
    }
}
