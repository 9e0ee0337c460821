package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import fr.badgesiae.api.AcceptedBadges;
import fr.badgesiae.api.TestServer;
import fr.badgesiae.api.platform.auth.TestSessions;
import fr.badgesiae.api.platform.i18n.AddedLanguages;
import fr.badgesiae.schemas.samples.Samples;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The pages of workers in languages that nobody speaks: which words stand in no bundle, what longer words do to a narrow
 * phone, and what a language from right to left does. Then what these pages do on one's own phone: they are read aloud, and
 * keep codes for times without a network.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(BrowserAndServer.Entrance.class)
class EasyPagesTest {
    /** Voices of a device and of a server, and what was said. */
    private static final String VOICES = """
            (() => {
              const said = [];
              const heard = {said, cancelled: 0};
              globalThis.heard = heard;
              globalThis.SpeechSynthesisUtterance = class {
                constructor(text) {
                  this.text = text;
                }
              };
              const speech = {
                getVoices: () => [
                  {name: 'far', lang: 'ar-SA', localService: false},
                  {name: 'near', lang: 'fr-FR', localService: true}],
                speak: (one) => {
                  said.push(one.voice.name + ' ' + one.text);
                  setTimeout(() => one.onend(), 0);
                },
                cancel: () => {
                  heard.cancelled += 1;
                },
                addEventListener: () => {},
              };
              Object.defineProperty(globalThis, 'speechSynthesis', {value: speech});
            })()""";

