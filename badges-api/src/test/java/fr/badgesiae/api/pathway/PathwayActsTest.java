package fr.badgesiae.api.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.pathway.ChangePathway.Outcome.Saved;
import fr.badgesiae.api.pathway.ChangePathway.Outcome.SavedSince;
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
class PathwayActsTest {
    private static final String PASS = "999990000001";

    private TestPlatform test;
    private OpenPathway open;
    private ChangePathway change;
    private RevealPassIae reveal;
    private Principal ours;
    private Principal theirs;
    private PersonId person;

    @BeforeAll
    void start() {
        test = TestPlatform.fresh();
        open = new OpenPathway(test.platform(), new People());
        change = new ChangePathway(test.platform(), new People());
        reveal = new RevealPassIae(test.platform());
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
        PathwayForm form = new PathwayForm("2026-03-01", "2027-02-28", pass);
        assertThat(open.apply(ours, person, form)).isInstanceOf(OpenPathway.Outcome.Opened.class);
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
        assertThat(reveal.apply(ours, person, pathway).value()).isEqualTo(PASS);
        assertThat(reveal.apply(ours, person, pathway).grouped()).isEqualTo("99999 00 00001");
    }

    @Test
    void whoSawThePassStaysInTheAudit() {
        PathwayId pathway = open(PASS);
        reveal.apply(ours, person, pathway);
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
        PathwayForm dates = new PathwayForm("2026-01-01", "", "");
        assertThatThrownBy(() -> reveal.apply(theirs, person, pathway)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> change.apply(theirs, person, pathway, 1, dates))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> open.apply(theirs, person, dates)).isInstanceOf(ProblemException.class);
        ListPathways list = new ListPathways(test.platform().database(), new People());
        assertThatThrownBy(() -> list.apply(theirs.organisation(), person)).isInstanceOf(ProblemException.class);
        ShowPathway show = new ShowPathway(test.platform().database(), new People());
        assertThatThrownBy(() -> show.apply(theirs.organisation(), person, pathway))
                .isInstanceOf(ProblemException.class);
        assertThat(show.apply(ours.organisation(), person, pathway).pathway().startsOn())
                .isEqualTo("2026-03-01");
        assertThat(reveal.apply(ours, person, pathway).value()).isEqualTo(PASS);
    }

    @Test
    void anEmptyFieldKeepsTheStoredPass() {
        PathwayId pathway = open(PASS);
        assertThat(change.apply(ours, person, pathway, 1, new PathwayForm("2026-04-01", "", "")))
                .isInstanceOf(Saved.class);
        assertThat(reveal.apply(ours, person, pathway).value()).isEqualTo(PASS);
    }

    @Test
    void theExitOfAPathwayIsKeptWithItsEndAndNeverWithoutOne() {
        PathwayId pathway = open(PASS);
        PathwayForm left = new PathwayForm("2026-03-01", "2026-10-31", "", "LASTING_JOB");
        assertThat(change.apply(ours, person, pathway, 1, left)).isInstanceOf(Saved.class);
        ShowPathway show = new ShowPathway(test.platform().database(), new People());
        assertThat(show.apply(ours.organisation(), person, pathway).pathway().exit())
                .isEqualTo(PathwayExit.LASTING_JOB);
        assertThat(new PathwayForm("2026-03-01", "", "", "LASTING_JOB")
                        .check()
                        .errors()
                        .byField())
                .containsKey("endsOn");
    }

    @Test
    void whatSomebodyElseSavedSinceIsNotOverwritten() {
        PathwayId pathway = open(PASS);
        PathwayForm first = new PathwayForm("2026-04-01", "", "");
        PathwayForm second = new PathwayForm("2026-05-01", "", "888880000002");
        assertThat(change.apply(ours, person, pathway, 1, first)).isInstanceOf(Saved.class);
        assertThat(change.apply(ours, person, pathway, 1, second)).isInstanceOf(SavedSince.class);
        assertThat(reveal.apply(ours, person, pathway).value()).isEqualTo(PASS);
        assertThat(change.apply(ours, person, pathway, 2, second)).isInstanceOf(Saved.class);
        assertThat(reveal.apply(ours, person, pathway).value()).isEqualTo("888880000002");
    }

    @Test
    void theSamePathwayOfAnotherWorkerIsNotFound() {
        PathwayId pathway = open(PASS);
        PersonId other = new PersonId(test.platform().ids().uuid());
        PathwayForm dates = new PathwayForm("2026-01-01", "", "");
        assertThatThrownBy(() -> reveal.apply(ours, other, pathway)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> change.apply(ours, other, pathway, 1, dates)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aFormWithErrorsChangesNothing() {
        PathwayId pathway = open(PASS);
        PathwayForm wrong = new PathwayForm("", "", "888880000002");
        assertThat(open.apply(ours, person, wrong)).isInstanceOf(OpenPathway.Outcome.Invalid.class);
        assertThat(change.apply(ours, person, pathway, 1, wrong)).isInstanceOf(ChangePathway.Outcome.Invalid.class);
        assertThat(reveal.apply(ours, person, pathway).value()).isEqualTo(PASS);
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
