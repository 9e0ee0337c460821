package fr.badgesiae.api.person;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.personal.PersonPersonalData;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.todo.Todo;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Workers: the people whom an organisation accompanies. */
public final class PersonModule implements Feature {
    private final People people = new People();
    private final List<Object> resources;
    private volatile SpaceStates spaces = (handle, person) -> SpaceState.of(SpaceState.Way.NONE);
    private volatile RenamePerson.NamedBadges badges = new NoBadges();
    private volatile Optional<PersonHistory> history = Optional.empty();

    public PersonModule(Platform platform, Organisations organisations) {
        SpaceStates later = (handle, person) -> spaces.of(handle, person);
        this.resources = List.of(new PersonPages(
                platform,
                people,
                organisations,
                new ShowPerson(platform.database(), later, () -> history),
                new RenamePerson(platform, new LaterBadges())));
    }

    public People people() {
        return people;
    }

    /** Registers who knows the ways into a space; before the first request. */
    public void spaceStates(SpaceStates known) {
        spaces = known;
    }

    /** Registers who signs the badges that show a worker's name; before the first request. */
    public void namedBadges(RenamePerson.NamedBadges known) {
        badges = known;
    }

    /** Registers who reads what was done about a worker; before the first request. */
    public void history(PersonHistory known) {
        history = Optional.of(known);
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(NavigationEntry.of(40, Permission.WORKER_NAMES, "/app/workers", "worker", "common.nav.workers"));
    }

    @Override
    public List<Todo> todos() {
        return List.of(
                new Todo(
                        Todo.Urgency.SOON,
                        20,
                        Permission.AWARD,
                        "worker.todo.notice",
                        "/app/workers?notice=missing",
                        PersonDao.UNINFORMED),
                new Todo(
                        Todo.Urgency.FIRST_STEP,
                        20,
                        Permission.AWARD,
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

    static final class NoBadges implements RenamePerson.NamedBadges {
        @Override
        public int changedBy(Handle handle, OrganisationId organisation, PersonId person, String first, String last) {
            return 0;
        }

        @Override
        public Runnable reissue(Handle handle, OrganisationId organisation, PersonId person) {
            return () -> {};
        }
    }

    /** Whoever was registered. */
    private final class LaterBadges implements RenamePerson.NamedBadges {
        @Override
        public int changedBy(Handle handle, OrganisationId organisation, PersonId person, String first, String last) {
            return badges.changedBy(handle, organisation, person, first, last);
        }

        @Override
        public Runnable reissue(Handle handle, OrganisationId organisation, PersonId person) {
            return badges.reissue(handle, organisation, person);
        }
    }
}
