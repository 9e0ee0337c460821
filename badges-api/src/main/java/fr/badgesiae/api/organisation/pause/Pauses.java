package fr.badgesiae.api.organisation.pause;

import fr.badgesiae.api.platform.OrganisationId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Pauses as other features may see them. */
public final class Pauses {
    private Pauses() {}

    /**
     * The pause of an organisation.
     *
     * @param inEffect if it is paused
     * @param asked the pause that its network asked for, if it has not taken effect
     */
    public record Standing(Optional<Suspension> inEffect, Optional<AskedPause> asked) {}

    /** In a transaction on behalf of the organisation. */
    public static Standing of(Handle handle, OrganisationId organisation) {
        Optional<PauseDao.PauseRow> found = handle.attach(PauseDao.class).pause(organisation.value());
        return new Standing(
                found.flatMap(row -> Optional.ofNullable(row.since())
                        .map(since -> new Suspension(row.network(), since, row.reason(), row.note()))),
                found.filter(row -> row.since() == null)
                        .flatMap(row -> Optional.ofNullable(row.reason())
                                .map(reason -> new AskedPause(row.network(), reason, row.note(), row.due()))));
    }

    /** The organisations of a network whose pause has not taken effect, the oldest request first; on behalf of the network. */
    public static List<AskedLine> waiting(Handle handle, OrganisationId network) {
        return handle.attach(PauseDao.class).waitingOf(network.value());
    }
}
