package fr.badgesiae.api.organisation.departement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.db.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DepartementsTest {
    @Test
    void thePostcodeOfATownTellsTheDepartement() {
        assertThat(Departements.ofTown("59000 Lille")).isEqualTo("59");
        assertThat(Departements.ofTown("Saint-Denis (97400)")).isEqualTo("974");
        assertThat(Departements.ofTown("98800 Nouméa")).isEqualTo("988");
        assertThat(Departements.ofTown("20000 Ajaccio")).isEqualTo("2A");
        assertThat(Departements.ofTown("20137 Porto-Vecchio")).isEqualTo("2A");
        assertThat(Departements.ofTown("20200 Bastia")).isEqualTo("2B");
        assertThat(Departements.ofTown("00000 Exempleville")).isEmpty();
        assertThat(Departements.ofTown("Exempleville")).isEmpty();
    }

    @Test
    void codesAreTypedInAnyWayAndAWrongOneIsRefused() {
        assertThat(Departements.parse("59; 62 2a,1 59")).contains(List.of("59", "62", "2A", "01"));
        assertThat(Departements.parse("")).contains(List.of());
        assertThat(Departements.parse("59, 20")).isEmpty();
        assertThat(Departements.parse("Nord")).isEmpty();
        assertThat(Departements.parse("1 2 3 4 5 6 7 8 9 10 11")).isEmpty();
    }

    @Test
    void aFormWritesTheTypedCodesElseThatOfTheTownAndKeepsWhatIsWrong() {
        assertThat(Departements.written("62 59", "75001 Paris")).isEqualTo("62, 59");
        assertThat(Departements.written(" ", "75001 Paris")).isEqualTo("75");
        assertThat(Departements.written("Nord", "75001 Paris")).isEqualTo("Nord");
        assertThat(Departements.read("62, 59")).containsExactly("62", "59");
        assertThat(Departements.read("")).isEmpty();
    }

    @Test
    void theSchemaAcceptsTheSameCodesAndNoOther() {
        List<String> candidates = IntStream.rangeClosed(0, 999)
                .mapToObj(number -> number < 100 ? "%02d".formatted(number) : String.valueOf(number))
                .toList();
        try (TestDatabase database = TestDatabase.fresh()) {
            String check = database.owner()
                    .withHandle(handle -> handle.select(
                                    "SELECT substring(pg_get_expr(conbin, conrelid) FROM '~ ''([^'']+)''') FROM pg_constraint"
                                            + " WHERE conname = 'organisation_departements_check'")
                            .mapTo(String.class)
                            .one());
            candidates.forEach(code -> assertThat(code.matches(check))
                    .as(code)
                    .isEqualTo(Departements.names().containsKey(code)));
            assertThat(Arrays.asList("2A", "2B", "59,2A", "")).allMatch(code -> code.matches(check));
            assertThat("2C".matches(check)).isFalse();
        }
    }
}
