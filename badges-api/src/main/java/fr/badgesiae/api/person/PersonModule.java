package fr.badgesiae.api.person;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.content.OpenPathways;
import fr.badgesiae.api.person.part.PersonHistory;
import fr.badgesiae.api.person.part.PersonPart;
import fr.badgesiae.api.person.personal.PersonPersonalData;
import fr.badgesiae.api.person.space.SpaceState;
import fr.badgesiae.api.person.team.TeamDao;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.personal.JoinedPersonalData;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.search.SearchPart;
import fr.badgesiae.api.platform.todo.OpenWork;
import fr.badgesiae.api.platform.todo.Todo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Workers: the people whom an organisation accompanies. */
public final class PersonModule implements Feature {
    private final People people = new People();
    private final List<Object> resources = new ArrayList<>();
    private final List<AuditCode> codes = new ArrayList<>(List.of(PersonAudit.values()));
    private final List<Todo> todos = new CopyOnWriteArrayList<>();
    private final List<PersonalData> personal = new CopyOnWriteArrayList<>(List.of(PersonPersonalData.tables()));
    private final List<MergedTable> merged = new CopyOnWriteArrayList<>(PersonPersonalData.merged());
    private volatile SpaceStates spaces = (handle, person) -> SpaceState.of(SpaceState.Way.NONE);
    private volatile RenamePerson.NamedBadges badges = new NoBadges();
    private volatile Optional<PersonHistory> history = Optional.empty();
    private final List<PersonPart> parts = new CopyOnWriteArrayList<>();
    private volatile OpenPathways pathways = (handle, organisation, person, today) -> false;

    public PersonModule(Platform platform, Organisations organisations) {
        SpaceStates later = (handle, person) -> spaces.of(handle, person);
        OpenPathways laterPathways =
                (handle, organisation, person, today) -> pathways.any(handle, organisation, person, today);
        this.resources.add(new PersonPages(
                platform,
                people,
                new ShowPerson(platform.database(), platform.clock(), later, () -> history, () -> parts)));
        this.resources.add(new PersonFormPages(
                platform, organisations, new RenamePerson(platform, new LaterBadges(), laterPathways)));
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

    /** Registers a part of a person's page; before the first request. */
    public void part(PersonPart known) {
        parts.add(known);
    }

    /** Registers who knows pathways; before the first request. */
    public void openPathways(OpenPathways known) {
        pathways = known;
    }

    /** Registers who reads what was done about a worker; before the first request. */
    public void history(PersonHistory known) {
        history = Optional.of(known);
    }

    /** Adds pages and audit codes of a room that the others do not know; before the first request. */
    public void add(List<Object> pages, List<? extends AuditCode> written) {
        resources.addAll(pages);
        codes.addAll(written);
    }

    /** Adds the personal data of such a room, and what a merge does to its table; before the first request. */
    public void add(PersonalData part, MergedTable table) {
        personal.add(part);
        merged.add(table);
    }

    /** Adds a line of the work list of such a room; before the first request. */
    public void todo(Todo line) {
        todos.add(line);
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                NavigationEntry.of(40, Permission.WORKER_NAMES, "/app/workers", "worker", "common.nav.workers"),
                NavigationEntry.of(40, Permission.TEAM, "/app/team", "worker", "common.nav.team"));
    }

    @Override
    public List<Todo> todos() {
        return Stream.concat(own().stream(), todos.stream()).toList();
    }

    private static List<Todo> own() {
        return List.of(
                new Todo(
                        Todo.Urgency.SOON,
                        20,
                        Permission.AWARD,
                        "worker.todo.notice",
                        "/app/people/sheets",
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
    public List<OpenWork> openWork() {
        return List.of(new OpenWork("worker.open-work", TeamDao.OF_MEMBER, TeamDao.MOVE));
    }

    @Override
    public List<MergedTable> mergedTables() {
        return List.copyOf(merged);
    }

    @Override
    public List<SearchPart> searchParts() {
        return PersonSearch.parts();
    }

    @Override
    public PersonalData personalData() {
        return new JoinedPersonalData(List.copyOf(personal));
    }

    @Override
    public Map<String, String> sections() {
        return Map.of("/app/groups", "/app/workers", "/app/people", "/app/workers");
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.copyOf(codes);
    }

    @Override
    public List<Object> resources() {
        return List.copyOf(resources);
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
