package fr.badgesiae.api.organisation;

import fr.badgesiae.api.organisation.message.MessageAudit;
import fr.badgesiae.api.organisation.message.MessageParts;
import fr.badgesiae.api.organisation.pause.PauseAtOnce;
import fr.badgesiae.api.organisation.pause.PauseAudit;
import fr.badgesiae.api.organisation.pause.PauseParts;
import fr.badgesiae.api.organisation.siret.SiretAudit;
import fr.badgesiae.api.organisation.siret.SiretPages;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.todo.Todo;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Organisations and networks. */
public final class OrganisationModule implements Feature {
    private static final int FIRST_REVISION = 1;

    private final Organisations organisations;
    private final CreateOrganisation create;
    private final EditProfile edit;
    private final Networks networks;
    private final PauseParts pauses;
    private final MessageParts messages;
    private final List<Object> resources;
    private volatile Administrators administrators = (handle, organisation) -> false;

    /**
     * @param listeners of new organisations; asked at each creation, since their features depend on this one
     */
    public OrganisationModule(Platform platform, Supplier<List<OrganisationCreated>> listeners) {
        this.organisations = new Organisations(platform.database());
        InsertOrganisation insert = new InsertOrganisation(platform.audit(), listeners);
        this.create = new CreateOrganisation(platform, insert);
        this.edit = new EditProfile(platform);
        this.networks = new Networks(platform.clock(), platform.ids(), insert);
        ShowOrganisation show =
                new ShowOrganisation(platform.database(), (handle, id) -> administrators.has(handle, id));
        this.pauses = new PauseParts(platform);
        this.messages = new MessageParts(platform);
        this.resources = Stream.concat(
                        Stream.of(
                                new OrganisationPages(
                                        platform, new ListOrganisations(platform.database()), show, create),
                                pauses.pages(),
                                new SiretPages(platform),
                                new ProfilePages(platform, new ShowProfile(platform.database()), edit)),
                        messages.resources().stream())
                .toList();
    }

    /** Registers the source of administrators, before the first request. */
    public void administrators(Administrators known) {
        administrators = known;
    }

    public Organisations organisations() {
        return organisations;
    }

    /** Pauses an organisation without its network. */
    public PauseAtOnce pauseAtOnce() {
        return pauses.atOnce();
    }

    /** Pauses that a network asks for. */
    public PauseParts pauses() {
        return pauses;
    }

    /** Messages of a network to its organisations. */
    public MessageParts messages() {
        return messages;
    }

    public Networks networks() {
        return networks;
    }

    /** Creates an invented organisation with a complete profile, vetted by this network today. */
    public OrganisationId demonstration(
            OrganisationId network,
            AccountId by,
            OrganisationKind kind,
            String siret,
            String name,
            String description) {
        OrganisationForm form = new OrganisationForm(
                kind.name(),
                siret,
                name,
                name,
                description,
                "Exempleville",
                "https://exemple.invalid",
                "01 99 00 00 00",
                "bonjour@exemple.invalid",
                false,
                name + ", 1 rue de l’Exemple, 00000 Exempleville",
                "donnees@exemple.invalid",
                "dpo@exemple.invalid",
                "Intérêt légitime de la structure à faire reconnaître ce que la personne sait faire.",
                FrenchZone.PARIS.id(),
                "59");
        OrganisationId id = create.apply(network, by, form).fold(new CreateOrganisation.Cases<>() {
            @Override
            public OrganisationId created(OrganisationId created) {
                return created;
            }

            @Override
            public OrganisationId siretTaken() {
                throw new IllegalStateException("the demonstration is there already");
            }
        });
        if (!(edit.apply(id, by, FIRST_REVISION, form) instanceof EditProfile.Outcome.Saved)) {
            throw new IllegalStateException("the demonstration's profile is not valid");
        }
        return id;
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                NavigationEntry.of(
                        10, Permission.NETWORK, "/app/organisations", "organisation", "common.nav.organisations"),
                NavigationEntry.inMenu(
                        80, Permission.ORGANISATION, "/app/organisation", "organisation", "common.nav.organisation"));
    }

    @Override
    public List<Job> jobs() {
        return List.of(pauses.job());
    }

    @Override
    public List<Todo> todos() {
        return Stream.concat(Stream.of(pauses.todo()), messages.todos().stream())
                .toList();
    }

    @Override
    public List<AuditCode> auditCodes() {
        return Stream.<AuditCode[]>of(
                        OrganisationAudit.values(), SiretAudit.values(), PauseAudit.values(), MessageAudit.values())
                .flatMap(Arrays::stream)
                .toList();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
