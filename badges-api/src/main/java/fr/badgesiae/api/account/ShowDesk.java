package fr.badgesiae.api.account;

import fr.badgesiae.api.organisation.pause.Pauses;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Rights;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.todo.WorkList;
import java.time.Clock;
import java.util.List;

/** Reads the state of an organisation and the work that waits, for the home page of its desk. */
final class ShowDesk {
    private final Database database;
    private final Clock clock;
    private final WorkList work;

    ShowDesk(Platform platform, WorkList work) {
        this.database = platform.database();
        this.clock = platform.clock();
        this.work = work;
    }

    /**
     * What the home page shows.
     *
     * @param pause of the organisation, in effect or asked for
     * @param work the lines of the work list, most urgent first
     */
    record Shown(Pauses.Standing pause, List<WorkList.Line> work) {}

    /** The home page of this organisation for a member with these rights. */
    Shown apply(OrganisationId organisation, AccountId member, FrenchZone zone, Rights rights) {
        return database.inOrganisation(
                organisation,
                handle -> new Shown(
                        Pauses.of(handle, organisation),
                        work.read(handle, organisation, member, zone, rights, clock.instant())));
    }
}
