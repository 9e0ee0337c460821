package fr.badgesiae.api.edition.text;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.PrepareCredential;
import fr.badgesiae.api.credential.PreparedCredential;
import fr.badgesiae.api.credential.batch.IssueCredentials;
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
import java.util.function.Supplier;
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
    private final IssueCredentials issue;

    public ReplaceText(
            Platform platform,
            Organisations organisations,
            Achievements achievements,
            People people,
            PrepareCredential prepare,
            IssueCredentials issue) {
        this.platform = platform;
        this.organisations = organisations;
        this.achievements = achievements;
        this.people = people;
        this.prepare = prepare;
        this.issue = issue;
    }

    /** What became of it. */
    public enum Outcome {
        DONE,
        /** Recorded, and not released: a job signs it within a minute, or its text stays where our own verifier refuses it. */
        RECORDED,
        /** Something of the badge waits for its signature already. */
        BEING_SIGNED,
        /** The newest version is another than the member read. */
        CHANGED,
        /** More changed than words: level, validity, category, language or references. The person is asked. */
        RENEW_INSTEAD,
        /** The badge is paused, revoked, renewed, or past its end. */
        NOT_IN_FORCE,
        /** It has the newest text already. */
        SAME_TEXT
    }

    /**
     * Replaces it. Recorded in one transaction, signed after it, and verified before it is released.
     *
     * @param badge as it was accepted
     * @param read the version that the member read beside the text of before
     * @throws ProblemException NOT_FOUND when the organisation released no such badge; PAUSED while the organisation may not offer;
     *     UNAVAILABLE while it has no key that opens
     */
    public Outcome apply(OrganisationId organisation, CredentialId badge, AchievementVersionId read, AccountId by) {
        return platform.database()
                .inOrganisation(organisation, handle -> record(handle, organisation, badge, read, by))
                .get();
    }

    /** What was recorded is signed after the commit. */
    private Supplier<Outcome> record(
            Handle handle, OrganisationId organisation, CredentialId badge, AchievementVersionId read, AccountId by) {
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
            return () -> Outcome.NOT_IN_FORCE;
        }
        if (row.get().beingSigned()) {
            return () -> Outcome.BEING_SIGNED;
        }
        List<TextDao.EditionRow> editions = dao.editions(award, tenant, now);
        Optional<Outcome> refused = refused(editions, read);
        if (refused.isPresent()) {
            return refused::get;
        }
        Person person = people.find(handle, organisation, new PersonId(row.get().workerId()))
                .orElseThrow(ProblemException::notFound);
        List<PreparedCredential> successors = successors(handle, organisation, person, read, editions);
        platform.audit()
                .record(
                        handle,
                        new AuditEvent(
                                organisation, Actor.account(by), TextAudit.CREDENTIAL_TEXT_REPLACED, badge.value()));
        return () -> sign(successors);
    }

    private static Optional<Outcome> refused(List<TextDao.EditionRow> editions, AchievementVersionId read) {
        if (editions.isEmpty()) {
            return Optional.of(Outcome.SAME_TEXT);
        }
        if (editions.stream().anyMatch(edition -> !edition.newest().equals(read.value()))) {
            return Optional.of(Outcome.CHANGED);
        }
        return editions.stream().allMatch(TextDao.EditionRow::wordsOnly)
                ? Optional.empty()
                : Optional.of(Outcome.RENEW_INSTEAD);
    }

    private Outcome sign(List<PreparedCredential> successors) {
        return issue.apply(successors) ? Outcome.DONE : Outcome.RECORDED;
    }

    private List<PreparedCredential> successors(
            Handle handle,
            OrganisationId organisation,
            Person person,
            AchievementVersionId read,
            List<TextDao.EditionRow> editions) {
        PublishedAchievement text =
                achievements.version(handle, organisation, read).orElseThrow();
        List<PreparedCredential> successors = editions.stream()
                .map(edition -> successor(handle, person, text, edition))
                .toList();
        if (successors.stream().anyMatch(successor -> successor.keys().isEmpty())) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "No key of the organisation opens.");
        }
        return successors;
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
