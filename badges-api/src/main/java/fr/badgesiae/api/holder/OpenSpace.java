package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.client.KnownDevice;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Opens the holder's space with the code of a card and its PIN. */
public final class OpenSpace {
    private final ProveCard prove;
    private final Visits visits;
    private final Sessions sessions;

    OpenSpace(ProveCard prove, Visits visits, Sessions sessions) {
        this.prove = prove;
        this.visits = visits;
        this.sessions = sessions;
    }

    /** What an attempt led to. */
    public sealed interface Outcome permits Opened, Replaced, Joined, Wrong, Later {
        <T> T fold(Cases<T> cases);
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T opened(OpenedSession session);

        T replaced(HolderId holder, UUID card);

        T joined();

        T wrong();

        T later();
    }

    /** The space of this holder is open. */
    public record Opened(HolderId holder, OpenedSession session) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.opened(session);
        }
    }

    /** The card is the holder's, and was replaced by a reopening: it opens nothing, and they can say whether it was them. */
    public record Replaced(HolderId holder, UUID card) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.replaced(holder, card);
        }
    }

    /** The space of this card was joined to another, whose card opens both. */
    public record Joined() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.joined();
        }
    }

    /** Code and PIN do not belong together; which of them is wrong is not disclosed. */
    public record Wrong() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.wrong();
        }
    }

    /** Too many wrong PINs lately, on this card or on many; nothing was compared. */
    public record Later() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.later();
        }
    }

    /** Checks the code of a card and its PIN, and opens the space. */
    public Outcome apply(Code code, String pin, Client client) {
        Outcome outcome = prove.apply(code, pin, client, new ProveCard.Cases<Outcome>() {
            @Override
            public Outcome right(Handle handle, ProveCard.Proven card) {
                return switch (card.state()) {
                    case ACTIVE -> open(handle, card.holder());
                    case WAITING -> new Replaced(card.holder(), card.access());
                    case JOINED -> new Joined();
                    case REPLACED -> new Wrong();
                };
            }

            @Override
            public Outcome wrong() {
                return new Wrong();
            }

            @Override
            public Outcome later() {
                return new Later();
            }
        });
        if (outcome instanceof Opened opened) {
            client.device().remember(KnownDevice.Kind.CARD, opened.holder().toString());
        }
        return outcome;
    }

    private Outcome open(Handle handle, HolderId holder) {
        visits.opened(handle, holder, Visits.Way.CARD);
        return new Opened(holder, sessions.openHolder(handle, holder));
    }
}
