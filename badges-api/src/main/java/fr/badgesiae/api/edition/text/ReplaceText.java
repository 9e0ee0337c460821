package fr.badgesiae.api.edition.text;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.IssueCredential;
import fr.badgesiae.api.credential.PrepareCredential;
import fr.badgesiae.api.credential.PreparedCredential;
import fr.badgesiae.api.credential.successor.SupersedeCredential;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Has the editions of a badge in force signed again in the newest version of its text, as a corrected name does: successors to
 * which links lead. No acceptance is asked for: the caller says that the meaning stays. Copies in wallets stay as they are.
 */
public final class ReplaceText {
    private final Platform platform;
    private final Organisations organisations;
    private final Achievements achievements;
    private final People people;
    private final PrepareCredential prepare;
    private final IssueCredential issue;

    public ReplaceText(
            Platform platform,
            Organisations organisations,
            Achievements achievements,
            People people,
            PrepareCredential prepare,
            IssueCredential issue) {
        this.platform = platform;
        this.organisations = organisations;
        this.achievements = achievements;
        this.people = people;
        this.prepare = prepare;
        this.issue = issue;
    }

    /** What became of it. */
    public enum Outcome {
        /** Recorded; where it is not signed yet, a job signs it within a minute. */
        DONE,
        /** The badge is paused, revoked, renewed, or past its end. */
        NOT_IN_FORCE,
        /** It has the newest text already, or is about to have it. */
        SAME_TEXT
    }

    /**
     * Replaces it. Recorded in one transaction, signed after it, and verified before it is released.
     *
     * @param badge as it was accepted
     * @throws ProblemException NOT_FOUND when the organisation released no such badge; PAUSED while the organisation may not offer;
     *     CONFLICT when the new version would have lapsed already; UNAVAILABLE while it has no key that opens
     */
    public Outcome apply(OrganisationId organisation, CredentialId badge, AccountId by) {
        return platform.database()
                .inOrganisation(organisation, handle -> record(handle, organisation, badge, by))
                .sign();
    }

    /** What was recorded, to be signed after the commit. */
    private record Recorded(Outcome outcome, List<Runnable> signatures) {
        Outcome sign() {
            signatures.forEach(Runnable::run);
            return outcome;
        }
    }

    private Recorded record(Handle handle, OrganisationId organisation, CredentialId badge, AccountId by) {
        organisations.requireNotPaused(handle, organisation);
        TextDao dao = handle.attach(TextDao.class);
        UUID tenant = organisation.value();
        Instant now = platform.clock().instant();
        UUID award = dao.find(badge.value(), tenant, now)
                .orElseThrow(ProblemException::notFound)
                .awardId();
        SupersedeCredential.lock(handle, organisation, award);
        Optional<TextDao.BadgeRow> row = dao.find(badge.value(), tenant, now).filter(TextDao.BadgeRow::inForce);
        if (row.isEmpty()) {
            return new Recorded(Outcome.NOT_IN_FORCE, List.of());
        }
        UUID newest = row.get().newest();
        List<TextDao.EditionRow> editions = dao.editions(award, tenant, now);
        if (newest == null || editions.isEmpty()) {
            return new Recorded(Outcome.SAME_TEXT, List.of());
        }
        Person person = people.find(handle, organisation, new PersonId(row.get().workerId()))
                .orElseThrow(ProblemException::notFound);
        PublishedAchievement text = achievements
                .version(handle, organisation, new AchievementVersionId(newest))
                .orElseThrow();
        List<PreparedCredential> successors = editions.stream()
                .map(edition -> successor(handle, person, text, edition))
                .toList();
        if (successors.stream().anyMatch(successor -> successor.keys().isEmpty())) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "No key of the organisation opens.");
        }
        platform.audit()
                .record(
                        handle,
                        new AuditEvent(
                                organisation, Actor.account(by), TextAudit.CREDENTIAL_TEXT_REPLACED, badge.value()));
        return new Recorded(
                Outcome.DONE,
                successors.stream()
                        .<Runnable>map(successor -> () -> issue.apply(successor))
                        .toList());
    }

    private PreparedCredential successor(
            Handle handle, Person person, PublishedAchievement text, TextDao.EditionRow row) {
        return prepare.successor(
                handle,
                AwardStatement.again(person, text, row.said()),
                new HolderId(row.holderId()),
                new PrepareCredential.Predecessor(new CredentialId(row.id()), row.edition(), null, false, true),
                handle.attach(TextDao.class)
                        .next(row.awardId(), text.organisation().value()));
    }
}