    private TestServer server;
    private AcceptedBadges badges;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.speaking(AddedLanguages.NONE.withUnreviewed().withPseudo());
        badges = new AcceptedBadges(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void noWordStandsOutsideOfTheBundlesAndNothingOverflowsInALongerLanguage(BrowserAndServer site) {
        PseudoChecks look = new PseudoChecks();
        try (BrowserContext own = site.narrowPhone()) {
            Page phone = own.newPage();
            look.go(phone, server.origin() + "/claim?lang=qps");
            look.press(phone, "main form button");
            look.go(phone, server.origin() + "/claim/lost");
            AcceptedBadges.Slip slip = badges.offer();
            look.go(phone, server.origin() + "/claim/" + slip.code());
            phone.fill("#f-pin", slip.pin());
            look.press(phone, "main form button");
            look.go(phone, server.origin() + "/claim/badge/error");
            look.go(phone, server.origin() + "/claim/badge/refuse");
            look.go(phone, server.origin() + "/claim/badge/name");
            look.press(phone, "main form button");
            look.press(phone, "form[action='/claim/badge/accept'] button");
            phone.fill("#f-pin", Worker.PIN);
            phone.fill("#f-again", Worker.PIN);
            look.press(phone, "main form button");
            look.press(phone, "main a[href='/claim/badge/card']");
            look.press(phone, "form[action='/claim/badge/card'] button");
            look.go(phone, server.origin() + "/me");
            for (String page : List.of(
                    "portfolios",
                    "history",
                    "pin",
                    "card",
                    "phones",
                    "phones/new",
                    "contacts",
                    "join",
                    "requests",
                    "requests/new",
                    "seen",
                    "words",
                    "imported")) {
                look.go(phone, server.origin() + "/me/" + page);
            }
            look.press(phone, "form[action='/me/imported'] button");
            phone.setInputFiles(
                    "#f-file",
                    new FilePayload(
                            "badge.json",
                            "application/json",
                            Samples.named("valid-did-key.json").bytes()));
            // The verdict has no Arabic.
            phone.click("form[action='/me/imported'] button");
            phone.click("form[action$='/keep'] button");
            look.go(phone, phone.url().replaceFirst("[?].*", "") + "/remove");
            look.go(phone, server.origin() + "/me/contacts/mail");
            phone.fill("#f-address", "alix.exemple@exemple.invalid");
            look.press(phone, "form[action='/me/contacts/mail'] button");
            look.go(phone, phone.url().replaceFirst("[?].*", "") + "/remove");
            look.go(phone, server.origin() + "/me");
            look.press(phone, "main a[href^='/me/badges/']");
            String badge = phone.url().replaceFirst("[?].*", "");
            for (String page : List.of("wallet", "offline", "withdraw")) {
                look.go(phone, badge + "/" + page);
            }
            look.go(phone, badge);
            phone.fill("#f-label", "12");
            look.press(phone, "form[action$='/share'] button");
            look.press(phone, "main a[href$='/change']");
            look.go(phone, server.origin() + "/codes");
            look.go(phone, server.origin() + "/me");
            look.press(phone, "form[action='/me/close'] button");
            look.go(phone, server.origin() + "/me/open");
        }
        assertThat(String.join("\n", look.faults())).isEmpty();
        assertThat(look.seen()).hasSizeGreaterThan(50);
    }

    @Test
    void aSlipIsPrintedWithArabicBelowTheFrench(BrowserAndServer site) {
        AcceptedBadges.Slip slip = badges.offer();
        try (BrowserContext desk = site.desk()) {
            open(desk, TestSessions.of(server.platform()).openDesk(badges.organisation, badges.counsellor()));
            Page page = desk.newPage();
            page.navigate(server.origin() + "/app/offers/" + slip.offer());
            page.selectOption("#f-also", "ar");
            PseudoChecks.picture(page, "offer");
            page.click("form[action$='/slip'] button");
            assertThat(page.locator(".slip [lang=ar]").allInnerTexts()).hasSizeGreaterThan(6);
            assertThat(page.locator(".slip").first().innerText())
                    .contains("Scannez ce carré avec un téléphone.", "امسح هذا المربّع بكاميرا هاتف.");
            Browser.inspect(page);
            PseudoChecks.picture(page, "slip");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            PseudoChecks.picture(page, "slip-print");
        }
    }

    private void open(BrowserContext person, List<NewCookie> session) {
        person.addCookies(session.stream()
                .map(cookie -> new Cookie(cookie.getName(), cookie.getValue()).setUrl(String.valueOf(server.origin())))
                .toList());
    }

    @Test
    void aPageIsReadAloudWithoutItsCodesByAVoiceOfTheDevice(BrowserAndServer site) {
        try (BrowserContext own = site.phone()) {
            own.addInitScript(VOICES);
            Page phone = own.newPage();
            phone.navigate(server.origin() + "/claim?lang=fr");
            Locator listen = phone.locator("[data-aloud] button").first();
            assertThat(listen.innerText()).isEqualTo("Écouter");
            phone.fill("#f-code", "ABCDEFGH");
            double before = phone.locator("h1").boundingBox().y;
            listen.focus();
            phone.keyboard().press("Enter");
            phone.waitForFunction("() => document.querySelector('[data-aloud] button').innerText === 'Écouter'"
                    + " && globalThis.heard.said.length > 3");
            List<?> said = (List<?>) phone.evaluate("globalThis.heard.said");
            assertThat(said.get(0)).isEqualTo("near Recevoir un badge");
            assertThat(said.get(1)).isEqualTo("near Prenez votre ticket. Écrivez son numéro.");
            assertThat(said.toString())
                    .contains("near Numéro du ticket", "near Continuer")
                    .doesNotContain("ABCDEFGH", "Écouter", "Arrêter");
            assertThat(phone.locator("h1").boundingBox().y).isEqualTo(before);
            phone.evaluate("dispatchEvent(new Event('pagehide'))");
            assertThat((int) phone.evaluate("globalThis.heard.cancelled")).isGreaterThan(1);
            phone.navigate(server.origin() + "/claim?lang=ar");
            assertThat(listen.isVisible())
                    .as("a voice of a server would hear the page")
                    .isFalse();
        }
    }

    @Test
    void aBrowserWithoutVoicesHasNoGap(BrowserAndServer site) {
        try (BrowserContext own = site.phone()) {
            own.addInitScript(VOICES.replaceFirst("(?s)getVoices: .*?}],", "getVoices: () => [],"));
            Page phone = own.newPage();
            phone.navigate(server.origin() + "/claim?lang=fr");
            phone.waitForCondition(() -> !phone.locator("[data-aloud]").first().isVisible());
        }
        try (BrowserContext own = site.phone()) {
            own.addInitScript("Object.defineProperty(globalThis, 'speechSynthesis', {value: undefined})");
            Page phone = own.newPage();
            phone.navigate(server.origin() + "/claim?lang=fr");
            assertThat(phone.locator("[data-aloud]").first().isVisible()).isFalse();
        }
    }

    @Test
    void whoseSessionIsOverForgetsTheCodesToo(BrowserAndServer site) {
        AcceptedBadges.Accepted accepted = badges.accept();
        try (BrowserContext own = site.phone()) {
            open(own, TestSessions.of(server.platform()).openHolder(accepted.holder()));
            Page phone = own.newPage();
            phone.navigate(server.origin() + "/me");
            phone.evaluate("localStorage.setItem('kept-codes', '[]')");
            phone.navigate(server.origin() + "/me/closed");
            phone.navigate(server.origin() + "/me/data/erased");
            assertThat(phone.evaluate("localStorage.getItem('kept-codes')"))
                    .as("a link forgets nothing")
                    .isEqualTo("[]");
            phone.navigate(server.origin() + "/me");
            server.database()
                    .owner()
                    .useHandle(handle -> handle.execute(
                            "DELETE FROM session WHERE holder_id = ?",
                            accepted.holder().value()));
            phone.click("form[action='/me/close'] button");
            assertThat(phone.url()).contains("/me/open");
            assertThat(phone.evaluate("localStorage.getItem('kept-codes')")).isNull();
        }
    }

    @Test
    void keptCodesAreShownWithoutANetworkUntilThePhoneForgetsThem(BrowserAndServer site) {
        AcceptedBadges.Accepted accepted = badges.accept();
        try (BrowserContext own = site.phone()) {
            open(own, TestSessions.of(server.platform()).openHolder(accepted.holder()));
            Page phone = own.newPage();
            phone.navigate(server.origin() + "/me/badges/" + accepted.badge());
            String address = new Worker(site, phone).share("Un garage");
            String link = phone.url();
            phone.click("[data-keep] button");
            assertThat(phone.locator("[data-part=kept]").innerText()).contains("Vous avez gardé ce code.");
            phone.click("[data-part=kept] a");
            phone.waitForSelector("[data-codes][data-kept]");
            own.setOffline(true);
            phone.reload();
            assertThat(phone.locator("h1").innerText()).isEqualTo("Vos codes sur ce téléphone");
            assertThat(phone.locator("[data-part=list] h2").innerText()).isEqualTo("Peindre un mur");
            assertThat(Browser.scan(phone.locator("[data-part=list] svg.qr"))).isEqualTo(server.origin() + address);
            assertThat(PseudoChecks.axe(phone)).isEmpty();
            assertThat(Browser.scrollsSideways(phone)).isFalse();
            PseudoChecks.picture(phone, "codes");
            assertThat(phone.locator("[data-part=list] [data-part=label]").innerText())
                    .isEqualTo("Un garage");
            phone.click("[data-part=remove]");
            assertThat(phone.locator("[data-part=list]").innerText())
                    .contains("Vous avez enlevé ce code.")
                    .doesNotContain("Valable");
            phone.click("[data-part=undo]");
            phone.reload();
            assertThat(phone.locator("[data-part=list] svg.qr").count()).isEqualTo(1);
            assertThat(phone.evaluate("caches.keys().then(async names => (await Promise.all(names.map(async name =>"
                            + " (await (await caches.open(name)).keys()).map(kept => new URL(kept.url).pathname)))).flat()"
                            + ".filter(path => !path.startsWith('/assets/') && path !== '/codes'))"))
                    .as("pages of the session in a cache")
                    .isEqualTo(List.of());
            own.setOffline(false);
            assertThat(dayOfCode(phone, "fr", "2031-01-01")).isEqualTo("Valable jusqu’au 1er janvier 2031.");
            assertThat(dayOfCode(phone, "en", "2031-01-01")).isEqualTo("Valid until 1 January 2031.");
            phone.navigate(link + "?lang=fr");
            PseudoChecks.picture(phone, "link");
            phone.click("form[action$='/off'] button");
            // Its scripts run before the next page is asked for.
            phone.waitForFunction("() => document.querySelector('[data-over]') && document.readyState === 'complete'");
            phone.navigate(server.origin() + "/codes");
            assertThat(phone.locator("[data-part=list] svg.qr").count())
                    .as("the link shows nothing any more")
                    .isZero();
            phone.navigate(link);
            phone.click("form[action$='/on'] button");
            phone.click("[data-keep] button");
            phone.setViewportSize(1280, 900);
            inArabic(phone, "/me");
            inArabic(phone, "/me/badges/" + accepted.badge());
            phone.click("form[action='/me/close'] button");
            phone.navigate(server.origin() + "/codes?lang=fr");
            assertThat(phone.locator("[data-part=none]").innerText())
                    .as("it was not their phone")
                    .contains("Pas encore de code ici.");
        }
    }

    /** The day that the page of kept codes shows, in words as all pages write days. */
    private String dayOfCode(Page phone, String language, String until) {
        phone.evaluate(
                "until => localStorage.setItem('kept-codes', JSON.stringify(JSON.parse(localStorage.getItem('kept-codes'))"
                        + ".map(code => ({...code, until}))))",
                until);
        phone.navigate(server.origin() + "/codes?lang=" + language);
        return phone.locator("[data-part=list] [data-part=until]").innerText();
    }

    private void inArabic(Page page, String path) {
        page.navigate(server.origin() + path + "?lang=ar");
        assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
        assertThat(Browser.scrollsSideways(page)).isFalse();
        assertThat(PseudoChecks.axe(page)).isEmpty();
        PseudoChecks.picture(page, "wide-" + path.length());
    }
}
