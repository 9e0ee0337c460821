package fr.badgesiae.api.wallet.offer;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Offers a badge to a wallet of its holder: a secret that leads to one copy, once, for a few minutes. */
public final class OfferToWallet {
    /** How long an offer can be taken. */
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    /** Offers of one holder within {@link #COUNTED}; nobody needs as many. */
    static final int MOST = 20;

    static final Duration COUNTED = Duration.ofHours(1);
    static final String LOOKUP = "wallet_offer.secret";

    private final Database database;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    public OfferToWallet(Database database, Vault vault, Ids ids, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** The outcome. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);
    }

    /**
     * The offer is made.
     *
     * @param secret 256 random bits, base64url; stored as a keyed hash alone
     * @param challenge what the wallet has to sign
     */
    public record Made(UUID offer, String secret, String challenge, Instant expires) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.made(this);
        }

        /** The id alone: the rest is a secret. */
        @Override
        public String toString() {
            return "Made[" + offer + "]";
        }
    }

    /** Nothing is offered. */
    public record NotMade(Problem problem) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notMade(problem);
        }
    }

    /** Why nothing is offered. */
    public enum Problem {
        /** As many copies are in wallets as can be. */
        TOO_MANY_COPIES,
        /** Many offers were made within the hour. */
        TOO_OFTEN
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T made(Made offer);

        T notMade(Problem problem);
    }

    /**
     * Makes the offer. Earlier ones of the same badge go on.
     *
     * @param badge as it was accepted
     * @throws ProblemException NOT_FOUND for a badge that is not this holder's, or is not in force; CONFLICT for one that has
     *     lapsed
     */
    public Outcome apply(HolderId holder, CredentialId badge, EditionChoice choice, WalletOfferKind kind) {
        Instant now = clock.instant();
        Made offer = new Made(ids.uuid(), ids.token(), ids.token(), now.plus(LIFETIME));
        byte[] lookup = vault.lookup(LOOKUP, offer.secret());
        return database.inHolder(holder, handle -> record(handle, holder, badge, choice, kind, offer, lookup, now));
    }

    private static Outcome record(
            Handle handle,
            HolderId holder,
            CredentialId badge,
            EditionChoice choice,
            WalletOfferKind kind,
            Made offer,
            byte[] lookup,
            Instant now) {
        WalletOfferDao dao = handle.attach(WalletOfferDao.class);
        if (dao.lockSpace(holder.value()).isEmpty()) {
            throw ProblemException.notFound();
        }
        WalletOfferDao.BadgeRow row =
                dao.badge(badge.value(), holder.value(), now).orElseThrow(ProblemException::notFound);
        if (row.lapsed()) {
            throw new ProblemException(ProblemType.CONFLICT, "The badge has lapsed.");
        }
        if (row.copies() >= SignEdition.MOST_COPIES) {
            return new NotMade(Problem.TOO_MANY_COPIES);
        }
        if (dao.madeSince(holder.value(), now.minus(COUNTED)) >= MOST) {
            return new NotMade(Problem.TOO_OFTEN);
        }
        dao.insert(
                offer.offer(),
                holder.value(),
                badge.value(),
                kind,
                choice.name(),
                choice.evidence(),
                choice.read(),
                lookup,
                offer.challenge(),
                now,
                offer.expires());
        return offer;
    }
}
