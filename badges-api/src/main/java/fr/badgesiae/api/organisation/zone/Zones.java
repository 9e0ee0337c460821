package fr.badgesiae.api.organisation.zone;

import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import org.jdbi.v3.core.Handle;

/** Time zones of organisations, in any transaction: everybody may know them. */
public final class Zones {
    private Zones() {}

    /** The zone in which the days of an organisation begin and end. */
    public static FrenchZone of(Handle handle, OrganisationId organisation) {
        return handle.attach(ZoneDao.class)
                .zone(organisation.value())
                .map(FrenchZone::of)
                .orElse(FrenchZone.PARIS);
    }
}
