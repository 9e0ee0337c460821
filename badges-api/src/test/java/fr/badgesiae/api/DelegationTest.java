package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.FrenchZone;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rights lent to a member hold from their first day to their last, and give nothing that lasts longer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DelegationTest {
    private TestServer server;
    private Tenant own;
    private Tenant other;
    private Visitor management;
    private AccountId account;
    private Visitor delegate;
    private LocalDate today;
    private int round;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        own = new Tenant(server, "Deux-Rives", 1);
        other = new Tenant(server, "Trois-Rives", 2);
        management = new Visitor(server, "/app/workers/new", at -> at.openDesk(own.organisation, own.admin));
        today = FrenchZone.PARIS.today(server.platform().clock());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void member() throws Exception {
        round++;
        account = server.member(own.organisation, "delegue-" + round, "EVALUATOR", "une phrase assez longue");
        delegate = new Visitor(server, "/claim", at -> at.openDesk(own.organisation, account));
    }

    private String path() {
        return "/app/members/" + account + "/delegations";
    }

    private static HttpResponse<String> lend(Visitor by, String path, LocalDate from, LocalDate until, String... rights)
            throws Exception {
        List<Map.Entry<String, String>> form = new ArrayList<>();
        form.add(Map.entry("from", from.toString()));
        form.add(Map.entry("until", until.toString()));
        for (String right : rights) {
            form.add(Map.entry("rights", right));
        }
        return by.post(path, form);
    }

    private void lend(String... rights) throws Exception {
        assertThat(lend(management, path(), today, today.plusDays(3), rights).statusCode())
                .isEqualTo(303);
    }

    private int reads(String page) throws Exception {
        return delegate.get(page).statusCode();
    }

    private void update(String sql, Object... values) {
        server.database().owner().useHandle(handle -> handle.execute(sql, values));
    }

    private long open() {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT count(*) FROM delegation WHERE account_id = ? AND ended_at IS NULL",
                                account.value())
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void itHoldsFromTheNextRequestAndUntilItIsEnded() throws Exception {
        assertThat(reads("/app/workers")).isEqualTo(403);
        lend("AWARD", "PUBLISH");
        assertThat(reads("/app/workers")).isEqualTo(200);
        assertThat(reads("/app/badges/new")).isEqualTo(200);
        assertThat(reads("/app/organisation")).as("not lent").isEqualTo(403);
        assertThat(management.get("/app/members").body()).contains("Délégation", "direction-1");
        String id = management.get(path()).body().replaceFirst("(?s).*" + path() + "/([0-9a-f-]{36})/end.*", "$1");
        assertThat(management.get(path() + "/" + id).body())
                .contains("Acte de délégation", "direction-1", "delegue-" + round);
        assertThat(management.post(path() + "/" + id + "/end", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(reads("/app/workers")).isEqualTo(403);
        for (String code : List.of("RIGHTS_DELEGATED", "DELEGATION_ENDED")) {
            List<String> actors = server.database()
                    .owner()
                    .withHandle(handle -> handle.select(
                                    "SELECT actor_id::text FROM audit_event WHERE code = ? AND subject_id = ?",
                                    code,
                                    account.value())
                            .mapTo(String.class)
                            .list());
            assertThat(actors).as(code).containsExactly(own.admin.toString());
        }
    }

    @Test
    void itHoldsOnItsDaysAlone() throws Exception {
        lend(management, path(), today.plusDays(1), today.plusDays(2), "AWARD");
        assertThat(reads("/app/workers")).as("the day before").isEqualTo(403);
        update("UPDATE delegation SET starts_on = ?, ends_on = ? WHERE account_id = ?", today, today, account.value());
        assertThat(reads("/app/workers")).as("one day alone").isEqualTo(200);
        update(
                "UPDATE delegation SET starts_on = ?, ends_on = ? WHERE account_id = ?",
                today.minusDays(2),
                today.minusDays(1),
                account.value());
        assertThat(reads("/app/workers")).as("the day after").isEqualTo(403);
    }

    @Test
    void managementThatIsLentGivesNothingThatLasts() throws Exception {
        lend("MANAGE");
        assertThat(reads("/app/organisation")).isEqualTo(200);
        assertThat(delegate.get("/app").body()).doesNotContain("href=\"/app/members");
        AccountId third = server.member(own.organisation, "tiers-" + round, "EVALUATOR", "une phrase assez longue");
        assertThat(reads("/app/members")).isEqualTo(403);
        String supervisors = "/app/groups/" + own.ids.get("group") + "/supervisors";
        assertThat(reads(supervisors)).as("a team for good").isEqualTo(403);
        assertThat(delegate.get("/app/groups/" + own.ids.get("group")).body()).doesNotContain(supervisors);
        assertThat(lend(delegate, "/app/members/" + third + "/delegations", today, today, "MANAGE")
                        .statusCode())
                .isEqualTo(403);
        assertThat(delegate.post("/app/members/invitations", Map.of("label", "Lou", "role", "ORG_ADMIN"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(delegate.post("/app/members/" + account + "/rights", Map.of("preset", "ORG_ADMIN"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoIsLentTheRightToManageIsNotTheLastWhoHasIt() throws Exception {
        update(
                "UPDATE membership SET role = 'COUNSELLOR', rights = NULL WHERE organisation_id = ? AND account_id <> ?",
                own.organisation.value(),
                own.admin.value());
        lend("MANAGE");
        String rights = "/app/members/" + own.admin + "/rights";
        HttpResponse<String> answer = management.post(rights, Map.of("preset", "COUNSELLOR", "revision", "1"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(management
                        .post("/app/members/" + own.admin + "/leave", Map.of())
                        .statusCode())
                .isEqualTo(422);
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void itEndsWhenItsLenderLosesTheRightOrLeaves() throws Exception {
        AccountId lender = server.member(own.organisation, "adjoint-" + round, "ORG_ADMIN", "une phrase assez longue");
        Visitor second = new Visitor(server, "/app/workers/new", at -> at.openDesk(own.organisation, lender));
        lend(second, path(), today, today.plusDays(1), "REVOKE");
        lend(second, path(), today, today.plusDays(1), "AWARD");
        assertThat(open()).isEqualTo(2);
        List<Map.Entry<String, String>> rights = new ArrayList<>();
        rights.add(Map.entry("revision", "1"));
        rights.add(Map.entry("preset", "BY_HAND"));
        for (String right : List.of("PROPOSE", "AWARD", "PRINT", "MANAGE")) {
            rights.add(Map.entry("rights", right));
        }
        management.post("/app/members/" + lender + "/rights", rights);
        assertThat(endings()).isEqualTo(1);
        assertThat(open()).as("what they have not any more").isEqualTo(1);
        assertThat(reads("/app/workers")).isEqualTo(200);
        assertThat(management
                        .post("/app/members/" + lender + "/leave", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(open()).isZero();
        assertThat(reads("/app/workers")).isEqualTo(403);
        assertThat(endings()).as("in the journal").isEqualTo(2);
    }

    private long endings() {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT count(*) FROM audit_event WHERE code = 'DELEGATION_ENDED' AND subject_id = ?",
                                account.value())
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void aFormThatIsSentTwiceLendsOnceAndTheListHidesNoOpenOne() throws Exception {
        update("""
                INSERT INTO delegation (id, organisation_id, delegated_by, account_id, rights, starts_on, ends_on, ended_at,
                                        created_at, updated_at)
                SELECT gen_random_uuid(), ?, ?, ?, '{AWARD}', current_date, current_date + 60 + n, now(), now(), now()
                FROM generate_series(1, 20) n
                """, own.organisation.value(), own.admin.value(), account.value());
        lend("AWARD");
        lend("AWARD");
        assertThat(open()).isEqualTo(1);
        assertThat(management.get(path()).body()).contains("/end\"");
    }

    @Test
    void oneLendsOnlyWhatIsTheirsToSomebodyElseForAYear() throws Exception {
        AccountId lender = server.member(own.organisation, "adjoint-" + round, "ORG_ADMIN", "une phrase assez longue");
        Visitor second = new Visitor(server, "/app/workers/new", at -> at.openDesk(own.organisation, lender));
        update("UPDATE membership SET rights = '{MANAGE,AWARD}' WHERE account_id = ?", lender.value());
        assertThat(lend(second, path(), today, today, "PUBLISH").statusCode()).isEqualTo(422);
        assertThat(lend(second, path(), today, today, "REVEAL").statusCode())
                .as("not to lend")
                .isEqualTo(422);
        assertThat(lend(second, path(), today, today.plusMonths(12).plusDays(1), "AWARD")
                        .statusCode())
                .isEqualTo(422);
        assertThat(lend(second, path(), today.minusDays(1), today, "AWARD").statusCode())
                .isEqualTo(422);
        assertThat(lend(second, path(), today.plusDays(1), today, "AWARD").statusCode())
                .isEqualTo(422);
        assertThat(lend(second, "/app/members/" + lender + "/delegations", today, today, "AWARD")
                        .statusCode())
                .as("to oneself")
                .isEqualTo(404);
        assertThat(lend(second, "/app/members/" + other.counsellor + "/delegations", today, today, "AWARD")
                        .statusCode())
                .isEqualTo(404);
        assertThat(open()).isZero();
    }
}
