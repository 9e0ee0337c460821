package fr.badgesiae.api.edition;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.FinishCredential;
import fr.badgesiae.api.credential.IssueCredential;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PrepareCredential;
import fr.badgesiae.api.credential.PreparedCredential;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Finds the edition of a badge that shows what its holder chose, or has it signed: recorded in one transaction, signed outside
 * it, verified before it is released. A choice made before leads to the same edition; the same choice for a wallet belongs to
 * the key of that wallet.
 */
public final class SignEdition {
    /** The most editions of one badge that are in wallets at a time. */
    public static final int MOST_COPIES = 5;

    private final Database database;
    private final Achievements achievements;
    private final People people;
    private final PrepareCredential prepare;
    private final IssueCredential issue;
    private final FinishCredential finish;
    private final Clock clock;

    SignEdition(
            Database database,
            Achievements achievements,
            People people,
            PrepareCredential prepare,
            IssueCredential issue,
            FinishCredential finish,
            Clock clock) {
        this.database = database;
        this.achievements = achievements;
        this.people = people;
        this.prepare = prepare;
        this.issue = issue;
        this.finish = finish;
        this.clock = clock;
    }

    /** The outcome. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);
    }

    /** The edition is in force. */
    public record Signed(CredentialId edition) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.signed(edition);
        }
    }

    /** Nothing is in force for this choice. */
    public record NotSigned(EditionProblem problem) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notSigned(problem);
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T signed(CredentialId edition);

        T notSigned(EditionProblem problem);
    }

    /**
     * Finds or signs it.
     *
     * @param badge as it was accepted; one whose name was corrected since leads to what stands in its place
     * @throws ProblemException NOT_FOUND for a badge that is not this holder's, or is not in force; CONFLICT for one that has
     *     lapsed; UNAVAILABLE while the organisation has no key that opens
     */
    public Outcome apply(HolderId holder, CredentialId badge, EditionChoice choice) {
        // What remains to be signed is signed after the commit.
        return database.inHolder(holder, handle -> decide(handle, holder, badge, choice))
                .get();
    }

    private Supplier<Outcome> decide(Handle handle, HolderId holder, CredentialId badge, EditionChoice choice) {
        EditionDao dao = handle.attach(EditionDao.class);
        EditionDao.BadgeRow row = dao.badge(badge.value(), holder.value()).orElseThrow(ProblemException::notFound);
        require(dao.lockSpace(holder.value()));
        OrganisationId organisation = new OrganisationId(row.organisationId());
        Database.alsoForOrganisation(handle, organisation);
        UUID award = row.awardId();
        Optional<EditionDao.SaidRow> said = dao.said(award, row.organisationId());
        lock(dao, row, badge, holder);
        if (said.isEmpty()) {
            return () -> new NotSigned(EditionProblem.TOO_LATE);
        }
        Person person = people.find(
                        handle, organisation, new PersonId(said.get().workerId()))
                .orElseThrow(ProblemException::notFound);
        if (!choice.read().equals(read(person, said.get()))) {
            return () -> new NotSigned(EditionProblem.CHANGED);
        }
        AwardStatement statement = statement(handle, organisation, award, said.get(), person, choice);
        WalletBinding wallet = statement.wallet();
        String key = wallet == null ? null : wallet.sameKey();
        Instant now = clock.instant();
        Instant offered = choice.offeredAt();
        if (wallet != null
                && offered != null
                && dao.withdrawnSince(award, row.organisationId(), wallet.wallet(), key, offered)) {
            return () -> new NotSigned(EditionProblem.WITHDRAWN);
        }
        return dao.find(
                        award,
                        row.organisationId(),
                        statement.achievement().id().value(),
                        statement.nameChoice(),
                        statement.displayedName(),
                        statement.showEvidence(),
                        wallet == null ? null : wallet.wallet(),
                        key,
                        now)
                .map(edition -> found(edition, organisation))
                .orElseGet(() -> {
                    if (wallet != null
                            && dao.copies(award, row.organisationId(), now) >= MOST_COPIES
                            && dao.dropUnsigned(award, row.organisationId(), now) == 0) {
                        return () -> new NotSigned(EditionProblem.TOO_MANY_COPIES);
                    }
                    PreparedCredential fresh = prepare.edition(handle, statement, holder, dao.next(award));
                    if (fresh.keys().isEmpty()) {
                        // Rolls the wish back: an edition that nobody can sign would wait, and hold up an erasure.
                        throw new ProblemException(ProblemType.UNAVAILABLE, "No key of the organisation opens.");
                    }
                    return () -> outcome(organisation, fresh.id(), issue.apply(fresh));
                });
    }

    /** A correction of the name may have come first: then the badge that took its place is locked. */
    private static void lock(EditionDao dao, EditionDao.BadgeRow row, CredentialId badge, HolderId holder) {
        if (dao.lock(row.id()).isEmpty()) {
            EditionDao.BadgeRow now = dao.badge(badge.value(), holder.value()).orElseThrow(ProblemException::notFound);
            require(dao.lock(now.id()));
        }
    }

    /** Erased or revoked since it was read. */
    private static void require(Optional<Boolean> there) {
        if (there.isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    private Supplier<Outcome> found(EditionDao.EditionRow edition, OrganisationId organisation) {
        CredentialId id = new CredentialId(edition.id());
        return edition.state() == CredentialState.ISSUED
                ? () -> new Signed(id)
                : () -> outcome(organisation, id, finish.apply(organisation, id));
    }

    private Outcome outcome(OrganisationId organisation, CredentialId id, boolean released) {
        if (released) {
            return new Signed(id);
        }
        boolean refused = database.inOrganisation(
                organisation, handle -> handle.attach(EditionDao.class).isVoided(id.value(), organisation.value()));
        return new NotSigned(refused ? EditionProblem.REFUSED : EditionProblem.LATER);
    }

    private static String read(Person person, EditionDao.SaidRow said) {
        return EditionChoice.fingerprint(person.shortName(), person.fullName(), said.narrative(), said.evidence());
    }

    private AwardStatement statement(
            Handle handle,
            OrganisationId organisation,
            UUID award,
            EditionDao.SaidRow said,
            Person person,
            EditionChoice choice) {
        NameChoice name = choice.name();
        return new AwardStatement(
                award,
                organisation,
                person.id(),
                person.subject(),
                achievements
                        .version(
                                handle,
                                organisation,
                                new AchievementVersionId(
                                        handle.attach(EditionDao.class).text(award, organisation.value())))
                        .orElseThrow(),
                said.narrative(),
                said.evidence(),
                said.awardedOn(),
                name,
                name.of(person.shortName(), person.fullName()),
                choice.evidence() && !said.evidence().isEmpty(),
                said.offerId(),
                choice.wallet());
    }
}
