package fr.badgesiae.api.pathway;

import fr.badgesiae.api.pathway.personal.PathwayPersonalData;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.DemonstrationData;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.personal.PersonalData;
import java.time.LocalDate;
import java.util.List;

/** The time workers spend in an organisation. */
public final class PathwayModule implements Feature {
    private static final int SOME = 10;

    private final Platform platform;
    private final People people;
    private final OpenPathway open;
    private final List<Object> resources;

    public PathwayModule(Platform platform, People people) {
        this.platform = platform;
        this.people = people;
        this.open = new OpenPathway(platform, people);
        this.resources = List.of(new PathwayPages(platform, people));
    }

    /** One pathway, for the person who has the information notice. */
    @Override
    public void demonstrate(DemonstrationData data) {
        LocalDate start = data.today().minusMonths(3);
        PathwayForm form = new PathwayForm(start.toString(), start.plusYears(2).toString(), "99999 00 00001");
        open.apply(data.first(), informed(data.first().organisation()), form);
    }

    private PersonId informed(OrganisationId organisation) {
        return platform
                .database()
                .inOrganisation(organisation, handle -> people.page(handle, organisation, "", null, SOME))
                .stream()
                .filter(person -> person.noticeGivenOn() != null)
                .map(Person::id)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public PersonalData personalData() {
        SealPassIae seal = new SealPassIae(platform.vault());
        return new PathwayPersonalData((organisation, pathway, bytes) ->
                seal.open(organisation, new PathwayId(pathway), bytes).grouped());
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(PathwayAudit.values());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
