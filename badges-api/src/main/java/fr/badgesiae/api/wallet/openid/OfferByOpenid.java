package fr.badgesiae.api.wallet.openid;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.wallet.offer.OfferToWallet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Offers a badge to a wallet of its holder by a pre-authorized code. The code of a picture comes with a transaction code, which
 * the page of the picture shows; the code of a link has none, lives shorter and is stored as a hash alone.
 */
public final class OfferByOpenid {
    /** How long the code of a picture leads to a token. */
    public static final Duration PICTURE = Duration.ofMinutes(5);

    /** How long that of a link does: another app may catch the scheme. */
    public static final Duration LINK = Duration.ofMinutes(2);

    /** Offers of one holder within {@link #COUNTED}; nobody needs as many. */
    static final int MOST = 30;

    static final Duration COUNTED = Duration.ofHours(1);
    static final String CODE = "openid_offer.code";

    private final Database database;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    OfferByOpenid(Database database, Vault vault, Ids ids, Clock clock) {
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
     * @param codes to be shown once
     */
    public record Made(UUID offer, OfferCodes codes) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.made(this);
        }
    }

    /** Nothing is offered. */
    public record NotMade(OfferToWallet.Problem problem) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notMade(problem);
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T made(Made offer);

        T notMade(OfferToWallet.Problem problem);
    }

    /**
     * What is offered, and how.
     *
     * @param link whether it is a link on the same phone
     */
    public record Wish(OpenidWallet wallet, EditionChoice choice, boolean link) {}

    /**
     * Makes the offer. Earlier ones of the same badge go on.
     *
     * @param badge as it was accepted
     * @throws ProblemException NOT_FOUND for a badge that is not this holder's, or is not in force; CONFLICT for one that has
     *     lapsed
     */
    public Outcome apply(HolderId holder, CredentialId badge, Wish wish) {
        Instant now = clock.instant();
        OfferCodes codes = new OfferCodes(ids.token(), wish.link() ? null : ids.pin());
        return database.inHolder(holder, handle -> record(handle, holder, badge, wish, codes, now));
    }

    private Outcome record(
            Handle handle, HolderId holder, CredentialId badge, Wish wish, OfferCodes codes, Instant now) {
        OpenidOfferDao dao = handle.attach(OpenidOfferDao.class);
        if (dao.lockSpace(holder.value()).isEmpty()) {
            throw ProblemException.notFound();
        }
        OpenidOfferDao.BadgeRow row =
                dao.badge(badge.value(), holder.value(), now).orElseThrow(ProblemException::notFound);
        if (row.lapsed()) {
            throw new ProblemException(ProblemType.CONFLICT, "The badge has lapsed.");
        }
        if (row.copies() >= SignEdition.MOST_COPIES) {
            return new NotMade(OfferToWallet.Problem.TOO_MANY_COPIES);
        }
        if (dao.madeSince(holder.value(), now.minus(COUNTED)) >= MOST) {
            return new NotMade(OfferToWallet.Problem.TOO_OFTEN);
        }
        UUID offer = ids.uuid();
        dao.insert(
                offer,
                holder.value(),
                badge.value(),
                wish.wallet(),
                wish.choice().name(),
                wish.choice().evidence(),
                wish.choice().read(),
                vault.lookup(CODE, codes.code()),
                txCode(vault, offer, codes.txCode()),
                wish.link() ? null : vault.seal(codes.text().getBytes(StandardCharsets.UTF_8), context(offer, holder)),
                now,
                now.plus(wish.link() ? LINK : PICTURE));
        return new Made(offer, codes);
    }

    /** The keyed hash of a transaction code: six digits are told from their hash only with the key. */
    static byte @Nullable [] txCode(Vault vault, UUID offer, @Nullable String txCode) {
        return txCode == null ? null : vault.lookup("openid_offer.tx_code|" + offer, txCode);
    }

    static String context(UUID offer, HolderId holder) {
        return "openid_offer|" + offer + "|" + holder + "|1";
    }
}
