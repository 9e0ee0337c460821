package fr.badgesiae.api.person;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleInOrderTest {
    private static final List<String> LAST_NAMES = List.of(
            "Zola", "élan", "Eden", "Œuvrard", "Odin", "Oeuf", "Oz", "Étienne", "ETIENNE", "d’Arc", "Etna", "œillet");

    private final People people = new People();
    private TestPlatform test;
    private Principal by;

    @BeforeAll
    void start() {
        test = TestPlatform.fresh();
        UUID id = test.platform().ids().uuid();
        by = new Principal(
                new AccountId(id),
                test.organisation("Atelier des Deux Rives"),
                Role.COUNSELLOR,
                "Conseil",
                "Atelier",
                id);
        CreatePerson create = new CreatePerson(test.platform());
        LAST_NAMES.forEach(name -> create.apply(by, new PersonForm("Alix", name)));
        create.apply(by, new PersonForm("Émile", "ZOLA"));
    }

    @AfterAll
    void stop() {
        test.close();
    }

    private List<Person> page(String words, Person after, int limit) {
        return test.platform()
                .database()
                .inOrganisation(
                        by.organisation(), handle -> people.page(handle, by.organisation(), words, after, limit));
    }

    @Test
    void namesStandInTheOrderOfAFrenchDirectoryOverPages() {
        List<String> read = new ArrayList<>();
        List<Person> page = page("", null, 5);
        while (!page.isEmpty()) {
            page.forEach(person -> read.add(person.firstName() + " " + person.lastName()));
            page = page("", page.get(page.size() - 1), 5);
        }
        assertThat(read)
                .containsExactly(
                        "Alix d’Arc",
                        "Alix Eden",
                        "Alix élan",
                        "Alix ETIENNE",
                        "Alix Étienne",
                        "Alix Etna",
                        "Alix Odin",
                        "Alix œillet",
                        "Alix Oeuf",
                        "Alix Œuvrard",
                        "Alix Oz",
                        "Alix Zola",
                        "Émile ZOLA");
    }

    @ParameterizedTest
    @CsvSource({"emile zo, ZOLA", "OEUV, Œuvrard", "œuf, Oeuf", "D'ARC, d’Arc", "ÉLAN alix, élan", "Elan, élan"})
    void aSearchIgnoresCaseAccentsAndLigatures(String words, String found) {
        assertThat(page(words, null, 5)).extracting(Person::lastName).containsExactly(found);
    }
}
