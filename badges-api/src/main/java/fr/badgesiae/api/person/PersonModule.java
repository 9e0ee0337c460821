package fr.badgesiae.api.person;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.personal.PersonPersonalData;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.todo.Todo;
import java.util.List;
import java.util.Optional;

/** Workers: the people whom an organisation accompanies. */
public final class PersonModule implements Feature {
    private final People people = new People();
    private final List<Object> resources;
    private volatile SpaceStates spaces = (handle, person) -> SpaceState.of(SpaceState.Way.NONE);
    private volatile Optional<PersonHistory> history = Optional.empty();

    public PersonModule(Platform platform, Organisations organisations) {
        SpaceStates later = (handle, person) -> spaces.of(handle, person);
        this.resources = List.of(new PersonPages(
                platform, people, organisations, new ShowPerson(platform.database(), later, () -> history)));
    }

    public People people() {
        return people;
    }

    /** Registers who knows the ways into a space; before the first request. */
    public void spaceStates(SpaceStates known) {
        spaces = known;
    }

    /** Registers who reads what was done about a worker; before the first request. */
    public void history(PersonHistory known) {
        history = Optional.of(known);
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(NavigationEntry.of(40, Permission.DESK, "/app/workers", "worker", "common.nav.workers"));
    }

    @Override
    public List<Todo> todos() {
        return List.of(
                new Todo(
                        Todo.Urgency.SOON,
                        20,
                        Permission.DESK,
                        "worker.todo.notice",
                        "/app/workers?notice=missing",
                        PersonDao.UNINFORMED),
                new Todo(
                        Todo.Urgency.FIRST_STEP,
                        20,
                        Permission.DESK,
                        "worker.todo.first",
                        "/app/workers/new",
                        PersonDao.NOBODY_YET));
    }

    @Override
    public PersonalData personalData() {
        return PersonPersonalData.tables();
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(PersonAudit.values());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
