package fr.badgesiae.api.wallet.offer;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.holder.badge.ShareChoices;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.util.Optional;

/** Reads what a copy of one badge can show, for its holder. */
public final class ShowOfferable {
    private final Database database;
    private final Clock clock;

    public ShowOfferable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A badge that can go into a wallet.
     *
     * @param issuer the name of who awarded it
     * @param choices empty once the desk has erased its file: no other edition is signed
     * @param full whether as many copies are in wallets as can be
     */
    public record Offerable(
            CredentialId badge,
            String name,
            String issuer,
            FrenchZone zone,
            Optional<ShareChoices> choices,
            boolean full) {}

    /**
     * Reads it.
     *
     * @throws ProblemException NOT_FOUND for a badge that is not theirs, is not in force, or has lapsed
     */
    public Offerable apply(HolderId holder, CredentialId badge) {
        return database.inHolder(
                        holder,
                        handle -> handle.attach(WalletOfferDao.class)
                                .offerable(badge.value(), holder.value(), clock.instant()))
                .map(row -> new Offerable(
                        badge,
                        row.achievementName(),
                        row.issuer(),
                        FrenchZone.of(row.timeZone()),
                        choices(row),
                        row.copies() >= SignEdition.MOST_COPIES))
                .orElseThrow(ProblemException::notFound);
    }

    private static Optional<ShareChoices> choices(WalletOfferDao.OfferableRow row) {
        String first = row.firstName();
        String last = row.lastName();
        return first == null || last == null
                ? Optional.empty()
                : Optional.of(new ShareChoices(
                        Person.shortName(first, last),
                        Person.fullName(first, last),
                        row.narrative(),
                        row.evidence(),
                        row.nameChoice(),
                        row.showsEvidence()));
    }
}
