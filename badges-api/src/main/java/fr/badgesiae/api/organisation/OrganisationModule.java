package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.Platform;
import java.util.List;
import java.util.function.Supplier;

/** Organisations and networks. */
public final class OrganisationModule {
    private final Organisations organisations;
    private final CreateOrganisation create;
    private final EditProfile edit;
    private final List<Object> resources;

    /**
     * @param listeners who is told of a new organisation; asked at each creation, since they stand above this feature
     */
    public OrganisationModule(Platform platform, Supplier<List<OrganisationCreated>> listeners) {
        this.organisations = new Organisations(platform.database());
        this.create = new CreateOrganisation(platform, listeners);
        this.edit = new EditProfile(platform);
        this.resources = List.of(new OrganisationPages(platform, create), new ProfilePages(platform, organisations));
    }

    public Organisations organisations() {
        return organisations;
    }

    /** For the first administrator's network and for the demonstration. */
    public CreateOrganisation create() {
        return create;
    }

    /** For the demonstration. */
    public EditProfile edit() {
        return edit;
    }

    public List<Object> resources() {
        return resources;
    }
}
