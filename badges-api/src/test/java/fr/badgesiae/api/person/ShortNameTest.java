package fr.badgesiae.api.person;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNameTest {
    @ParameterizedTest
    @CsvSource({
        "Exemple,E.",
        "exemple,E.",
        "Élan,É.",
        "'E\u0301lan',É.",
        "El Exemple,E.",
        "'’Exemple',E.",
        "المثال,م.",
        "ال-مثال,م.",
        "اللطيف,ل.",
        "ابن,ا.",
        "ألبير,أ.",
        "\uD835\uDC9C,\uD835\uDC9C.",
    })
    void theInitialIsTheFirstLetterOfTheNameAsItIsRead(String lastName, String initial) {
        Person person = new Person(
                new PersonId(UUID.randomUUID()),
                new OrganisationId(UUID.randomUUID()),
                "Alix",
                lastName,
                UUID.randomUUID(),
                null,
                null,
                PersonKind.WORKER);
        assertThat(person.shortName()).isEqualTo("Alix " + initial);
    }
}
