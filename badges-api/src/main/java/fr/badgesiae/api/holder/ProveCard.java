package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.client.KnownDevice;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.limits.PinThrottle;
import fr.badgesiae.api.platform.limits.RequestBudget;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Checks the code of a card and its PIN, with the same brakes wherever they are typed. */
public final class ProveCard {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Database database;
    private final Vault vault;
    private final Passwords passwords;
    private final Clock clock;
    private final Visits visits;
    private final PinThrottle throttle;
    private final RequestBudget misses;

    ProveCard(Platform platform, Visits visits) {
        this.database = platform.database();
        this.vault = platform.vault();
        this.passwords = platform.passwords();
        this.clock = platform.clock();
        this.throttle = platform.throttles().pins();
        this.misses = platform.throttles().misses();
        this.visits = visits;
    }

    /** What a card is good for; the names are stored. */
    public enum State {
        /** It opens the space. */
        ACTIVE,
        /** A reopening replaced it: its holder can say whether it was them. */
        WAITING,
        /** It says nothing any more. */
        REPLACED,
        /** Its space was joined to another: the card of that one opens it. */
        JOINED
    }

    /**
     * A card that was shown with its PIN.
     *
     * @param access the id of the card
     * @param pinHash what the PIN was compared with
     */
    public record Proven(HolderId holder, UUID access, String pinHash, State state) {}

    /** One answer for each outcome. */
    public interface Cases<T> {
        /**
         * Code and PIN belong together. Runs in a transaction of the holder, who is locked: whoever replaced the card or changed its
         * PIN meanwhile has come before.
         */
        T right(Handle handle, Proven card);

        /** Code and PIN do not belong together; which of them is wrong is not disclosed. */
        T wrong();

        /** Too many wrong PINs lately, on this card or on many; nothing was compared. */
        T later();
    }

    /**
     * Checks a card. A code that does not exist takes a comparison too, and uses the budget of misses; it counts against no
     * card.
     */
    public <T> T apply(Code code, String pin, Client client, Cases<T> cases) {
        byte[] lookup = vault.lookup(RecoveryCards.LOOKUP, code.value());
        Optional<AccessLocationRow> card =
                database.look(handle -> handle.attach(HolderDao.class).locate(lookup));
        boolean known = card.isPresent()
                && client.device()
                        .knows(KnownDevice.Kind.CARD, card.get().holderId().toString());
        PinThrottle.Try guess = new PinThrottle.Try(lookup, null, client, known);
        if (!allowed(card.isPresent(), guess)) {
            return cases.later();
        }
        return passwords.inTurn(client.network(), known, compare -> compare(compare, guess, pin, card, cases));
    }

    private boolean allowed(boolean exists, PinThrottle.Try guess) {
        if (!exists) {
            return misses.trySpend(guess.client());
        }
        return guess.knownDevice() ? throttle.allowsOwn(guess) : throttle.allows(guess);
    }

    private <T> T compare(
            Passwords.Comparison compare,
            PinThrottle.Try guess,
            String pin,
            Optional<AccessLocationRow> card,
            Cases<T> cases) {
        HolderId holder = new HolderId(card.map(AccessLocationRow::holderId).orElse(NOBODY));
        UUID access = card.map(AccessLocationRow::accessId).orElse(NOBODY);
        Optional<CardAttemptRow> attempt = database.inHolder(holder, handle -> {
            HolderDao dao = handle.attach(HolderDao.class);
            return guess.knownDevice()
                    ? dao.look(access, holder.value(), clock.instant())
                    : dao.attempt(access, holder.value(), clock.instant());
        });
        if (card.isPresent() && attempt.isEmpty()) {
            return stillLocated(guess) ? cases.later() : cases.wrong();
        }
        if (!compare.matches(pin, attempt.map(CardAttemptRow::pinHash).orElse(null))) {
            card.ifPresent(known -> refuse(guess, holder));
            return cases.wrong();
        }
        CardAttemptRow found = attempt.get();
        Proven proven = new Proven(holder, access, found.pinHash(), found.state());
        T outcome = database.inHolder(holder, handle -> right(handle, guess, proven, cases));
        if (guess.knownDevice()) {
            throttle.ownSucceeded(guess);
        }
        return outcome;
    }

    private <T> T right(Handle handle, PinThrottle.Try guess, Proven card, Cases<T> cases) {
        HolderDao dao = handle.attach(HolderDao.class);
        UUID holder = card.holder().value();
        dao.lock(holder);
        if (!guess.knownDevice()) {
            // A lock that others caused stays: a known device passes it.
            dao.pinWasRight(card.access(), holder);
        }
        if (card.state() != State.ACTIVE) {
            return cases.right(handle, card);
        }
        if (!dao.inForce(card.access(), holder, card.pinHash())) {
            return cases.wrong();
        }
        dao.used(card.access(), holder, clock.instant());
        return cases.right(handle, card);
    }

    private void refuse(PinThrottle.Try guess, HolderId holder) {
        if (!guess.knownDevice()) {
            throttle.failed(guess);
        }
        database.inHolder(holder, handle -> {
            visits.refused(handle, holder);
            return handle;
        });
    }

    /** Whether the card is locked. One that was replaced meanwhile opens nothing, however long its holder waits. */
    private boolean stillLocated(PinThrottle.Try guess) {
        return database.look(handle -> handle.attach(HolderDao.class).locate(guess.secret()))
                .isPresent();
    }
}
