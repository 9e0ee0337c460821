package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.i18n.AddedLanguages;
import fr.badgesiae.api.platform.i18n.Messages;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Pages in Arabic, and pages that have no Arabic. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddedLanguagePagesTest {
    private TestServer server;
    private Tenant own;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.speaking(AddedLanguages.NONE.withUnreviewed());
        own = new Tenant(server, "Trois-Langues", 6);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theFormOfASlipIsInArabicFromRightToLeftAndSaysThatItIsToBeReadAgain() throws Exception {
        Tab tab = new Tab(server.origin());
        HttpResponse<String> page = tab.get("/claim?lang=ar");
        assertThat(page.headers().firstValue("Content-Language")).contains("ar");
        assertThat(page.body())
                .contains("<html lang=\"ar\" dir=\"rtl\">", "استلام شارة", "Traduction à relire.")
                .contains("<input id=\"f-code\" name=\"code\" type=\"text\" class=\"code\" dir=\"ltr\"")
                .contains("lang=\"fr\" hreflang=\"fr\">Français</a>", "lang=\"en\" hreflang=\"en\">English</a>")
                .doesNotContain(String.valueOf(Messages.FRENCH_BEGINS), String.valueOf(Messages.FRENCH_ENDS));
        assertThat(tab.get("/claim").body()).as("by its cookie").contains("<html lang=\"ar\" dir=\"rtl\">");
    }

    @Test
    void frenchPagesStayAsTheyWereButLinkToArabic() throws Exception {
        String page = new Tab(server.origin()).get("/claim?lang=fr").body();
        assertThat(page)
                .contains("<html lang=\"fr\">", "lang=\"ar\" hreflang=\"ar\">العربية</a>")
                .doesNotContain("à relire");
    }

    /** That the service is a demonstration is said in no Arabic bundle. */
    @Test
    void aMissingTextIsInFrenchAndSaysSo() throws Exception {
        String page = new Tab(server.origin()).get("/claim?lang=ar").body();
        String french = server.platform().pages().messages().text(Locale.FRENCH, "common.demonstration");
        assertThat(page).contains("<span lang=\"fr\" dir=\"ltr\">" + french + "</span>");
    }

    @Test
    void aPageWithoutArabicIsWhollyInFrench() throws Exception {
        Tab tab = new Tab(server.origin());
        tab.get("/claim?lang=ar");
        HttpResponse<String> page = tab.get("/verify");
        assertThat(page.headers().firstValue("Content-Language")).contains("fr");
        assertThat(page.body()).contains("<html lang=\"fr\">").doesNotContain("العربية", "rtl");
    }

    @Test
    void theAnswerToAFormIsKeptInArabicToo() throws Exception {
        Tab tab = new Tab(server.origin());
        Map<String, String> form = Tab.fields(tab.get("/claim?lang=ar"), "/claim", Map.of("code", "ABC"));
        String kept = Tab.location(tab.post("/claim", form));
        HttpResponse<String> answer = tab.get(kept);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<html lang=\"ar\" dir=\"rtl\">", "هذا الرقم غير صحيح", "value=\"ABC\"")
                .contains("href=\"" + kept + "?lang=fr\"");
        assertThat(tab.get(kept + "?lang=fr").body()).contains("<html lang=\"fr\">", "Ce numéro n’est pas bon");
        assertThat(tab.get(kept + "?lang=en").body()).contains("<html lang=\"en\">");
    }

    @Test
    void aSlipHasItsSecondLanguageBesideFrench() throws Exception {
        Visitor member = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(own.organisation, own.counsellor));
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE worker SET notice_given_on = current_date - 1 WHERE id = ?::uuid",
                        own.ids.get("worker")));
        Map<String, String> typed = Map.of(
                "worker",
                own.ids.get("worker"),
                "version",
                own.ids.get("version"),
                "narrative",
                "Peint.",
                "evidence",
                "");
        String offer = Tab.location(member.post("/app/offers", typed));
        assertThat(member.get(offer).body()).contains("<option value=\"ar\">Français, puis arabe</option>");
        String slip = member.post(offer + "/slip", Map.of("also", "ar")).body();
        assertThat(slip)
                .contains("Scannez ce carré", "<span lang=\"ar\" dir=\"rtl\">امسح هذا المربّع بكاميرا هاتف.</span>")
                .contains("Pour Alix Trois-Langues", "à relire");
        assertThat(member.post(offer + "/slip", Map.of("also", "en")).body())
                .contains("Scannez ce carré", "<span lang=\"en\" dir=\"ltr\">", "Pour Alix Trois-Langues");
        assertThat(member.post(offer + "/slip", Map.of("also", "xx")).body())
                .contains("Scannez ce carré")
                .doesNotContain("<span lang=");
    }

    @Test
    void aServiceThatOffersNoArabicAnswersInFrench() throws Exception {
        try (TestServer without = TestServer.start()) {
            Tab tab = new Tab(without.origin());
            HttpResponse<String> page = tab.get("/claim?lang=ar");
            assertThat(page.body()).contains("<html lang=\"fr\">").doesNotContain("العربية");
            assertThat(tab.jar()).doesNotContainKey("lang");
        }
    }
}
