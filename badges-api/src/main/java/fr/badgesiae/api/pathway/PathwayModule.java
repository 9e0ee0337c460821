package fr.badgesiae.api.pathway;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import java.time.LocalDate;
import java.util.List;

/** The time workers spend in an organisation. */
public final class PathwayModule {
    private final OpenPathway open;
    private final List<Object> resources;

    public PathwayModule(Platform platform, People people) {
        this.open = new OpenPathway(platform, people);
        this.resources = List.of(new PathwayPages(platform, people));
    }

    /** Opens one fictitious pathway, for the command {@code demo}. */
    public void demonstrate(Principal counsellor, PersonId person, LocalDate startsOn) {
        PathwayForm form =
                new PathwayForm(startsOn.toString(), startsOn.plusYears(2).toString(), "99999 00 00001");
        open.apply(counsellor, person, form);
    }

    public List<Object> resources() {
        return resources;
    }
}
