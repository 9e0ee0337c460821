package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.account.leaving.DeactivateMember;
import fr.badgesiae.api.account.member.CreatePasswordLink;
import fr.badgesiae.api.account.member.Links;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.db.Blocked;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A member leaves: nothing that waits for them stays with nobody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeavingMembersTest {
    private TestServer server;
    private Tenant own;
    private Tenant other;
    private Visitor manager;
    private DeactivateMember deactivate;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        own = new Tenant(server, "Deux-Rives", 4);
        other = new Tenant(server, "Zéphyrine", 5);
        Platform platform = server.platform();
        deactivate = new DeactivateMember(
                platform,
                new Sessions(
                        platform.database(), platform.settings(), platform.vault(), platform.ids(), platform.clock()),
                server.features().contributions()::openWork);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws Exception {
        everybodyIsThere();
        manager = new Visitor(server, "/claim", sessions -> sessions.openDesk(own.organisation, own.admin));
    }

    private void everybodyIsThere() {
        UUID counsellor = own.counsellor.value();
        execute("UPDATE membership SET state = 'ACTIVE', deactivated_at = NULL");
        execute("UPDATE membership SET role = 'COUNSELLOR' WHERE account_id = ?", counsellor);
        execute("UPDATE offer SET offered_by = ?, followed_by = NULL WHERE id = ?", counsellor, id("offer"));
        execute("UPDATE award_run SET created_by = ? WHERE id = ?", counsellor, id("run"));
        execute("UPDATE people_import SET created_by = ? WHERE id = ?", counsellor, id("import"));
        execute("DELETE FROM audit_event WHERE code IN ('WORK_HANDED_OVER', 'MEMBER_DEACTIVATED')");
    }

    private UUID id(String name) {
        return UUID.fromString(own.ids.get(name));
    }

    private void execute(String sql, Object... arguments) {
        server.database().owner().useHandle(handle -> handle.execute(sql, arguments));
    }

    private String text(String sql, Object... arguments) {
        return server.database()
                .owner()
                .withHandle(handle ->
                        handle.select(sql, arguments).mapTo(String.class).one());
    }

    private String state(AccountId member) {
        return text("SELECT state FROM membership WHERE account_id = ?", member.value());
    }

    private static String leave(AccountId member) {
        return "/app/members/" + member + "/leave";
    }

    @Test
    void everythingThatWaitsGoesToWhoeverTakesOver() throws Exception {
        assertThat(manager.get(leave(own.counsellor)).body())
                .contains("1 badge proposé sans réponse")
                .contains("1 remise commencée pour plusieurs personnes")
                .contains("1 import de personnes en cours")
                .contains("Les liens créés par cette personne et pas encore utilisés s’arrêtent.")
                .contains("Qui prend la suite");

        HttpResponse<String> left = manager.post(leave(own.counsellor), Map.of("taker", own.admin.toString()));

        assertThat(left.headers().firstValue("Location")).contains("/app/members?done=account.deactivated");
        assertThat(state(own.counsellor)).isEqualTo("DEACTIVATED");
        UUID taker = own.admin.value();
        assertThat(text(
                        "SELECT followed_by::text || (offered_by = ?) FROM offer WHERE id = ?",
                        own.counsellor.value(),
                        id("offer")))
                .as("who offered it stays a fact")
                .isEqualTo(taker + "true");
        assertThat(text("SELECT created_by::text FROM award_run WHERE id = ?", id("run")))
                .isEqualTo(taker.toString());
        assertThat(text("SELECT created_by::text FROM people_import WHERE id = ?", id("import")))
                .isEqualTo(taker.toString());
        assertThat(text("SELECT string_agg(code || ' ' || subject_id, ', ' ORDER BY id) FROM audit_event"
                        + " WHERE code IN ('WORK_HANDED_OVER', 'MEMBER_DEACTIVATED')"))
                .isEqualTo("WORK_HANDED_OVER " + taker + ", MEMBER_DEACTIVATED " + own.counsellor);
        assertThat(manager.get("/app/offers/" + id("offer")).body()).contains("<dt>Suivi par</dt><dd>direction-4</dd>");
    }

    /** Whoever made them may have kept them. */
    @Test
    void noLinkThatTheyMadeOpensAnyMore() throws Exception {
        execute("UPDATE membership SET role = 'ORG_ADMIN' WHERE account_id = ?", own.counsellor.value());
        Visitor leaver = new Visitor(server, "/claim", at -> at.openDesk(own.organisation, own.counsellor));
        String password = link(leaver.post("/app/members/" + own.admin + "/password-link", Map.of()));
        String join = link(leaver.post("/app/members/invitations", Map.of("label", "Sacha", "role", "ORG_ADMIN")));
        UUID elsewhere = id("invitation");
        execute(
                "UPDATE invitation SET organisation_id = ?, created_by = ?, cancelled_at = NULL WHERE id = ?",
                other.organisation.value(),
                own.counsellor.value(),
                elsewhere);
        execute(
                "UPDATE network_membership SET network_id = ? WHERE organisation_id = ?",
                own.organisation.value(),
                other.organisation.value());
        assertThat(leaver.get(password).statusCode()).isEqualTo(200);

        manager.post(leave(own.counsellor), Map.of("taker", own.admin.toString()));

        assertThat(leaver.get(password).statusCode()).isEqualTo(410);
        assertThat(leaver.get(join).statusCode()).isEqualTo(410);
        assertThat(text("SELECT (cancelled_at IS NOT NULL)::text FROM invitation WHERE id = ?", elsewhere))
                .as("of a network, for one of its organisations")
                .isEqualTo("true");
        assertThatThrownBy(() -> new CreatePasswordLink(server.platform().database(), new Links(server.platform()))
                        .apply(own.organisation, own.counsellor, own.admin))
                .as("at the moment at which they leave")
                .isInstanceOf(ProblemException.class);
    }

    private static String link(HttpResponse<String> answer) {
        return answer.body().replaceFirst("(?s).*value=\"https?://[^/\"]+(/join/[^\"]+)\".*", "$1");
    }

    /** Somebody answers an offer, which locks it and then writes rows that refer to who offered it. */
    @Test
    void workThatIsLockedMeanwhileIsNoDeadlock() {
        Jdbi owner = server.database().owner();
        Blocked<DeactivateMember.Outcome> leaving = owner.inTransaction(handle -> {
            handle.execute("SELECT FROM offer WHERE id = ? FOR UPDATE", id("offer"));
            Blocked<DeactivateMember.Outcome> started = Blocked.start(
                    owner, () -> deactivate.apply(own.organisation, own.admin, own.counsellor, Optional.of(own.admin)));
            assertThat(started.isWaiting()).isTrue();
            handle.execute("SELECT FROM membership WHERE account_id = ? FOR KEY SHARE", own.counsellor.value());
            return started;
        });
        assertThat(leaving.result()).isEqualTo(DeactivateMember.Outcome.DEACTIVATED);
    }

    @Test
    void whoeverManagesNoMoreEndsNobody() {
        AccountId nobody = own.counsellor;
        assertThatThrownBy(() -> deactivate.apply(own.organisation, nobody, nobody, Optional.of(own.admin)))
                .isInstanceOf(ProblemException.class);
        assertThat(state(nobody)).isEqualTo("ACTIVE");
    }

    @Test
    void nobodyLeavesBeforeSomebodyTakesOver() throws Exception {
        for (String taker : List.of(
                "",
                own.counsellor.toString(),
                other.admin.toString(),
                UUID.randomUUID().toString())) {
            HttpResponse<String> answer = manager.post(leave(own.counsellor), Map.of("taker", taker));
            assertThat(answer.statusCode()).as(taker).isEqualTo(422);
            assertThat(answer.body()).contains("Choisissez qui prend la suite.");
        }
        assertThat(state(own.counsellor)).isEqualTo("ACTIVE");
        assertThat(text("SELECT created_by::text FROM award_run WHERE id = ?", id("run")))
                .isEqualTo(own.counsellor.toString());
    }

    @Test
    void whoeverHasNothingOpenLeavesWithoutAQuestion() throws Exception {
        AccountId idle = server.member(
                own.organisation, "sans-rien-" + UUID.randomUUID(), "COUNSELLOR", "une phrase assez longue");
        assertThat(manager.get(leave(idle)).body()).contains("Rien n’attend.").doesNotContain("name=\"taker\"");
        assertThat(manager.post(leave(idle), Map.of()).statusCode()).isEqualTo(303);
        assertThat(text("SELECT count(*) FROM audit_event WHERE code = 'WORK_HANDED_OVER'"))
                .isEqualTo("0");
    }

    @Test
    void theLastWhoManagesIsToldAtOnceAndCannotLeave() throws Exception {
        assertThat(manager.get(leave(own.admin)).body())
                .contains("Donnez d’abord le droit de gérer", "Donner le droit de gérer</a>")
                .doesNotContain("name=\"taker\"", "action=\"" + leave(own.admin));
        HttpResponse<String> answer = manager.post(leave(own.admin), Map.of("taker", own.counsellor.toString()));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Plus personne ne gérerait la structure");
        assertThat(state(own.admin)).isEqualTo("ACTIVE");
    }

    @Test
    void whoeverManagesLeavesWhenAnotherDoes() throws Exception {
        execute("UPDATE membership SET role = 'ORG_ADMIN' WHERE account_id = ?", own.counsellor.value());
        Visitor second = new Visitor(server, "/claim", at -> at.openDesk(own.organisation, own.counsellor));
        assertThat(second.get(leave(own.counsellor)).body()).contains("Quitter la structure");
        HttpResponse<String> left = second.post(leave(own.counsellor), Map.of("taker", own.admin.toString()));
        assertThat(left.headers().firstValue("Location")).contains("/signin");
        assertThat(second.get("/app").statusCode()).isEqualTo(303);
    }

    /** Each hands over to the other: a lock in one order, and whoever comes second finds nobody left. */
    @Test
    void ofTwoWhoLeaveToEachOtherOneStays() {
        for (int round = 0; round < 5; round++) {
            everybodyIsThere();
            execute("UPDATE membership SET role = 'ORG_ADMIN' WHERE account_id = ?", own.counsellor.value());
            CompletableFuture<DeactivateMember.Outcome> one = leaves(own.counsellor, own.admin);
            CompletableFuture<DeactivateMember.Outcome> two = leaves(own.admin, own.counsellor);
            assertThat(List.of(one.join(), two.join()))
                    .containsOnlyOnce(DeactivateMember.Outcome.DEACTIVATED)
                    .contains(DeactivateMember.Outcome.LAST_MANAGER);
            assertThat(text(
                            "SELECT count(*) FROM award_run r JOIN membership m ON m.account_id = r.created_by"
                                    + " WHERE r.id = ? AND m.state = 'ACTIVE'",
                            id("run")))
                    .as("somebody has the run")
                    .isEqualTo("1");
        }
    }

    private CompletableFuture<DeactivateMember.Outcome> leaves(AccountId member, AccountId taker) {
        return CompletableFuture.supplyAsync(
                () -> deactivate.apply(own.organisation, taker, member, Optional.of(taker)));
    }
}
