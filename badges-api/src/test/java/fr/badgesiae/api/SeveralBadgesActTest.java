package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.platform.AccountId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One act on several ticked badges: read first, then done to each by itself. */
class SeveralBadgesActTest {
    @RegisterExtension
    static final PublicBadges setting = new PublicBadges();

    private Visitor desk;
    private CredentialId first;
    private CredentialId second;

    @BeforeEach
    void open() throws Exception {
        desk = new Visitor(
                setting.server,
                "/app/workers/new",
                sessions -> sessions.openDesk(setting.organisation, setting.badges.counsellor()));
        first = setting.badges.accept(NameChoice.FULL, false).badge();
        second = setting.badges.accept(NameChoice.FULL, false).badge();
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, CredentialId... badges)
            throws Exception {
        List<Map.Entry<String, String>> form = new ArrayList<>(fields.entrySet());
        for (CredentialId badge : badges) {
            form.add(Map.entry("badge", badge.toString()));
        }
        return desk.post("/app/credentials/several" + path, form);
    }

    /** The page that an answer leads to, or is. */
    private String read(HttpResponse<String> answer) throws Exception {
        return answer.statusCode() == 303
                ? desk.get(answer.headers().firstValue("Location").orElseThrow())
                        .body()
                : answer.body();
    }

    private long paused(CredentialId badge) {
        return setting.badges.count("credential WHERE id = ? AND is_pause(public_reason)", badge.value());
    }

    @Test
    void nothingIsDoneBeforeTheDryRunWasRead() throws Exception {
        desk.post("/app/credentials/" + second + "/pause", Map.of("reason", "PAUSED_TO_CHECK"));

        String dry = read(post("", Map.of("act", "PAUSE"), first, second));

        assertThat(dry)
                .contains(
                        "Rien n’est fait pour le moment.", "Un badge changera.", "Sera mis en pause", "déjà en pause");
        assertThat(paused(first)).isZero();
        HttpResponse<String> unreasoned = post("/do", Map.of("act", "PAUSE", "note", "Voir <ici>"), first, second);
        assertThat(read(unreasoned)).contains("Choisissez une raison.", "Voir &lt;ici&gt;");
        assertThat(paused(first)).isZero();
    }

    @Test
    void eachBadgeIsActedOnByItselfAndOnce() throws Exception {
        Map<String, String> act = Map.of("act", "PAUSE", "reason", "PAUSED_ON_REQUEST");
        setting.badges.execute("UPDATE credential SET hidden_at = now() WHERE id = ?", second.value());

        String done = read(post("/do", act, first, second));

        assertThat(done).contains("Un badge est en pause.");
        assertThat(paused(first)).isEqualTo(1);
        assertThat(paused(second)).as("what the desk does not see").isZero();
        String again = read(post("/do", act, first));
        assertThat(again).contains("Aucun badge n’est mis en pause.", "déjà en pause");
        assertThat(setting.badges.count(
                        "audit_event WHERE code = 'CREDENTIAL_PAUSED' AND subject_id = ?", first.value()))
                .isEqualTo(1);
        assertThat(read(post("/do", Map.of("act", "RESUME"), first))).contains("Un badge est repris.");
        assertThat(read(post("/do", Map.of("act", "RESUME"), first)))
                .as("another stands in its place")
                .contains("Aucun badge n’est repris.");
    }

    @Test
    void aRevocationOfSeveralIsConfirmedAndARenewalOffersTheWordsOfBefore() throws Exception {
        assertThat(read(post("/do", Map.of("act", "REVOKE", "reason", "WRONG_CONTENT"), first)))
                .contains("Cochez la case pour confirmer.");

        assertThat(read(post("/do", Map.of("act", "RENEW"), first, second)))
                .contains("2 renouvellements sont proposés.", "/app/slips");
        assertThat(read(post("", Map.of("act", "RENEW"), first))).contains("un renouvellement est déjà proposé");
        assertThat(desk.get("/app/credentials/" + first).body())
                .contains("Un renouvellement est proposé et attend une réponse.", "Voir la proposition");
        assertThat(read(post("/do", Map.of("act", "REVOKE", "reason", "WRONG_CONTENT", "sure", "on"), first, second)))
                .contains("2 badges sont retirés.");

        assertThat(setting.badges.count(
                        "offer o JOIN award a ON a.id = o.renews JOIN credential c ON c.award_id = a.id"
                                + " WHERE c.id IN (?, ?) AND o.narrative = 'Peint seule un mur.'",
                        first.value(),
                        second.value()))
                .isEqualTo(2);
        assertThat(setting.badges.count(
                        "credential WHERE id IN (?, ?) AND public_reason = 'WRONG_CONTENT'",
                        first.value(),
                        second.value()))
                .isEqualTo(2);
    }

    /** Somebody at the desk with these rights alone. */
    private Visitor only(String... rights) throws Exception {
        AccountId member = setting.server.member(
                setting.organisation, "droits" + rights.length, "COUNSELLOR", "une phrase assez longue");
        setting.badges.execute("UPDATE membership SET rights = ? WHERE account_id = ?", rights, member.value());
        return new Visitor(setting.server, "/claim", sessions -> sessions.openDesk(setting.organisation, member));
    }

