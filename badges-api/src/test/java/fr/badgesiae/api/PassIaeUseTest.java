package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An organisation writes down numbers of PASS IAE only where it chose to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PassIaeUseTest {
    private static final String PAGE = "/app/organisation/pass-iae";

    private AwardRunFixture desk;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @BeforeEach
    void off() throws Exception {
        assertThat(desk.colleague.post(PAGE, Map.of("asks", "no")).statusCode()).isEqualTo(303);
    }

    private String pathways() {
        return "/app/workers/" + desk.own.ids.get("worker") + "/pathways";
    }

    private long held() {
        return desk.count("pathway WHERE organisation_id = ? AND pass_iae IS NOT NULL", desk.own.organisation.value());
    }

    @Test
    void aNewOrganisationDoesNotAsk() {
        desk.update("INSERT INTO organisation (id, kind, siret, legal_name, public_name, created_at, updated_at)"
                + " VALUES (gen_random_uuid(), 'EI', '00000000000017', 'Neuve', 'Neuve', now(), now())");
        assertThat(desk.count("organisation WHERE legal_name = 'Neuve' AND asks_pass_iae"))
                .isZero();
    }

    @Test
    void whereItIsOffNoPageAsksForANumberOrShowsOneAndNoneIsKept() throws Exception {
        assertThat(desk.member.get(pathways() + "/new").body()).doesNotContain("passIae");
        String pathway = pathways() + "/" + desk.own.ids.get("pathway");
        assertThat(desk.member.get(pathway).body()).doesNotContain("passIae");
        assertThat(desk.member.get(pathways()).body()).doesNotContain("PASS");
        assertThat(desk.member.post(pathway + "/pass-iae", Map.of()).statusCode())
                .isEqualTo(404);
        long before = held();
        Map<String, String> typed = Map.of("startsOn", "2026-03-01", "endsOn", "2026-04-01", "passIae", "999990000099");
        assertThat(desk.member.post(pathways(), typed).statusCode()).isEqualTo(303);
        assertThat(held()).isEqualTo(before);
        desk.colleague.post(PAGE, Map.of("asks", "yes"));
        assertThat(desk.member.get(pathways() + "/new").body()).contains("passIae");
        assertThat(desk.member.post(pathways(), typed).statusCode()).isEqualTo(303);
        assertThat(held()).isEqualTo(before + 1);
        assertThat(desk.member.get(pathways()).body()).contains("PASS");
    }

    @Test
    void numbersKeptFromBeforeAreRemovedInOneConfirmedAct() throws Exception {
        desk.update("UPDATE pathway SET pass_iae = '\\x00' WHERE organisation_id = ?", desk.own.organisation.value());
        assertThat(desk.colleague.post(PAGE + "/remove", Map.of()).statusCode()).isEqualTo(422);
        desk.colleague.post(PAGE, Map.of("asks", "yes"));
        assertThat(desk.colleague.post(PAGE + "/remove", Map.of("sure", "yes")).statusCode())
                .isEqualTo(409);
        assertThat(held()).isPositive();
        off();
        assertThat(desk.colleague.post(PAGE + "/remove", Map.of("sure", "yes")).statusCode())
                .isEqualTo(303);
        assertThat(held()).isZero();
        assertThat(desk.count(
                        "audit_event WHERE code = 'PASS_IAE_REMOVED' AND organisation_id = ?",
                        desk.own.organisation.value()))
                .isOne();
        assertThat(desk.colleague.post(PAGE, Map.of()).statusCode()).isEqualTo(422);
    }
}
