package fr.badgesiae.api.person;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import java.util.List;

/** Workers: the people whom an organisation accompanies. */
public final class PersonModule {
    private final People people = new People();
    private final DemonstrationPeople demonstration;
    private final List<Object> resources;

    public PersonModule(Platform platform, Organisations organisations) {
        this.demonstration = new DemonstrationPeople(platform);
        this.resources = List.of(new PersonPages(platform, people, organisations));
    }

    public People people() {
        return people;
    }

    /** For the command {@code demo}. */
    public DemonstrationPeople demonstration() {
        return demonstration;
    }

    public List<Object> resources() {
        return resources;
    }
}