    @Test
    void aRenewalNeedsTheRightToAwardAndTheRightToRevoke() throws Exception {
        String renews = "/app/offers/new?renews=" + first;
        setting.badges.execute(
                "UPDATE credential SET valid_until = now() + interval '20 days' WHERE id = ?", first.value());
        assertThat(desk.get("/app/credentials").body()).contains(renews, "value=\"RENEW\"");
        Visitor awards = only("AWARD", "PRINT", "PROPOSE");
        assertThat(awards.get("/app/credentials").body()).doesNotContain(renews);
        assertThat(awards.get("/app/credentials/" + first).body()).doesNotContain(renews);
        assertThat(awards.get(renews).statusCode()).isEqualTo(403);
        for (String act : List.of("", "/preview", "/edit")) {
            assertThat(awards.post("/app/offers" + act, Map.of("renews", first.toString()))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(awards.get("/app/offers/new").statusCode()).isEqualTo(200);
        Visitor revokes = only("REVOKE");
        assertThat(revokes.get("/app/credentials").body())
                .contains("value=\"PAUSE\"")
                .doesNotContain("value=\"RENEW\"", renews);
        for (String act : List.of("", "/do")) {
            assertThat(revokes.post("/app/credentials/several" + act, Map.of("act", "RENEW", "badge", first.toString()))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(setting.badges.count(
                        "offer o JOIN award a ON a.id = o.renews JOIN credential c ON c.award_id = a.id"
                                + " WHERE c.id = ?",
                        first.value()))
                .isZero();
    }

    @Test
    void aRenewalSaysWhereTheBadgeIsNotTheSameAnyMore() throws Exception {
        String version = "INSERT INTO achievement_version (id, achievement_id, organisation_id, version, content,"
                + " image_type, image, created_at) SELECT gen_random_uuid(), achievement_id, organisation_id, ?,"
                + " jsonb_set(content, '{evidencePolicy}', to_jsonb(?::text)), image_type, image, now()"
                + " FROM achievement_version WHERE organisation_id = ? ORDER BY version DESC LIMIT 1";
        UUID organisation = setting.organisation.value();
        try {
            setting.badges.execute(version, 2, "OPTIONAL_TEXT", organisation);
            assertThat(read(post("", Map.of("act", "RENEW"), first)))
                    .contains(
                            "Sera proposé à nouveau, avec le même texte et la nouvelle version du badge",
                            "/app/badges/");
            setting.badges.execute(version, 3, "REQUIRED_TEXT", organisation);
            setting.badges.execute("UPDATE offer SET evidence = '' WHERE organisation_id = ?", organisation);
            assertThat(read(post("", Map.of("act", "RENEW"), first)))
                    .contains("Ne change pas\u00a0: la nouvelle version demande un autre texte");
            assertThat(read(post("/do", Map.of("act", "RENEW"), first))).contains("demande un autre texte");
        } finally {
            setting.badges.execute(
                    "DELETE FROM achievement_version WHERE organisation_id = ? AND version > 1", organisation);
        }
    }

    @Test
    void aPausedOrganisationRenewsNothing() throws Exception {
        setting.badges.execute(
                "UPDATE network_membership SET state = 'SUSPENDED', suspended_on = '2026-10-05',"
                        + " suspended_reason = 'Une raison' WHERE organisation_id = ?",
                setting.organisation.value());
        try {
            assertThat(read(post("", Map.of("act", "RENEW"), first)))
                    .contains("Ne change pas\u00a0: votre structure est en pause");
            assertThat(read(post("/do", Map.of("act", "RENEW"), first))).contains("votre structure est en pause");
        } finally {
            setting.badges.execute(
                    "UPDATE network_membership SET state = 'ACTIVE', suspended_on = NULL, suspended_reason = NULL"
                            + " WHERE organisation_id = ?",
                    setting.organisation.value());
        }
    }

    /** The badges of a list in an order, as the page before the act has them. */
    private List<String> taken(String sort) throws Exception {
        String page = read(post("", Map.of("act", "PAUSE", "all", "yes", "sort", sort)));
        return Pattern.compile("name=\"badge\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void allBadgesOfAListAreTakenInItsOrder() throws Exception {
        setting.badges.execute(
                "UPDATE credential SET issued_at = issued_at - interval '1 minute' WHERE id = ?", first.value());

        assertThat(taken("issued")).containsSubsequence(first.toString(), second.toString());
        assertThat(taken("-issued")).containsSubsequence(second.toString(), first.toString());
    }

    @Test
    void withoutABadgeOrAnActThePageSaysSo() throws Exception {
        assertThat(read(post("", Map.of("act", "PAUSE")))).contains("Cochez au moins un badge");
        assertThat(read(post("", Map.of(), first))).contains("Choisissez ce que vous voulez faire.");
        assertThat(desk.get("/app/credentials").body())
                .contains("name=\"badge\" type=\"checkbox\" value=\"" + first + "\"");
    }
}
