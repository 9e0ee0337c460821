package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Organisations and networks. */
public final class OrganisationModule implements Feature {
    private static final int FIRST_REVISION = 1;

    private final Organisations organisations;
    private final CreateOrganisation create;
    private final EditProfile edit;
    private final PauseOrganisation pause;
    private final List<Object> resources;
    private final AtomicReference<Administrators> administrators = new AtomicReference<>(organisation -> false);

    /**
     * @param listeners who is told of a new organisation; asked at each creation, since they stand above this feature
     */
    public OrganisationModule(Platform platform, Supplier<List<OrganisationCreated>> listeners) {
        this.organisations = new Organisations(platform.database());
        this.create = new CreateOrganisation(platform, listeners);
        this.edit = new EditProfile(platform);
        this.pause = new PauseOrganisation(platform);
        this.resources = List.of(
                new OrganisationPages(
                        platform, create, id -> administrators.get().has(id)),
                new PausePages(platform, pause),
                new ProfilePages(platform, edit));
    }

    /** Registers who knows administrators; before the first request. */
    public void administrators(Administrators known) {
        administrators.set(known);
    }

    public Organisations organisations() {
        return organisations;
    }

    /** For the first administrator's network. */
    public CreateOrganisation create() {
        return create;
    }

    public PauseOrganisation pause() {
        return pause;
    }

    /** An invented organisation with a complete profile, vetted by this network. */
    public OrganisationId demonstration(OrganisationId network, AccountId by, String kind, String siret, String name) {
        OrganisationForm form = new OrganisationForm(
                kind,
                siret,
                name,
                name,
                "Structure inventée pour la démonstration.",
                "https://exemple.invalid",
                "01 99 00 00 00",
                "bonjour@exemple.invalid",
                false,
                name + ", 1 rue de l’Exemple, 00000 Exempleville",
                "donnees@exemple.invalid",
                "dpo@exemple.invalid",
                "Intérêt légitime de la structure à faire reconnaître ce que la personne sait faire.");
        OrganisationId id = create.create(network, by, form)
                .orElseThrow(() -> new IllegalStateException("the demonstration is there already"));
        edit.save(id, by, FIRST_REVISION, form);
        return id;
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                NavigationEntry.of(
                        10, Permission.NETWORK, "/app/organisations", "organisation", "common.nav.organisations"),
                NavigationEntry.of(
                        80, Permission.ORGANISATION, "/app/organisation", "organisation", "common.nav.organisation"));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
