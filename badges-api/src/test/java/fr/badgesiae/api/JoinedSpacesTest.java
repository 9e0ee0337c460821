package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person with two spaces, made at two organisations of two networks, joins them on the pages of one. */
class JoinedSpacesTest {
    private static final String PIN = "314159";
    private static final String OTHER_PIN = "271828";
    private static final String WRONG_PIN = "161803";

    private TestServer server;
    private Tenant here;
    private Tenant there;
    private Code card;
    private Code otherCard;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start();
        here = new Tenant(server, "Rives", 4);
        there = new Tenant(server, "Vallon", 5);
        card = card(here, PIN);
        otherCard = card(there, OTHER_PIN);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Code card(Tenant tenant, String pin) {
        Platform platform = server.platform();
        Code code = platform.ids().code();
        server.database().owner().useHandle(handle -> {
            handle.execute(
                    "UPDATE worker SET holder_id = ? WHERE id = ?",
                    tenant.holder.value(),
                    UUID.fromString(tenant.ids.get("worker")));
            handle.execute(
                    "INSERT INTO holder_access (id, holder_id, kind, code_lookup, pin_hash, state, created_at, confirmed_at)"
                            + " VALUES (?, ?, 'CARD', ?, ?, 'ACTIVE', now(), now())",
                    UUID.randomUUID(),
                    tenant.holder.value(),
                    platform.vault().lookup("holder_access.code", code.value()),
                    platform.passwords().hash(pin));
        });
        return code;
    }

    private Tab open(Code code, String pin) throws Exception {
        Tab tab = new Tab(server.origin());
        assertThat(send(tab, "/me/open", "/me/open", Map.of("code", code.grouped(), "pin", pin))
                        .statusCode())
                .isEqualTo(303);
        return tab;
    }

    /** The answer to a form, without the page that it leads to. */
    private static HttpResponse<String> send(Tab tab, String page, String action, Map<String, String> fields)
            throws Exception {
        return tab.post(action, Tab.fields(tab.get(page), action, fields));
    }

    private HttpResponse<String> prove(Tab tab, Code code, String pin) throws Exception {
        return tab.follow(send(tab, "/me/join", "/me/join", Map.of("code", code.grouped(), "pin", pin)));
    }

    private static HttpResponse<String> confirm(Tab tab, HttpResponse<String> both, String pin) throws Exception {
        return tab.post("/me/join/confirm", Tab.fields(both, "/me/join/confirm", Map.of("pin", pin)));
    }

    private Tab joined() throws Exception {
        Tab tab = open(card, PIN);
        HttpResponse<String> done = confirm(tab, prove(tab, otherCard, OTHER_PIN), PIN);
        assertThat(done.headers().firstValue("Location")).hasValue("/me/join/done");
        return tab;
    }

    @Test
    void bothSpacesAreShownAndThenOne() throws Exception {
        Tab tab = open(card, PIN);
        assertThat(tab.get("/me").body()).contains("href=\"/me/join\"");
        HttpResponse<String> both = prove(tab, otherCard, OTHER_PIN);
        assertThat(both.body())
                .contains(
                        "Atelier Rives écrit votre nom", "Alix Rives", "Atelier Vallon écrit votre nom", "Alix Vallon")
                .contains("Les noms ne sont pas les mêmes", "1 lien montre un badge.", "1 badge est public.")
                .contains("Vous ne pourrez pas séparer ces espaces")
                .doesNotContain("holder.join", otherCard.grouped(), OTHER_PIN);

        HttpResponse<String> wrong = tab.follow(confirm(tab, both, WRONG_PIN));
        assertThat(wrong.body()).contains("Ce n’est pas le bon code secret.", "Alix Vallon");
        assertThat(confirm(tab, wrong, PIN).headers().firstValue("Location")).hasValue("/me/join/done");

        assertThat(tab.get("/me/join/done").body()).contains("Vos espaces sont réunis");
        assertThat(tab.get("/me").body())
                .contains("/me/badges/" + here.ids.get("badge"), "/me/badges/" + there.ids.get("badge"));
        assertThat(tab.get("/me/history").body()).contains("Vous avez réuni un autre espace");
        assertThat(tab.get("/me/data").body()).contains("Vous avez réuni deux espaces.");
    }

    /** The QR code of a card leads to the page that opens its space. */
    @Test
    void whoeverScansTheOtherCardJoinsFromThere() throws Exception {
        Tab tab = open(card, PIN);
        HttpResponse<String> scanned = tab.get("/me/open/" + otherCard.value());
        assertThat(scanned.body()).contains("formaction=\"/me/join\"", "Réunir avec l’espace ouvert");
        HttpResponse<String> both = tab.follow(tab.post(
                "/me/join", Tab.fields(scanned, "/me/open", Map.of("code", otherCard.grouped(), "pin", OTHER_PIN))));
        assertThat(both.body()).contains("Réunir ces deux espaces", "Alix Vallon");
        assertThat(new Tab(server.origin()).get("/me/open/" + otherCard.value()).body())
                .as("where no space is open")
                .doesNotContain("/me/join");
    }

