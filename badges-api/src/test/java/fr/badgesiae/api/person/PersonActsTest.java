package fr.badgesiae.api.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.RenamePerson.Outcome;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.person.notice.NoticeDay;
import fr.badgesiae.api.person.notice.RecordNotice;
import fr.badgesiae.api.person.notice.ShowNotice;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonActsTest {
    private static final PersonForm ALIX = new PersonForm("Alix", "Exemple", PersonKind.WORKER);
    private static final NoticeDay TODAY = new NoticeDay("today", "");

    private final People people = new People();
    private TestPlatform test;
    private Platform platform;
    private Database database;
    private RenamePerson rename;
    private RecordNotice record;
    private Organisations organisations;
    private Principal ours;
    private Principal theirs;
    private PersonId person;

    @BeforeAll
    void start() {
        test = TestPlatform.fresh();
        platform = test.platform();
        database = platform.database();
        rename =
                new RenamePerson(platform, new PersonModule.NoBadges(), (handle, organisation, person, today) -> false);
        organisations = new Organisations(database);
        record = new RecordNotice(platform, organisations);
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
        PersonForm wanted = new PersonForm("Alix", "Modèle", PersonKind.WORKER);
        assertThat(rename.apply(ours, person, names().revision(), wanted, 0)).isInstanceOf(Outcome.Saved.class);
        assertThat(names().form()).isEqualTo(wanted);
    }

    @Test
    void anOlderRevisionAnswersWithTheNamesSavedSince() {
        int read = names().revision();
        PersonForm first = new PersonForm("Alix", "Premier", PersonKind.WORKER);
        rename.apply(ours, person, read, first, 0);
        assertThat(rename.apply(ours, person, read, new PersonForm("Alix", "Second"), 0))
                .isEqualTo(new Outcome.SavedSince(names()));
        assertThat(names().form()).isEqualTo(first);
    }

    @Test
    void theSameNamesSavedTwiceAreSaved() {
        int read = names().revision();
        PersonForm wanted = new PersonForm("Alix", "Pareil");
        rename.apply(ours, person, read, wanted, 0);
        assertThat(rename.apply(ours, person, read, wanted, 0)).isInstanceOf(Outcome.Saved.class);
    }

    @Test
    void namesWithErrorsAreNotSaved() {
        assertThat(rename.apply(ours, person, names().revision(), new PersonForm("", "Exemple"), 0))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(names().form()).isEqualTo(ALIX);
    }

    @Test
    void anotherOrganisationFindsNothing() {
        OrganisationId other = theirs.organisation();
        ShowNotice notice = new ShowNotice(platform, people, organisations);
        assertThat(notice.apply(ours.organisation(), person, Locale.FRENCH)
                        .person()
                        .fullName())
                .isEqualTo("Alix Exemple");
        assertThatThrownBy(() -> notice.apply(other, person, Locale.FRENCH)).isInstanceOf(ProblemException.class);
        assertThat(found(other, person)).isEmpty();
        assertThatThrownBy(() -> new FindNames(database).apply(other, person)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> record.apply(theirs, person, TODAY, Locale.FRENCH))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> rename.apply(theirs, person, 1, new PersonForm("", ""), 0))
                .isInstanceOf(ProblemException.class);
        assertThat(new ListPeople(database, people)
                        .apply(other, ListPeople.Filter.NONE, PeopleColumn.BY_NAME, null)
                        .people())
                .extracting(Person::id)
                .doesNotContain(person);
        assertThat(new SearchPeople(database, people).apply(other, "alix").people())
                .isEmpty();
    }

    @Test
    void anErasedPersonWaitsForNoSheet() {
        ListPeople list = new ListPeople(database, people);
        ListPeople.Filter uninformed = new ListPeople.Filter(true, Optional.empty(), Optional.empty());
        assertThat(list.apply(ours.organisation(), uninformed, PeopleColumn.BY_NAME, null)
                        .people())
                .extracting(Person::id)
                .contains(person);
        test.database()
                .owner()
                .useHandle(
                        handle -> handle.execute("UPDATE worker SET erased_at = now() WHERE id = ?", person.value()));
        assertThat(list.apply(ours.organisation(), uninformed, PeopleColumn.BY_NAME, null)
                        .people())
                .extracting(Person::id)
                .doesNotContain(person);
    }

    @Test
    void theFirstDayOfTheNoticeStays() {
        assertThat(record.apply(ours, person, new NoticeDay("other", "2026-10-01"), Locale.FRENCH)
                        .isEmpty())
                .isTrue();
        record.apply(ours, person, TODAY, Locale.FRENCH);
        assertThat(found(ours.organisation(), person).orElseThrow().noticeGivenOn())
                .isEqualTo(LocalDate.of(2026, 10, 1));
        int lines = test.database()
                .owner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM audit_event WHERE code = 'NOTICE_GIVEN' AND subject_id = :id")
                        .bind("id", person.value())
                        .mapTo(Integer.class)
                        .one());
        assertThat(lines).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "other, ''", "other, 2026-11-03", "other, 2016-11-02", "other, demain", "nobody, 2026-10-01"})
    void aDayThatCannotBeIsNotRecorded(String choice, String day) {
        assertThat(record.apply(ours, person, new NoticeDay(choice, day), Locale.FRENCH)
                        .isEmpty())
                .isFalse();
        assertThat(found(ours.organisation(), person).orElseThrow().noticeGivenOn())
                .isNull();
    }

    @Test
    void aGivenSheetKeepsItsWording() {
        ShowNotice show = new ShowNotice(platform, people, organisations);
        assertThat(show.apply(ours.organisation(), person, Locale.FRENCH).asGiven())
                .isFalse();
        record.apply(ours, person, TODAY, Locale.FRENCH);
        ShowNotice.Notice given = show.apply(ours.organisation(), person, Locale.FRENCH);
        test.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE organisation SET data_controller = 'Une autre association' WHERE id = ?",
                        ours.organisation().value()));

        ShowNotice.Notice later = show.apply(ours.organisation(), person, Locale.ENGLISH);

        assertThat(later.asGiven()).isTrue();
        assertThat(later.sheet()).isEqualTo(given.sheet());
        PersonId other = new CreatePerson(platform).apply(ours, ALIX);
        assertThat(show.apply(ours.organisation(), other, Locale.FRENCH).sheet().toString())
                .contains("Une autre association");
    }

    /** Basis, recipients, observation, periods and rights stand on every sheet, whatever the profile leaves open. */
    @Test
    void anEmptyProfileLeavesNoGapOnTheSheet() {
        PersonId sacha = new CreatePerson(platform).apply(theirs, new PersonForm("Sacha", "Exemple"));
        String sheet = new ShowNotice(platform, people, organisations)
                .apply(theirs.organisation(), sacha, Locale.FRENCH)
                .sheet()
                .toString();
        assertThat(sheet)
                .contains(
                        "intérêt légitime",
                        "Qui les voit",
                        "nous regardons votre travail",
                        "24",
                        "5",
                        "les emporter",
                        "limiter leur usage",
                        "CNIL")
                .doesNotContain("worker.notice", "Sacha");
    }

    private Optional<Person> found(OrganisationId organisation, PersonId person) {
        return database.inOrganisation(organisation, handle -> people.find(handle, organisation, person));
    }
}
