package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.Code;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One search for the whole desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchDeskTest {
    private AwardRunFixture desk;
    private Tenant other;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
        other = new Tenant(desk.server, "Ailleurs", 7);
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private Visitor as(String role) throws Exception {
        desk.update(
                "UPDATE membership SET role = ?, rights = NULL WHERE account_id = ?",
                role,
                desk.own.counsellor.value());
        return new Visitor(
                desk.server, "/app/search", sessions -> sessions.openDesk(desk.own.organisation, desk.own.counsellor));
    }

    private String found(Visitor by, String words) throws Exception {
        HttpResponse<String> answer = by.post("/app/search", Map.of("words", words));
        return answer.statusCode() == 303 ? by.get(AwardRunFixture.led(answer)).body() : answer.body();
    }

    private String name(String person) {
        return desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select("SELECT last_name FROM worker WHERE id = ?::uuid", person)
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void itFindsWhatTheOrganisationHasByOneName() throws Exception {
        String words = name(desk.own.ids.get("worker"));
        assertThat(found(as("ORG_ADMIN"), words))
                .contains(
                        "/app/workers/" + desk.own.ids.get("worker"),
                        "/app/offers/" + desk.own.ids.get("offer"),
                        "/app/credentials/" + desk.own.ids.get("badge"),
                        "/app/groups/" + desk.own.ids.get("group"))
                .doesNotContain(other.ids.get("worker"));
        assertThat(found(as("ORG_ADMIN"), name(other.ids.get("worker"))))
                .doesNotContain(other.ids.get("worker"), other.ids.get("offer"), other.ids.get("badge"));
    }

    @Test
    void offersAndBadgesAreFoundByTheNameOfTheirBadge() throws Exception {
        desk.update(
                "UPDATE achievement_version SET content = jsonb_set(content, '{name}', '\"Étaler l’enduit\"') WHERE id = ?::uuid",
                desk.own.ids.get("version"));
        desk.update(
                "UPDATE credential SET achievement_name = 'Étaler l’enduit' WHERE id = ?::uuid",
                desk.own.ids.get("badge"));
        assertThat(found(as("ORG_ADMIN"), "etaler"))
                .contains("/app/offers/" + desk.own.ids.get("offer"), "/app/credentials/" + desk.own.ids.get("badge"))
                .doesNotContain(other.ids.get("offer"), other.ids.get("badge"));
        assertThat(found(as("EVALUATOR"), "etaler")).doesNotContain("/app/offers/", "/app/credentials/");
        as("COUNSELLOR");
    }

    @Test
    void membersAreFoundByWhoeverManagesThem() throws Exception {
        String path = "/app/members/" + desk.own.counsellor + "/rights";
        String words = desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT display_name FROM account WHERE id = ?", desk.own.counsellor.value())
                        .mapTo(String.class)
                        .one());
        assertThat(found(as("ORG_ADMIN"), words)).contains(path);
        assertThat(found(as("COUNSELLOR"), words)).doesNotContain(path);
    }

    @Test
    void whoeverOnlyProposesFindsNoNames() throws Exception {
        String words = name(desk.own.ids.get("worker"));
        assertThat(found(as("EVALUATOR"), words))
                .doesNotContain("/app/workers/", "/app/offers/", "/app/credentials/", "/app/groups/");
        assertThat(found(as("EVALUATOR"), "catalogue")).contains("href=\"/app/badges\"");
        as("COUNSELLOR");
    }

    @Test
    void ofManyEightAreShownAndTheListHasTheOthers() throws Exception {
        for (int i = 0; i < 9; i++) {
            desk.person("Numéro", "Foule-" + i);
        }
        assertThat(found(desk.member, "foule"))
                .contains("Foule-0", "Foule-7", "action=\"/app/workers/search\"")
                .doesNotContain("Foule-8");
        assertThat(found(desk.member, "foule-3")).doesNotContain("action=\"/app/workers/search\"");
    }

    @Test
    void theCodeOfASlipLeadsToItsOffer() throws Exception {
        String code = "0123 4567 89AB CDEF";
        byte[] lookup = desk.server.features().offer().lookup(Code.parse(code));
        desk.update("UPDATE offer SET code_lookup = ? WHERE id = ?::uuid", lookup, desk.own.ids.get("offer"));
        assertThat(AwardRunFixture.led(desk.member.post("/app/search", Map.of("words", code))))
                .isEqualTo("/app/offers/" + desk.own.ids.get("offer"));
        desk.update(
                "UPDATE offer SET code_lookup = sha256(''), organisation_id = organisation_id WHERE id = ?::uuid",
                desk.own.ids.get("offer"));
        assertThat(found(desk.member, code)).contains("Rien ne correspond");
    }

    @Test
    void wordsThatFindNothingLeadOn() throws Exception {
        assertThat(desk.member.get("/app/search").body()).contains("au moins deux lettres");
        assertThat(found(desk.member, "a")).contains("au moins deux lettres").doesNotContain("/app/workers/search");
        assertThat(found(desk.member, "Zzyzx")).contains("Rien ne correspond", "/verify");
        assertThat(found(desk.member, "100%_\\")).contains("Rien ne correspond");
        assertThat(found(desk.member, "proposés")).contains("href=\"/app/offers\"");
    }

    /** An organisation may have a million of both. */
    @Test
    void offersAndBadgesOfAPersonAreReadFromAnIndex() {
        assertThat(plan("search.part.offers")).contains("offer_of_worker").contains("offer_code_lookup_key");
        assertThat(plan("search.part.awarded")).contains("credential_of_worker");
        assertThat(plan("search.part.offers")).contains("offer_of_version_latest");
        assertThat(plan("search.part.awarded")).contains("credential_of_name_latest");
    }

    private String plan(String key) {
        String sql = desk.server.features().contributions().searchParts().stream()
                .filter(part -> part.key().equals(key))
                .findFirst()
                .orElseThrow()
                .sql();
        return desk.server.database().owner().inTransaction(handle -> {
            handle.execute("SET LOCAL enable_seqscan = off");
            return String.join(
                    "\n",
                    handle.createQuery("EXPLAIN SELECT (" + sql + ")")
                            .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                            .bind("organisation", desk.own.organisation.value())
                            .bind("words", "exemple")
                            .bind("lookup", new byte[32])
                            .bind("most", 9)
                            .mapTo(String.class)
                            .list());
        });
    }
}
