package fr.badgesiae.api.organisation.pause;

import fr.badgesiae.api.platform.OrganisationId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Pauses as other features may see them. */
public final class Pauses {
    private Pauses() {}

    /** The pause that the network asked for, if any; in a transaction on behalf of the organisation. */
    public static Optional<AskedPause> asked(Handle handle, OrganisationId organisation) {
        return handle.attach(PauseDao.class).asked(organisation.value());
    }

    /** The organisations of a network whose pause has not taken effect, the oldest request first; on behalf of the network. */
    public static List<AskedLine> waiting(Handle handle, OrganisationId network) {
        return handle.attach(PauseDao.class).waitingOf(network.value());
    }
}
