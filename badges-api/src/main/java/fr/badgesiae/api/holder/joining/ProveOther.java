package fr.badgesiae.api.holder.joining;

import fr.badgesiae.api.holder.ProveCard;
import fr.badgesiae.api.holder.Visits;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.client.Client;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Checks the other card in an open space, with the same brakes as where it opens its own. A right PIN counts as an opening: the
 * history of that space says so.
 */
final class ProveOther {
    private final Platform platform;
    private final ProveCard prove;
    private final Visits visits;

    ProveOther(Platform platform, ProveCard prove, Visits visits) {
        this.platform = platform;
        this.prove = prove;
        this.visits = visits;
    }

    /** What an attempt led to. */
    sealed interface Outcome {}

    /**
     * The other space can be shown and joined.
     *
     * @param other sealed, for {@link ShowSpaces} and {@link JoinSpaces}
     */
    record Proven(String other) implements Outcome {}

    /** Why the card joins nothing. */
    enum Refused implements Outcome {
        WRONG,
        /** Too many wrong PINs. */
        LATER,
        /** It is the card of the open space. */
        SAME,
        /** A reopening replaced it. */
        REPLACED,
        /** Its space was joined before. */
        JOINED
    }

    /**
     * The other space was reopened, and shows the badges of one organisation alone.
     *
     * @param until or null, when only the former card ends it
     */
    record Waits(@Nullable Instant until) implements Outcome {}

    Outcome apply(HolderPrincipal by, Code code, String pin, Client client) {
        return prove.apply(code, pin, client, new ProveCard.Cases<Outcome>() {
            @Override
            public Outcome right(Handle handle, ProveCard.Proven card) {
                return ProveOther.this.right(handle, by, card);
            }

            @Override
            public Outcome wrong() {
                return Refused.WRONG;
            }

            @Override
            public Outcome later() {
                return Refused.LATER;
            }
        });
    }

    private Outcome right(Handle handle, HolderPrincipal by, ProveCard.Proven card) {
        return switch (card.state()) {
            case ACTIVE -> card.holder().equals(by.holder()) ? Refused.SAME : proven(handle, by, card);
            case WAITING -> Refused.REPLACED;
            case JOINED -> Refused.JOINED;
            case REPLACED -> Refused.WRONG;
        };
    }

    private Outcome proven(Handle handle, HolderPrincipal by, ProveCard.Proven card) {
        Instant now = platform.clock().instant();
        visits.opened(handle, card.holder(), Visits.Way.CARD);
        return handle.attach(JoiningDao.class)
                .look(card.holder().value(), now)
                .filter(JoiningDao.LockRow::limited)
                .<Outcome>map(row -> new Waits(row.limitedUntil()))
                .orElseGet(() -> new Proven(OtherSpace.of(card, now).sealed(platform.vault(), by)));
    }
}
