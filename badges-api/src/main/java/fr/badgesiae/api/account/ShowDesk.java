package fr.badgesiae.api.account;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.organisation.Suspension;
import fr.badgesiae.api.organisation.pause.AskedPause;
import fr.badgesiae.api.organisation.pause.Pauses;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.todo.WorkList;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Reads the state of an organisation and the work that waits, for the home page of its desk. */
final class ShowDesk {
    private final Database database;
    private final Clock clock;
    private final Organisations organisations;
    private final WorkList work;

    ShowDesk(Platform platform, Organisations organisations, WorkList work) {
        this.database = platform.database();
        this.clock = platform.clock();
        this.organisations = organisations;
        this.work = work;
    }

    /**
     * What the home page shows.
     *
     * @param pause of the organisation
     * @param asked a pause of the organisation that has not taken effect
     * @param work the lines of the work list, most urgent first
     */
    record Shown(Optional<Suspension> pause, Optional<AskedPause> asked, List<WorkList.Line> work) {}

    /** The home page of this organisation for a role. */
    Shown apply(OrganisationId organisation, Role role) {
        return database.inOrganisation(
                organisation,
                handle -> new Shown(
                        organisations.suspension(handle, organisation),
                        Pauses.asked(handle, organisation),
                        work.read(handle, organisation, role, clock.instant())));
    }
}
