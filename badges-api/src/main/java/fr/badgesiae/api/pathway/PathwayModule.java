package fr.badgesiae.api.pathway;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.worker.WorkerId;
import fr.badgesiae.api.worker.Workers;
import java.time.LocalDate;
import java.util.List;

/** The time workers spend in an organisation. */
public final class PathwayModule {
    private final EditPathway edit;
    private final List<Object> resources;

    public PathwayModule(Platform platform, Workers workers) {
        this.edit = new EditPathway(platform, workers);
        this.resources = List.of(new PathwayPages(platform, workers));
    }

    /** One invented pathway, for the command {@code demo}. */
    public void demonstrate(Principal counsellor, WorkerId worker, LocalDate startsOn) {
        PathwayForm form =
                new PathwayForm(startsOn.toString(), startsOn.plusYears(2).toString(), "99999 00 00001");
        edit.open(counsellor, worker, form.check());
    }

    public List<Object> resources() {
        return resources;
    }
}
