package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Rights;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.todo.Todo;
import fr.badgesiae.api.platform.todo.WorkList;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The work list on the home page of the desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskHomeTest {
    private TestServer server;
    private Tenant own;
    private Visitor counsellor;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        own = new Tenant(server, "Deux-Rives", 1);
        new Tenant(server, "Fontaine", 2);
        counsellor = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(own.organisation, own.counsellor));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void execute(String sql, Object... arguments) {
        server.database().owner().useHandle(handle -> handle.execute(sql, arguments));
    }

    private List<WorkList.Line> lines(OrganisationId organisation, Role role) {
        return server.platform()
                .database()
                .inOrganisation(
                        organisation,
                        handle -> new WorkList(server.features().contributions()::todos)
                                .read(
                                        handle,
                                        organisation,
                                        new AccountId(new UUID(0, 0)),
                                        FrenchZone.PARIS,
                                        Rights.of(role),
                                        Instant.now()));
    }

    private List<String> keys(OrganisationId organisation, Role role) {
        return lines(organisation, role).stream().map(line -> line.todo().key()).toList();
    }

    @Test
    void aReportedErrorWaitsUntilItIsCorrected() throws Exception {
        UUID offer = UUID.fromString(own.ids.get("offer"));
        assertThat(keys(own.organisation, Role.COUNSELLOR)).doesNotContain("award.todo.disputed");

        execute(
                "UPDATE offer SET state = 'DISPUTED', dispute = 'NAME', pin_hash = NULL, code_sealed = NULL,"
                        + " pin_sealed = NULL WHERE id = ?",
                offer);

        assertThat(lines(own.organisation, Role.COUNSELLOR))
                .filteredOn(line -> line.todo().key().equals("award.todo.disputed"))
                .singleElement()
                .satisfies(line -> assertThat(line.count()).isEqualTo(1));
        assertThat(counsellor.get("/app").body())
                .contains("href=\"/app/offers?state=disputed\"", "Une erreur signalée");
        assertThat(keys(own.network, Role.NETWORK_ADMIN)).doesNotContain("award.todo.disputed");

        execute(
                "UPDATE offer SET state = 'OFFERED', dispute = NULL, pin_hash = '-', code_sealed = '', pin_sealed = ''"
                        + " WHERE id = ?",
                offer);
        assertThat(keys(own.organisation, Role.COUNSELLOR)).doesNotContain("award.todo.disputed");
    }

    /** No right leaves a home page that leads nowhere. */
    @Test
    void eachRightAloneHasOnePrimaryAction() throws Exception {
        AccountId alone = server.member(own.organisation, "un-seul-droit", "COUNSELLOR", "une phrase assez longue");
        for (Rights.Right right : Rights.Right.values()) {
            execute(
                    "UPDATE membership SET rights = ? WHERE account_id = ?",
                    new String[] {right.name()},
                    alone.value());
            Visitor member =
                    new Visitor(server, "/app/password", sessions -> sessions.openDesk(own.organisation, alone));
            String home = member.get("/app").body();
            String action = home.replaceAll("(?s).*<a class=\"button primary\" href=\"([^\"]+)\".*", "$1");

            assertThat(home.split("class=\"button primary\"", -1))
                    .as(right.name())
                    .hasSize(2);
            assertThat(member.get(action).statusCode()).as(right + " " + action).isEqualTo(200);
        }
    }

    @Test
    void whatWaitsIsCountedAndListed() throws Exception {
        UUID offer = UUID.fromString(own.ids.get("offer"));
        execute(
                "UPDATE credential SET valid_until = now() + interval '30 days' WHERE organisation_id = ?",
                own.organisation.value());
        execute("UPDATE offer SET failed_pins = 5, offered_at = now() - interval '31 days' WHERE id = ?", offer);

        String home = counsellor.get("/app").body();

        assertThat(home)
                .contains("7 à faire")
                .contains("href=\"/app/offers?state=locked\"", "Un ticket bloqué")
                .contains("href=\"/app/offers?state=waiting\"", "sans réponse depuis 30\u00a0jours")
                .contains("href=\"/app/people/sheets\"", "2 feuilles d’information à donner")
                .contains("href=\"/app/credentials?state=ending\"", "Un badge expire dans les 60\u00a0jours")
                .contains("À savoir", "Un badge accepté aujourd’hui")
                .doesNotContain("Pour commencer");
        for (String list : new String[] {"/app/offers?state=locked", "/app/offers?state=waiting"}) {
            assertThat(counsellor.get(list).body())
                    .as(list)
                    .contains("/app/offers/" + offer + "/reissue", "Ticket bloqué");
        }
        assertThat(counsellor.get("/app/people/sheets").body()).contains("Alix Deux-Rives");
        assertThat(counsellor.get("/app/credentials?state=ending").body())
                .contains("/app/credentials/" + own.ids.get("credential"));

        execute("UPDATE offer SET failed_pins = 0, offered_at = created_at WHERE id = ?", offer);
        execute("UPDATE credential SET valid_until = NULL WHERE organisation_id = ?", own.organisation.value());
        assertThat(counsellor.get("/app").body()).contains("4 à faire");
        for (String list :
                new String[] {"/app/offers?state=locked", "/app/offers?state=waiting", "/app/credentials?state=ending"
                }) {
            assertThat(counsellor.get(list).body())
                    .as(list)
                    .contains("ne correspond")
                    .doesNotContain("class=\"rows\"");
        }
    }

    @Test
    void listsAreFilteredByPersonAndBadge() throws Exception {
        String credential = "/app/credentials/" + own.ids.get("credential");
        String offer = "href=\"/app/offers/" + own.ids.get("offer");
        for (String found : new String[] {"worker=" + own.ids.get("worker"), "badge=" + own.ids.get("achievement")}) {
            assertThat(counsellor.get("/app/offers?" + found).body()).as(found).contains(offer);
            assertThat(counsellor.get("/app/credentials?state=valid&" + found).body())
                    .as(found)
                    .contains(credential, "Valable");
        }
        for (String other : new String[] {"worker=" + UUID.randomUUID(), "badge=" + UUID.randomUUID()}) {
            assertThat(counsellor.get("/app/offers?" + other).body()).as(other).doesNotContain(offer);
            assertThat(counsellor.get("/app/credentials?" + other).body())
                    .as(other)
                    .doesNotContain(credential);
        }
        assertThat(counsellor.get("/app/offers?badge=no-id").statusCode()).isBetween(400, 499);
    }

    @Test
    void aNewOrganisationSeesItsNextStep() throws Exception {
        OrganisationId fresh = server.organisation("Atelier Nouveau", "73282932000090");
        AccountId admin = server.member(fresh, "nouvelle", "ORG_ADMIN", "une phrase assez longue");
        Visitor visitor = new Visitor(server, "/app/workers/new", sessions -> sessions.openDesk(fresh, admin));

        assertThat(visitor.get("/app").body())
                .contains("Pour commencer", "Créer et publier un premier badge")
                .doesNotContain("Ajouter une première personne");
        assertThat(keys(fresh, Role.ORG_ADMIN))
                .containsExactly("achievement.todo.first", "worker.todo.first", "award.todo.first");
    }

    /** Contributions are checked once for all features: their pages exist, their statements run, their words too. */
    @Test
    void linesAreMostUrgentFirst() {
        assertThat(lines(own.organisation, Role.ORG_ADMIN))
                .extracting(line -> line.todo().urgency())
                .isSorted();
        assertThat(server.features().contributions().todos())
                .extracting(Todo::key)
                .doesNotHaveDuplicates();
    }
}
