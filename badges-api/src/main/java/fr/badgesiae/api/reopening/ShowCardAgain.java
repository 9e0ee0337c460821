package fr.badgesiae.api.reopening;

import fr.badgesiae.api.holder.PinCheck;
import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.holder.Visits;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.limits.PinThrottle;
import java.util.Optional;

/**
 * A used slip leads to the card that it made until that card was used once, for whoever left before they had kept it. It asks for
 * the PIN that the holder chose; the PIN printed on the slip opens nothing any more.
 */
public final class ShowCardAgain {
    private final Platform platform;
    private final ReopeningSlips slips;
    private final RecoveryCards cards;
    private final PinCheck check;
    private final Visits visits;
    private final Sessions sessions;
    private final PinThrottle throttle;

    ShowCardAgain(
            Platform platform,
            ReopeningSlips slips,
            RecoveryCards cards,
            PinCheck check,
            Visits visits,
            Sessions sessions) {
        this.platform = platform;
        this.slips = slips;
        this.cards = cards;
        this.check = check;
        this.visits = visits;
        this.sessions = sessions;
        this.throttle = platform.throttles().pins();
    }

    /** The outcome. */
    public sealed interface Outcome permits Shown, Over, Wrong, Later {
        <T> T fold(Cases<T> cases);
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T shown(OpenedSession session);

        T over();

        T wrong();

        T later();
    }

    /** The space of this holder is open, and shows the card. */
    public record Shown(HolderId holder, OpenedSession session) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.shown(session);
        }
    }

    /** The slip leads to no card: unknown, not used, or the card was used. */
    public record Over() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.over();
        }
    }

    /** Another PIN than the one chosen. */
    public record Wrong() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.wrong();
        }
    }

    /** Too many wrong PINs lately. */
    public record Later() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.later();
        }
    }

    /** Compares the PIN between two transactions: hashing is slow. A wrong one counts against the slip and makes it wait, and stands among the visits of the space. */
    public Outcome apply(Code code, String pin, Client client) {
        Optional<HolderId> holder = holder(code);
        if (holder.isEmpty()) {
            return new Over();
        }
        PinThrottle.Try guess = new PinThrottle.Try(slips.lookup(code), null, client, false);
        if (!throttle.allows(guess)) {
            return new Later();
        }
        PinCheck.Compared compared = check.compareForSlip(holder.get(), pin);
        return switch (compared.result()) {
            // The holder may have objected while the PIN was compared.
            case MATCHES -> holder(code).equals(holder) ? open(holder.get(), compared) : new Over();
            case WRONG -> {
                throttle.failed(guess);
                yield refused(holder.get());
            }
            case LATER -> new Later();
        };
    }

    private Optional<HolderId> holder(Code code) {
        return platform.database()
                .look(handle -> handle.attach(ReopeningDao.class).locate(slips.lookup(code)))
                .flatMap(row -> platform.database()
                        .inOrganisation(
                                new OrganisationId(row.organisationId()),
                                handle -> handle.attach(ReopeningDao.class)
                                        .find(row.reopeningId(), row.organisationId())
                                        .flatMap(found -> FindReopening.cardOf(handle, found, cards))));
    }

    private Outcome refused(HolderId holder) {
        return platform.database().inHolder(holder, handle -> {
            visits.refused(handle, holder);
            return new Wrong();
        });
    }

    private Outcome open(HolderId holder, PinCheck.Compared compared) {
        return platform.database().inHolder(holder, handle -> {
            if (!compared.isInForce(handle, holder)) {
                return new Over();
            }
            visits.opened(handle, holder, Visits.Way.REOPENED);
            return new Shown(holder, sessions.openHolder(handle, holder));
        });
    }
}
