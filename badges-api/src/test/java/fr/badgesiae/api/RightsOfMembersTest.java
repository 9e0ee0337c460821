package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.account.member.ChangeRights;
import fr.badgesiae.api.account.member.InviteMember;
import fr.badgesiae.api.account.member.Links;
import fr.badgesiae.api.account.member.RightsChoice;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Rights.Right;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rights of members: presets, rights by hand, and who is left to manage. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsOfMembersTest {
    private static final RightsChoice SUPERVISION = new RightsChoice(Role.EVALUATOR, null);

    private TestServer server;
    private Tenant own;
    private Tenant other;
    private Visitor manager;
    private ChangeRights change;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        own = new Tenant(server, "Deux-Rives", 4);
        other = new Tenant(server, "Zéphyrine", 5);
        manager = new Visitor(server, "/claim", sessions -> sessions.openDesk(own.organisation, own.admin));
        change = new ChangeRights(server.platform());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void presets() {
        execute("DELETE FROM rights_change");
        execute("DELETE FROM audit_event WHERE code = 'MEMBER_RIGHTS_CHANGED'");
        execute(
                "UPDATE membership SET role = 'COUNSELLOR', rights = NULL, rights_revision = 1 WHERE account_id = ?",
                own.counsellor.value());
        execute(
                "UPDATE membership SET role = 'ORG_ADMIN', rights = NULL, rights_revision = 1 WHERE account_id = ?",
                own.admin.value());
    }

    private void execute(String sql, Object... arguments) {
        server.database().owner().useHandle(handle -> handle.execute(sql, arguments));
    }

    private List<String> texts(String sql, Object... arguments) {
        return server.database()
                .owner()
                .withHandle(handle ->
                        handle.select(sql, arguments).mapTo(String.class).list());
    }

    private String stored(AccountId member) {
        return texts(
                        "SELECT role || ' ' || coalesce(rights::text, '-') FROM membership WHERE account_id = ?",
                        member.value())
                .get(0);
    }

    private static String form(AccountId member) {
        return "/app/members/" + member + "/rights";
    }

    private Principal admin(AccountId account) {
        return new Principal(account, own.organisation, Role.ORG_ADMIN, "Camille", "Atelier", UUID.randomUUID());
    }

    @Test
    void aChangeHoldsFromTheNextRequestAndEndsNoSession() throws Exception {
        Visitor member = new Visitor(server, "/claim", at -> at.openDesk(own.organisation, own.counsellor));
        assertThat(member.get("/app/workers").statusCode()).isEqualTo(200);

        HttpResponse<String> saved = manager.post(form(own.counsellor), Map.of("revision", "1", "preset", "EVALUATOR"));

        assertThat(saved.headers().firstValue("Location")).contains("/app/members?done=account.rights");
        HttpResponse<String> refused = member.get("/app/workers");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Demandez-la à une personne qui gère votre structure");
        HttpResponse<String> home = member.get("/app");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).contains("Préparer une remise").doesNotContain("href=\"/app/offers/new\"");
    }

    @Test
    void whoeverMayNotManageAnyMoreMadeNoLinkThatStillOpens() throws Exception {
        execute("UPDATE membership SET role = 'ORG_ADMIN' WHERE account_id = ?", own.counsellor.value());
        String address = new InviteMember(server.platform().database(), new Links(server.platform()))
                .apply(own.organisation, own.counsellor, Role.ORG_ADMIN, "Sacha");
        String path = address.replaceFirst("https?://[^/]+", "");

        assertThatThrownBy(() -> change.apply(admin(new AccountId(UUID.randomUUID())), own.counsellor, 1, SUPERVISION))
                .as("whoever manages nothing")
                .isInstanceOf(ProblemException.class);
        change.apply(admin(own.admin), own.counsellor, 1, new RightsChoice(Role.ORG_ADMIN, null));
        assertThat(manager.get(path).statusCode()).as("still a manager").isEqualTo(200);
        change.apply(admin(own.admin), own.counsellor, 2, SUPERVISION);
        assertThat(manager.get(path).statusCode()).isEqualTo(410);
    }

    @Test
    void beforeAndAfterAreRecordedWithTheAct() throws Exception {
        manager.post(
                form(own.counsellor),
                List.of(
                        Map.entry("revision", "1"),
                        Map.entry("preset", "BY_HAND"),
                        Map.entry("rights", "PRINT"),
                        Map.entry("rights", "REVOKE")));

        assertThat(stored(own.counsellor)).isEqualTo("COUNSELLOR {PRINT,REVOKE}");
        assertThat(texts(
                        "SELECT rights_before::text || rights_after::text FROM rights_change WHERE account_id = ?"
                                + " AND changed_by = ?",
                        own.counsellor.value(),
                        own.admin.value()))
                .containsExactly("{PROPOSE,AWARD,PRINT,REVOKE,PUBLISH,REVEAL}{PRINT,REVOKE}");
        assertThat(texts("SELECT subject_id::text FROM audit_event WHERE code = 'MEMBER_RIGHTS_CHANGED'"))
                .containsExactly(own.counsellor.toString());
        assertThat(manager.get(form(own.counsellor)).body())
                .contains(
                        "Avant\u00a0: proposer, remettre, imprimer, retirer, publier, voir. Après\u00a0: imprimer, retirer.");
        assertThat(manager.get("/app/members").body()).contains("droits réglés à la main\u00a0: imprimer, retirer");
    }

    @Test
    void rightsByHandThatAreThoseOfAPresetAreThatPreset() {
        RightsChoice choice = new RightsChoice(Role.COUNSELLOR, Set.of(Right.PROPOSE));
        assertThat(change.apply(admin(own.admin), own.counsellor, 1, choice)).isEqualTo(ChangeRights.Outcome.SAVED);
        assertThat(stored(own.counsellor)).isEqualTo("COUNSELLOR {PROPOSE}");
    }

    @Test
    void changedBoxesBesideAPresetAreNotLostInSilence() throws Exception {
        HttpResponse<String> answer = manager.post(
                form(own.counsellor),
                List.of(Map.entry("revision", "1"), Map.entry("preset", "COUNSELLOR"), Map.entry("rights", "PRINT")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Vous avez changé des cases").contains("value=\"PRINT\" checked");
        assertThat(stored(own.counsellor)).isEqualTo("COUNSELLOR -");
    }

    @Test
    void aFormFromAnEarlierStateChangesNothing() throws Exception {
        assertThat(change.apply(admin(own.admin), own.counsellor, 1, SUPERVISION))
                .isEqualTo(ChangeRights.Outcome.SAVED);

        HttpResponse<String> answer =
                manager.post(form(own.counsellor), Map.of("revision", "1", "preset", "PLACEMENT_OFFICER"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Quelqu’un d’autre vient de changer ces droits", "value=\"PLACEMENT_OFFICER\" checked");
        assertThat(stored(own.counsellor)).isEqualTo("EVALUATOR -");
    }

    @Test
    void theLastWhoManagesKeepsThatRight() throws Exception {
        HttpResponse<String> answer = manager.post(form(own.admin), Map.of("revision", "1", "preset", "COUNSELLOR"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Plus personne ne gérerait la structure");

        RightsChoice managing = new RightsChoice(Role.COUNSELLOR, Set.of(Right.MANAGE, Right.PRINT));
        assertThat(change.apply(admin(own.admin), own.counsellor, 1, managing)).isEqualTo(ChangeRights.Outcome.SAVED);
        assertThat(change.apply(admin(own.admin), own.admin, 1, SUPERVISION))
                .as("somebody manages by hand")
                .isEqualTo(ChangeRights.Outcome.SAVED);
    }

    /** Both see two who manage when they begin. */
    @Test
    void ofTwoWhoEndEachOthersRightsOneStays() {
        for (int round = 0; round < 5; round++) {
            execute(
                    "UPDATE membership SET role = 'ORG_ADMIN', rights_revision = 1 WHERE organisation_id = ?",
                    own.organisation.value());
            CompletableFuture<ChangeRights.Outcome> one =
                    CompletableFuture.supplyAsync(() -> change.apply(admin(own.admin), own.counsellor, 1, SUPERVISION));
            CompletableFuture<ChangeRights.Outcome> two =
                    CompletableFuture.supplyAsync(() -> change.apply(admin(own.counsellor), own.admin, 1, SUPERVISION));
            assertThat(List.of(one.join(), two.join()))
                    .containsExactlyInAnyOrder(ChangeRights.Outcome.SAVED, ChangeRights.Outcome.LAST_MANAGER);
        }
    }

    @Test
    void aStrangerAndANetworksMemberAreNotFound() {
        assertThatThrownBy(() -> change.apply(admin(own.admin), other.counsellor, 1, SUPERVISION))
                .isInstanceOf(ProblemException.class);
        Principal network =
                new Principal(own.networkAdmin, own.network, Role.NETWORK_ADMIN, "Noa", "Réseau", UUID.randomUUID());
        assertThatThrownBy(() -> change.apply(network, own.networkAdmin, 1, SUPERVISION))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void anInvitationGivesAPreset() throws Exception {
        HttpResponse<String> made =
                manager.post("/app/members/invitations", Map.of("label", "Sacha", "role", "PLACEMENT_OFFICER"));
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(texts("SELECT role FROM invitation WHERE label = 'Sacha'")).containsExactly("PLACEMENT_OFFICER");
        HttpResponse<String> refused =
                manager.post("/app/members/invitations", Map.of("label", "Sacha", "role", "NETWORK_ADMIN"));
        assertThat(refused.statusCode()).isEqualTo(422);
    }
}
