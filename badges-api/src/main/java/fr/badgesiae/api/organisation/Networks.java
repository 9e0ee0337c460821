package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The network of an installation. */
public final class Networks {
    private final Clock clock;
    private final Ids ids;
    private final InsertOrganisation insert;

    Networks(Clock clock, Ids ids, InsertOrganisation insert) {
        this.clock = clock;
        this.ids = ids;
        this.insert = insert;
    }

    /** The oldest network, or a new one of this name. The public transaction goes on for that network. */
    public OrganisationId oldestOrNew(Handle handle, String name) {
        Optional<UUID> oldest = handle.attach(OrganisationDao.class).firstNetwork();
        OrganisationId network = new OrganisationId(oldest.orElseGet(ids::uuid));
        Database.alsoForOrganisation(handle, network);
        if (oldest.isEmpty()) {
            insert.insert(
                    handle, network, Actor.SYSTEM, OrganisationKind.NETWORK, null, name, name, "", "", clock.instant());
        }
        return network;
    }
}
