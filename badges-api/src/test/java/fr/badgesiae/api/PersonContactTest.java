package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How to reach a person: sealed, a hint for most, in clear for who may reveal it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonContactTest {
    private static final String EMAIL = "alix.exemple@courrier.invalid";
    private static final String PHONE = "06 99 00 00 12";

    private AwardRunFixture desk;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private static String path(String person) {
        return "/app/workers/" + person + "/contact";
    }

    private int save(String person, Map<String, String> form) throws Exception {
        return desk.member.post(path(person), form).statusCode();
    }

    private String written(String last) throws Exception {
        String person = desk.person("Alix", last);
        assertThat(save(person, Map.of("email", EMAIL, "phone", PHONE, "revision", "0")))
                .isEqualTo(303);
        return person;
    }

    @Test
    void aPageShowsAHintAndTheWholeLeavesALine() throws Exception {
        String person = written("Joignable");
        assertThat(desk.member.get(path(person)).body())
                .contains("a…@courrier.invalid", "… 12")
                .doesNotContain(EMAIL, PHONE);
        assertThat(desk.count("audit_event WHERE code = 'PERSON_CONTACT_REVEALED' AND subject_id = ?::uuid", person))
                .isZero();
        assertThat(desk.member.post(path(person) + "/reveal", Map.of()).statusCode())
                .isIn(200, 303);
        assertThat(desk.count("audit_event WHERE code = 'PERSON_CONTACT_REVEALED' AND subject_id = ?::uuid", person))
                .isOne();
        String nothing = desk.person("Alix", "Sans-Adresse");
        assertThat(desk.member.post(path(nothing) + "/reveal", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theTableHoldsNoLetterOfIt() throws Exception {
        String person = written("Scellée");
        byte[] stored = desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT email || phone FROM person_contact WHERE worker_id = ?::uuid", person)
                        .mapTo(byte[].class)
                        .one());
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("alix", "courrier", "99 00");
    }

    @Test
    void anEmptyFieldKeepsWhatIsThereAndABoxRemovesIt() throws Exception {
        String person = written("Changeante");
        assertThat(save(person, Map.of("email", "autre@ailleurs.invalid", "phone", "", "revision", "1")))
                .isEqualTo(303);
        assertThat(desk.member.get(path(person)).body()).contains("a…@ailleurs.invalid", "… 12");
        assertThat(save(person, Map.of("email", "", "phone", "", "dropsPhone", "on", "revision", "1")))
                .as("saved since")
                .isEqualTo(409);
        assertThat(save(person, Map.of("email", "", "phone", "", "dropsPhone", "on", "revision", "2")))
                .isEqualTo(303);
        assertThat(desk.member.get(path(person)).body())
                .contains("a…@ailleurs.invalid")
                .doesNotContain("… 12");
        assertThat(save(person, Map.of("email", "pas une adresse", "revision", "3")))
                .isEqualTo(422);
        assertThat(save(person, Map.of("phone", "douze", "revision", "3"))).isEqualTo(422);
    }

    @Test
    void itFollowsAMergeUnlessTheFileThatStaysHasItsOwn() throws Exception {
        String person = written("Réunie");
        String keep = desk.person("Alix", "Réunie");
        Map<String, String> form =
                Map.of("keep", keep, "word", "réunir", "revision-" + keep, "1", "revision-" + person, "1");
        assertThat(desk.member
                        .post("/app/people/duplicates/" + keep + "/" + person, form)
                        .statusCode())
                .isEqualTo(303);
        assertThat(desk.member.get(path(keep)).body()).contains("a…@courrier.invalid");
        desk.server.features().privacy().replay().apply("DESK_FILE " + desk.own.organisation + " " + keep);
        assertThat(desk.count("person_contact WHERE worker_id = ?::uuid", keep)).isZero();
    }
}
