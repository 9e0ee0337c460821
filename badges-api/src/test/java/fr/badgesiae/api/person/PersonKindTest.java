package fr.badgesiae.api.person;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.pathway.OpenPathway;
import fr.badgesiae.api.pathway.PathwayForm;
import fr.badgesiae.api.pathway.PathwayModule;
import fr.badgesiae.api.person.RenamePerson.Outcome;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.db.Blocked;
import fr.badgesiae.api.platform.html.Errors;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonKindTest {
    private static final Errors ON_A_PATHWAY = Errors.of("kind", "worker.error.kind-pathway");

    private TestPlatform test;
    private Platform platform;
    private PathwayModule pathways;
    private RenamePerson change;
    private Principal member;
    private LocalDate today;

    @BeforeAll
    void start() {
        test = TestPlatform.fresh();
        platform = test.platform();
        pathways = new PathwayModule(platform, new People());
        change = new RenamePerson(platform, new PersonModule.NoBadges(), pathways.openPathways());
        UUID id = platform.ids().uuid();
        member = new Principal(
                new AccountId(id),
                test.organisation("Atelier des Deux Rives"),
                Role.COUNSELLOR,
                "Conseil",
                "Atelier",
                id);
        today = member.zone().today(platform.clock());
    }

    @AfterAll
    void stop() {
        test.close();
    }

    private PersonId person(@Nullable PersonKind kind) {
        return new CreatePerson(platform).apply(member, new PersonForm("Alix", "Exemple", kind));
    }

    private FindNames.Names now(PersonId person) {
        return new FindNames(platform.database()).apply(member.organisation(), person);
    }

    private Outcome become(PersonId person, @Nullable PersonKind kind) {
        return change.apply(member, person, now(person).revision(), new PersonForm("Alix", "Exemple", kind), 0);
    }

    private OpenPathway.Outcome open(PersonId person, @Nullable LocalDate end) {
        String last = end == null ? "" : end.toString();
        return pathways.open()
                .apply(member, person, new PathwayForm(today.minusYears(1).toString(), last, ""));
    }

    private List<String> audited(PersonId person) {
        return test.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT code FROM audit_event WHERE subject_id = ? ORDER BY id", person.value())
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void aFormThatDoesNotAskForTheKindMakesAWorkerAndKeepsAnotherKind() {
        assertThat(now(person(null)).form().kind()).isEqualTo(PersonKind.WORKER);
        PersonId volunteer = person(PersonKind.VOLUNTEER);
        assertThat(become(volunteer, null)).isEqualTo(new Outcome.Saved());
        assertThat(now(volunteer).form().kind()).isEqualTo(PersonKind.VOLUNTEER);
    }

    @Test
    void aChangeOfKindHasALineOfItsOwn() {
        PersonId person = person(PersonKind.TRAINEE);
        assertThat(become(person, PersonKind.PERMANENT)).isEqualTo(new Outcome.Saved());
        assertThat(audited(person)).containsExactly("WORKER_CREATED", "WORKER_KIND_CHANGED");
        become(person, PersonKind.PERMANENT);
        assertThat(audited(person)).containsExactly("WORKER_CREATED", "WORKER_KIND_CHANGED", "WORKER_CHANGED");
    }

    @Test
    void aListShowsOneKindAlone() {
        PersonId volunteer = person(PersonKind.VOLUNTEER);
        person(PersonKind.WORKER);
        var found = new ListPeople(platform.database(), new People())
                .apply(
                        member.organisation(),
                        new ListPeople.Filter(false, Optional.of(PersonKind.VOLUNTEER), Optional.empty()),
                        PeopleColumn.BY_NAME,
                        null)
                .people();
        assertThat(found).extracting(Person::kind).containsOnly(PersonKind.VOLUNTEER);
        assertThat(found).extracting(Person::id).contains(volunteer);
    }

    @Test
    void whoHasAnOpenPathwayStaysAWorkerUntilItHasEnded() {
        PersonId open = person(PersonKind.WORKER);
        open(open, null);
        assertThat(become(open, PersonKind.PERMANENT)).isEqualTo(new Outcome.Invalid(ON_A_PATHWAY));
        PersonId lastDay = person(PersonKind.WORKER);
        open(lastDay, today);
        assertThat(become(lastDay, PersonKind.PERMANENT)).isEqualTo(new Outcome.Invalid(ON_A_PATHWAY));
        PersonId ended = person(PersonKind.WORKER);
        open(ended, today.minusDays(1));
        assertThat(become(ended, PersonKind.PERMANENT)).isEqualTo(new Outcome.Saved());
    }

    @Test
    void nobodyButAWorkerGetsAPathway() {
        assertThat(open(person(PersonKind.VOLUNTEER), null)).isInstanceOf(OpenPathway.Outcome.Invalid.class);
        assertThat(open(person(PersonKind.WORKER), null)).isInstanceOf(OpenPathway.Outcome.Opened.class);
    }

    @Test
    void aPathwayThatIsBeingOpenedIsWaitedFor() {
        PersonId person = person(PersonKind.WORKER);
        Blocked<Outcome> changed = test.database().owner().inTransaction(handle -> {
            handle.execute("LOCK TABLE pathway IN SHARE MODE");
            Blocked.start(test.database().owner(), () -> open(person, null));
            return Blocked.start(test.database().owner(), () -> become(person, PersonKind.TRAINEE));
        });
        assertThat(changed.result()).isEqualTo(new Outcome.Invalid(ON_A_PATHWAY));
    }

    @Test
    void aChangeOfKindThatGoesOnIsWaitedFor() {
        PersonId person = person(PersonKind.WORKER);
        Blocked<OpenPathway.Outcome> opened = test.database().owner().inTransaction(handle -> {
            handle.execute("LOCK TABLE audit_event IN SHARE MODE");
            Blocked.start(test.database().owner(), () -> become(person, PersonKind.TRAINEE));
            return Blocked.start(test.database().owner(), () -> open(person, null));
        });
        assertThat(opened.result()).isInstanceOf(OpenPathway.Outcome.Invalid.class);
    }
}