    @Test
    void theOtherCardSaysWhichOneOpensTheSpace() throws Exception {
        joined();
        Tab tab = new Tab(server.origin());
        HttpResponse<String> old =
                tab.follow(send(tab, "/me/open", "/me/open", Map.of("code", otherCard.grouped(), "pin", OTHER_PIN)));
        assertThat(old.body()).contains("Cette carte ne sert plus", "Prenez votre autre carte.");
        assertThat(tab.get("/me").statusCode()).isEqualTo(303);
    }

    @Test
    void aLinkOfTheOtherSpaceGoesOn() throws Exception {
        Tab reader = new Tab(server.origin());
        String before = reader.get("/v/" + there.shareCode.grouped()).body();
        Tab tab = joined();
        assertThat(reader.get("/v/" + there.shareCode.grouped()).statusCode()).isEqualTo(200);
        assertThat(reader.get("/v/" + there.shareCode.grouped()).body()).hasSameSizeAs(before);
        assertThat(tab.get("/me/links/" + there.ids.get("link")).statusCode()).isEqualTo(200);
    }

    @Test
    void eachDeskReadsOfItsOwnCardAlone() throws Exception {
        joined();
        for (Tenant tenant : new Tenant[] {here, there}) {
            Tenant stranger = tenant == here ? there : here;
            Visitor desk = new Visitor(
                    server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.admin));
            String line = tenant == here ? "garde cette carte" : "ouvre maintenant son espace avec une autre carte";
            for (String page :
                    new String[] {"/app/journal", "/app/workers/" + tenant.ids.get("worker"), "/app/credentials"}) {
                assertThat(desk.get(page).body())
                        .as(page)
                        .doesNotContain("Vallon".equals(name(tenant)) ? "Rives" : "Vallon");
            }
            assertThat(desk.get("/app/journal").body()).contains(line);
            assertThat(desk.get("/app/workers/" + tenant.ids.get("worker")).statusCode())
                    .isEqualTo(200);
            assertThat(desk.get("/app/workers/" + stranger.ids.get("worker")).statusCode())
                    .isEqualTo(404);
        }
    }

    private String name(Tenant tenant) {
        return tenant == here ? "Rives" : "Vallon";
    }

    /** As for a space with badges of two organisations that was never two. */
    @Test
    void aDeskThatReopensTheJoinedSpaceShowsItsOwnBadgesAlone() throws Exception {
        joined();
        HolderId holder = here.holder;
        Instant now = server.platform().clock().instant();
        server.platform().database().inHolder(holder, handle -> {
            server.features().holder().cards().reopen(handle, holder, there.organisation, "-", now);
            return true;
        });
        Visitor visitor = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(holder));
        assertThat(visitor.get("/me").body())
                .contains("/me/badges/" + there.ids.get("badge"))
                .doesNotContain("/me/badges/" + here.ids.get("badge"));
        assertThat(visitor.get("/me/badges/" + here.ids.get("badge")).statusCode())
                .isEqualTo(404);
        Tab tab = new Tab(server.origin());
        assertThat(tab.follow(send(tab, "/me/open", "/me/open", Map.of("code", card.grouped(), "pin", PIN)))
                        .body())
                .as("the former card still answers")
                .contains("Cette carte est remplacée");
    }

    @Test
    void nothingTypedIsLostAndEachErrorSaysWhatToDo() throws Exception {
        Tab tab = open(card, PIN);
        assertThat(prove(tab, otherCard, WRONG_PIN).body())
                .contains("value=\"" + otherCard.grouped() + "\"", "Le numéro ou le code secret est faux.");
        assertThat(prove(tab, card, PIN).body()).contains("C’est la carte de cet espace. Prenez l’autre carte.");
        assertThat(tab.follow(send(tab, "/me/join", "/me/join", Map.of("code", "ABC", "pin", PIN)))
                        .body())
                .contains("value=\"ABC\"", "Ce numéro n’est pas bon.");
        assertThat(tab.follow(send(tab, "/me/join", "/me/join", Map.of("code", otherCard.grouped(), "pin", "12")))
                        .body())
                .contains("id=\"e-pin\"", "Écrivez les 6");
        assertThat(tab.follow(tab.post(
                                "/me/join/confirm", Tab.fields(tab.get("/me/join"), "/me/join", Map.of("pin", PIN))))
                        .body())
                .contains("Écrivez à nouveau le numéro et le code secret de l’autre carte.");
    }
}
