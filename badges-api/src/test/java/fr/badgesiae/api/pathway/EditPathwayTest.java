package fr.badgesiae.api.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditPathwayTest {
    private static final String PASS = "999990000001";

    private TestPlatform test;
    private EditPathway edit;
    private Principal ours;
    private Principal theirs;
    private PersonId person;

    @BeforeAll
    void start() {
        test = TestPlatform.fresh();
        edit = new EditPathway(test.platform(), new People());
        ours = member(test.organisation("Atelier des Deux Rives"));
        theirs = member(test.organisation("Jardins de l’Exemple"));
        person = new PersonId(test.platform().ids().uuid());
        test.database()
                .owner()
                .useHandle(handle -> handle.createUpdate("""
                INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, created_at,
                    updated_at)
                VALUES (:id, :organisation, 'Alix', 'Exemple', :id, now(), now())
                """)
                        .bind("id", person.value())
                        .bind("organisation", ours.organisation().value())
                        .execute());
    }

    @AfterAll
    void stop() {
        test.close();
    }

    private Principal member(OrganisationId organisation) {
        UUID id = test.platform().ids().uuid();
        return new Principal(new AccountId(id), organisation, Role.COUNSELLOR, "Conseil", "Atelier", id);
    }

    private PathwayId open(String pass) {
        edit.open(ours, person, new PathwayForm("2026-03-01", "2027-02-28", pass).check());
        return new PathwayId(test.database()
                .owner()
                .withHandle(handle -> handle.createQuery("SELECT subject_id FROM audit_event ORDER BY id DESC LIMIT 1")
                        .mapTo(UUID.class)
                        .one()));
    }

    @Test
    void thePassIsSealedInTheTableAndComesBackOnRequest() {
        PathwayId pathway = open("99999 00 00001");
        byte[] stored = test.database()
                .owner()
                .withHandle(handle -> handle.createQuery("SELECT pass_iae FROM pathway WHERE id = :id")
                        .bind("id", pathway.value())
                        .mapTo(byte[].class)
                        .one());
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(PASS);
        assertThat(edit.reveal(ours, pathway).value()).isEqualTo(PASS);
        assertThat(edit.reveal(ours, pathway).grouped()).isEqualTo("99999 00 00001");
    }

    @Test
    void whoSawThePassStaysInTheAudit() {
        PathwayId pathway = open(PASS);
        edit.reveal(ours, pathway);
        List<UUID> seen = test.database()
                .owner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT actor_id FROM audit_event WHERE code = 'PASS_IAE_REVEALED' AND subject_id = :id")
                        .bind("id", pathway.value())
                        .mapTo(UUID.class)
                        .list());
        assertThat(seen).containsExactly(ours.account().value());
    }

    @Test
    void anotherOrganisationNeitherSeesNorChangesIt() {
        PathwayId pathway = open(PASS);
        PathwayForm.Checked dates = new PathwayForm("2026-01-01", "", "").check();
        assertThatThrownBy(() -> edit.reveal(theirs, pathway)).isInstanceOf(ProblemException.class);
        assertThat(edit.change(theirs, pathway, 1, dates)).isFalse();
        assertThatThrownBy(() -> edit.open(theirs, person, dates)).isInstanceOf(ProblemException.class);
        assertThat(edit.reveal(ours, pathway).value()).isEqualTo(PASS);
    }

    @Test
    void anEmptyFieldKeepsTheStoredPass() {
        PathwayId pathway = open(PASS);
        assertThat(edit.change(ours, pathway, 1, new PathwayForm("2026-04-01", "", "").check()))
                .isTrue();
        assertThat(edit.reveal(ours, pathway).value()).isEqualTo(PASS);
    }

    @Test
    void whatSomebodyElseSavedSinceIsNotOverwritten() {
        PathwayId pathway = open(PASS);
        PathwayForm.Checked first = new PathwayForm("2026-04-01", "", "").check();
        PathwayForm.Checked second = new PathwayForm("2026-05-01", "", "888880000002").check();
        assertThat(edit.change(ours, pathway, 1, first)).isTrue();
        assertThat(edit.change(ours, pathway, 1, second)).isFalse();
        assertThat(edit.reveal(ours, pathway).value()).isEqualTo(PASS);
        assertThat(edit.change(ours, pathway, 2, second)).isTrue();
        assertThat(edit.reveal(ours, pathway).value()).isEqualTo("888880000002");
    }

    @Test
    void whatCannotBeRightIsNamedBesideItsField() {
        assertThat(new PathwayForm("", "2026-02-30", "12").check().errors().byField())
                .containsOnlyKeys("startsOn", "endsOn", "passIae");
        assertThat(new PathwayForm("2026-03-02", "2026-03-01", "")
                        .check()
                        .errors()
                        .byField())
                .containsOnlyKeys("endsOn");
        assertThat(new PathwayForm("2026-03-02", "", PASS).toString()).doesNotContain(PASS);
    }
}
