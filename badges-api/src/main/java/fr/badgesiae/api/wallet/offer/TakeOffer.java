package fr.badgesiae.api.wallet.offer;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.sign.SignedForms;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.edition.EditionProblem;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes an offer for a wallet that proved its key: spent on all nodes, then signed for that key. An offer whose copy was not
 * signed can be taken again until it expires.
 */
public final class TakeOffer {
    private final Database database;
    private final SignEdition editions;
    private final Clock clock;

    public TakeOffer(Database database, SignEdition editions, Clock clock) {
        this.database = database;
        this.editions = editions;
        this.clock = clock;
    }

    /** The outcome. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);
    }

    /** The copy, in both signed forms. */
    public record Taken(CredentialId copy, SignedForms forms) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.taken(this);
        }
    }

    /**
     * No copy.
     *
     * @param problem empty for an offer that was taken or has expired meanwhile
     */
    public record NotTaken(Optional<EditionProblem> problem) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notTaken(problem);
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T taken(Taken copy);

        T notTaken(Optional<EditionProblem> problem);
    }

    /**
     * Takes it.
     *
     * @throws ProblemException NOT_FOUND for a badge that was revoked meanwhile; CONFLICT for one that has lapsed; UNAVAILABLE
     *     while the organisation has no key that opens
     */
    public Outcome apply(WalletOffer offer, WalletBinding wallet) {
        boolean ours = database.inHolder(
                offer.holder(),
                handle -> handle.attach(WalletOfferDao.class)
                                .spend(offer.id(), offer.holder().value(), clock.instant())
                        == 1);
        if (!ours) {
            return new NotTaken(Optional.empty());
        }
        try {
            return editions.apply(offer.holder(), offer.badge(), offer.choice().in(wallet))
                    .fold(new SignEdition.Cases<Outcome>() {
                        @Override
                        public Outcome signed(CredentialId edition) {
                            return made(offer, edition);
                        }

                        @Override
                        public Outcome notSigned(EditionProblem problem) {
                            giveBack(offer);
                            return new NotTaken(Optional.of(problem));
                        }
                    });
        } catch (RuntimeException failed) {
            giveBack(offer);
            throw failed;
        }
    }

    private Taken made(WalletOffer offer, CredentialId edition) {
        return database.inHolder(offer.holder(), handle -> {
            WalletOfferDao dao = handle.attach(WalletOfferDao.class);
            dao.made(offer.id(), offer.holder().value(), edition.value());
            return new Taken(
                    edition,
                    dao.signed(edition.value(), offer.holder().value()).orElseThrow(ProblemException::notFound));
        });
    }

    private void giveBack(WalletOffer offer) {
        database.inHolder(
                offer.holder(),
                handle -> handle.attach(WalletOfferDao.class)
                        .giveBack(offer.id(), offer.holder().value()));
    }
}
