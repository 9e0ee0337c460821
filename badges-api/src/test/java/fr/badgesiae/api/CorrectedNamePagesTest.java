package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A name that the desk corrects: the question before, and what its holder and a reader see after. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectedNamePagesTest {
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"([^\"]+)\"");

    private TestServer server;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theDeskReadsHowManyBadgesAreSignedAgainAndTheHolderIsTold() throws Exception {
        Tenant tenant = new Tenant(server, "Rives", 1);
        Visitor desk = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.counsellor));
        Visitor holder = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(tenant.holder));
        String worker = "/app/workers/" + tenant.ids.get("worker");
        Matcher revision = REVISION.matcher(desk.get(worker + "/edit").body());
        assertThat(revision.find()).isTrue();
        Map<String, String> form =
                new HashMap<>(Map.of("firstName", "Alix", "lastName", "Modèle", "revision", revision.group(1)));

        HttpResponse<String> asked = desk.post(worker, form);
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body())
                .contains("Un badge montre un autre nom", "value=\"Modèle\"", "name=\"reissue\" value=\"1\"")
                .doesNotContain("worker.form.");

        form.put("reissue", "1");
        assertThat(desk.post(worker, form).statusCode()).isEqualTo(303);

        String former = "/me/badges/" + tenant.ids.get("badge");
        assertThat(holder.get("/me").body()).contains("Votre nom est corrigé.").doesNotContain(former);
        HttpResponse<String> led = holder.get(former);
        assertThat(led.statusCode()).isEqualTo(303);
        String now = led.headers().firstValue("Location").orElse("");
        assertThat(holder.get(now).body())
                .contains("Votre nom est corrigé depuis le", "Alix Modèle", tenant.ids.get("link"))
                .doesNotContain("holder.corrected");
        assertThat(desk.get("/app/credentials/" + tenant.ids.get("credential")).body())
                .contains("Alix Modèle");
        assertThat(desk.get("/v/" + tenant.shareCode.grouped()).body()).contains("Authentique", "Alix Modèle");
        String reason = server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT public_reason FROM credential WHERE id = ?",
                                UUID.fromString(tenant.ids.get("badge")))
                        .mapTo(String.class)
                        .one());
        assertThat(reason).isEqualTo("NAME_CORRECTED");

        theFormOfBeforeSaysWhatHappened(holder, former, now);
        everyOtherPageOfBeforeLeadsToThatOfNow(holder, former, now);
        another(server, holder, former);
    }

    /** Another page of the badge was open, or its address was kept. */
    private static void everyOtherPageOfBeforeLeadsToThatOfNow(Visitor holder, String former, String now)
            throws Exception {
        for (String page : List.of(
                "/wallet",
                "/wallet/app?wallet=WALT_ID",
                "/offline",
                "/public",
                "/badge.json",
                "/badge.jwt",
                "/picture")) {
            HttpResponse<String> led = holder.get(former + page);
            assertThat(led.statusCode()).as(page).isEqualTo(303);
            assertThat(led.headers().firstValue("Location").orElse("")).endsWith(now + page);
            assertThat(led.body()).isEmpty();
            assertThat(holder.get(now + page).statusCode()).as(page).isEqualTo(200);
        }
        for (String form : List.of("/wallet", "/wallet/app", "/offline", "/public", "/withdraw")) {
            HttpResponse<String> led = holder.post(former + form, Map.of("name", "FULL", "read", "0".repeat(64)));
            assertThat(led.statusCode()).as(form).isEqualTo(303);
            assertThat(led.headers().firstValue("Location").orElse("")).endsWith(now);
        }
        Map<String, String> several = Map.of(
                "badges", former.substring(former.lastIndexOf('/') + 1) + "." + "0".repeat(64),
                "name", "FULL",
                "label", "Pour le garage",
                "days", "30");
        HttpResponse<String> changed = holder.post("/me/portfolios", several);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.body()).contains("value=\"Pour le garage\"");
    }

    private static void another(TestServer server, Visitor holder, String former) throws Exception {
        Tenant stranger = new Tenant(server, "Plaine", 9);
        Visitor other = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(stranger.holder));
        assertThat(other.get(former + "/wallet").statusCode()).isEqualTo(404);
        assertThat(holder.get("/me/badges/" + stranger.ids.get("badge") + "/wallet")
                        .statusCode())
                .isEqualTo(404);
        assertThat(holder.get("/me/badges/nothing/wallet").statusCode()).isEqualTo(404);
    }

    /** The page was open when the name was corrected. */
    private static void theFormOfBeforeSaysWhatHappened(Visitor holder, String former, String now) throws Exception {
        Map<String, String> form =
                Map.of("label", "Pour le garage", "days", "30", "name", "FULL", "read", "0".repeat(64));
        HttpResponse<String> posted = holder.post(former + "/share", form);
        assertThat(posted.statusCode()).isEqualTo(409);
        assertThat(posted.body())
                .contains(
                        "Votre nom ou le texte a changé.", "value=\"Pour le garage\"", "action=\"" + now + "/share\"");
        assertThat(holder.post(former + "/form", form).body())
                .contains("value=\"Pour le garage\"", "action=\"" + now + "/share\"");
        assertThat(holder.post(former + "/preview", form).body()).contains("Pour le garage", now);
    }

    /** The badge shows no name, so that nothing was signed again. */
    @Test
    void theHolderOfABadgeWithoutANameReadsWhichCopyShowsTheFormerOne() throws Exception {
        Tenant tenant = new Tenant(server, "Vallon", 2);
        Visitor holder = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(tenant.holder));
        String badge = "/me/badges/" + tenant.ids.get("badge");
        server.database().owner().useHandle(handle -> {
            handle.execute(
                    "UPDATE credential SET name_choice = 'NONE', displayed_name = NULL WHERE id = ?",
                    UUID.fromString(tenant.ids.get("badge")));
            handle.execute(
                    "UPDATE credential SET name_choice = 'FULL', displayed_name = 'Alix Vallon' WHERE id = ?",
                    UUID.fromString(tenant.ids.get("copy")));
        });
        assertThat(holder.get(badge).body()).contains("Alix Vallon").doesNotContain("votre ancien nom");

        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE worker SET last_name = 'Modèle' WHERE id = ?",
                        UUID.fromString(tenant.ids.get("worker"))));

        assertThat(holder.get(badge).body()).contains("Cette copie montre votre ancien nom.");
    }
}
