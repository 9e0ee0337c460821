package fr.badgesiae.api.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.RenamePerson.Outcome;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonActsTest {
    private static final PersonForm ALIX = new PersonForm("Alix", "Exemple");

    private final People people = new People();
    private TestPlatform test;
    private Platform platform;
    private Database database;
    private RenamePerson rename;
    private Principal ours;
    private Principal theirs;
    private PersonId person;

    @BeforeAll
    void start() {
        test = TestPlatform.fresh();
        platform = test.platform();
        database = platform.database();
        rename = new RenamePerson(platform);
        ours = member(test.organisation("Atelier des Deux Rives"));
        theirs = member(test.organisation("Jardins de l’Exemple"));
    }

    @AfterAll
    void stop() {
        test.close();
    }

    @BeforeEach
    void create() {
        person = new CreatePerson(platform).apply(ours, ALIX);
    }

    private Principal member(OrganisationId organisation) {
        UUID id = platform.ids().uuid();
        return new Principal(new AccountId(id), organisation, Role.COUNSELLOR, "Conseil", "Atelier", id);
    }

    private FindNames.Names names() {
        return new FindNames(database).apply(ours.organisation(), person);
    }

    @Test
    void theRevisionThatWasReadIsRenamed() {
        PersonForm wanted = new PersonForm("Alix", "Modèle");
        assertThat(rename.apply(ours, person, names().revision(), wanted)).isInstanceOf(Outcome.Saved.class);
        assertThat(names().form()).isEqualTo(wanted);
    }

    @Test
    void anOlderRevisionAnswersWithTheNamesSavedSince() {
        int read = names().revision();
        PersonForm first = new PersonForm("Alix", "Premier");
        rename.apply(ours, person, read, first);
        assertThat(rename.apply(ours, person, read, new PersonForm("Alix", "Second")))
                .isEqualTo(new Outcome.SavedSince(names()));
        assertThat(names().form()).isEqualTo(first);
    }

    @Test
    void theSameNamesSavedTwiceAreSaved() {
        int read = names().revision();
        PersonForm wanted = new PersonForm("Alix", "Pareil");
        rename.apply(ours, person, read, wanted);
        assertThat(rename.apply(ours, person, read, wanted)).isInstanceOf(Outcome.Saved.class);
    }

    @Test
    void namesWithErrorsAreNotSaved() {
        assertThat(rename.apply(ours, person, names().revision(), new PersonForm("", "Exemple")))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(names().form()).isEqualTo(ALIX);
    }

    @Test
    void anotherOrganisationFindsNothing() {
        OrganisationId other = theirs.organisation();
        ShowNotice notice = new ShowNotice(database, people, new Organisations(database));
        assertThat(notice.apply(ours.organisation(), person).person().fullName())
                .isEqualTo("Alix Exemple");
        assertThatThrownBy(() -> notice.apply(other, person)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new FindPerson(database, people).apply(other, person))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new FindNames(database).apply(other, person)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new RecordNotice(platform).apply(theirs, person))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> rename.apply(theirs, person, 1, new PersonForm("", "")))
                .isInstanceOf(ProblemException.class);
        assertThat(new ListPeople(database, people).apply(other, false, null).people())
                .isEmpty();
        assertThat(new SearchPeople(database, people).apply(other, "alix").people())
                .isEmpty();
    }

    @Test
    void theFirstDayOfTheNoticeStays() {
        RecordNotice record = new RecordNotice(platform);
        record.apply(ours, person);
        record.apply(ours, person);
        assertThat(new FindPerson(database, people)
                        .apply(ours.organisation(), person)
                        .noticeGivenOn())
                .isNotNull();
        int lines = test.database()
                .owner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM audit_event WHERE code = 'NOTICE_GIVEN' AND subject_id = :id")
                        .bind("id", person.value())
                        .mapTo(Integer.class)
                        .one());
        assertThat(lines).isEqualTo(1);
    }
}
