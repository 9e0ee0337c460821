package fr.badgesiae.api.pathway;

import fr.badgesiae.api.pathway.personal.PathwayPersonalData;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.content.OpenPathways;
import fr.badgesiae.api.person.part.PersonPart;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import java.util.List;

/** The time workers spend in an organisation. */
public final class PathwayModule implements Feature {
    private final Platform platform;
    private final OpenPathway open;
    private final ChangePassIaeUse passIaeUse;
    private final List<Object> resources;

    public PathwayModule(Platform platform, People people) {
        this.platform = platform;
        this.open = new OpenPathway(platform, people);
        this.passIaeUse = new ChangePassIaeUse(platform);
        this.resources = List.of(new PathwayPages(platform, people), new PassIaeUsePages(platform, passIaeUse));
    }

    /** Whether somebody is on a pathway. */
    public OpenPathways openPathways() {
        return (handle, organisation, person, today) ->
                handle.attach(PathwayDao.class).open(person, organisation.value(), today);
    }

    /** Those of one person, for their page. */
    public PersonPart ofPerson() {
        return new PathwaysOfPerson();
    }

    /** Whether an organisation asks for numbers of PASS IAE. */
    public ChangePassIaeUse passIaeUse() {
        return passIaeUse;
    }

    public OpenPathway open() {
        return open;
    }

    @Override
    public List<MergedTable> mergedTables() {
        return List.of(MergedTable.moved("pathway", "pathways"));
    }

    @Override
    public PersonalData personalData() {
        SealPassIae seal = new SealPassIae(platform.vault());
        return PathwayPersonalData.tables((organisation, pathway, bytes) ->
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
