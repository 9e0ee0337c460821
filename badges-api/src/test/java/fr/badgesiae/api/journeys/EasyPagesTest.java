package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fr.badgesiae.api.AcceptedBadges;
import fr.badgesiae.api.TestServer;
import fr.badgesiae.api.platform.auth.TestSessions;
import fr.badgesiae.api.platform.i18n.AddedLanguages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    /**
     * Words outside of the brackets of the pseudo-language. What comes from people stands in an element with a language or a
     * direction of its own; a day is written alone.
     */
    private static final String BARE_WORDS = """
            () => {
              const bare = text => {
                let rest = text;
                for (let before = ''; before !== rest;) {
                  before = rest;
                  rest = rest.replace(/\\[[^\\[\\]]*\\]/g, ' ');
                }
                return rest.replace(/\\d{1,2}(er)? \\p{L}+ \\d{4}/gu, ' ').match(/\\p{L}{2,}/gu);
              };
              const found = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                const owner = text.parentElement;
                if (owner.closest('body [lang], body [dir], bdi, .brand, script, textarea')) continue;
                if (bare(text.data)) found.push(text.data.trim());
              }
              for (const it of document.querySelectorAll('body *')) {
                for (const name of ['alt', 'title', 'aria-label', 'placeholder', 'data-done', 'data-title']) {
                  if (it.hasAttribute(name) && bare(it.getAttribute(name))) found.push(name + '=' + it.getAttribute(name));
                }
              }
              if (bare(document.title.split(' – ')[0].replace('Peindre un mur', ''))) found.push('title: ' + document.title);
              return found;
            }""";

    private static final String TOO_WIDE = """
            () => [...document.querySelectorAll('main *, header *, footer *')]
              .filter(it => it.getBoundingClientRect().right > innerWidth + 1 || it.getBoundingClientRect().left < -1)
              .filter(it => !it.matches('.skip, .visually-hidden'))
              .map(it => it.outerHTML.slice(0, 90)).slice(0, 3).join(' … ')""";

    private static final @Nullable Path PICTURES =
            System.getProperty("badges.screenshots") == null ? null : Path.of(System.getProperty("badges.screenshots"));

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

    private final List<String> faults = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
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
        try (BrowserContext own = site.narrowPhone()) {
            Page phone = own.newPage();
            go(phone, server.origin() + "/claim?lang=qps");
            press(phone, "main form button");
            go(phone, server.origin() + "/claim/lost");
            AcceptedBadges.Slip slip = badges.offer();
            go(phone, server.origin() + "/claim/" + slip.code());
            phone.fill("#f-pin", slip.pin());
            press(phone, "main form button");
            go(phone, server.origin() + "/claim/badge/error");
            go(phone, server.origin() + "/claim/badge/refuse");
            go(phone, server.origin() + "/claim/badge/name");
            press(phone, "main form button");
            press(phone, "form[action='/claim/badge/accept'] button");
            phone.fill("#f-pin", Worker.PIN);
            phone.fill("#f-again", Worker.PIN);
            press(phone, "main form button");
            press(phone, "main a[href='/claim/badge/card']");
            press(phone, "form[action='/claim/badge/card'] button");
            go(phone, server.origin() + "/me");
            for (String page : List.of("portfolios", "history", "pin", "card")) {
                go(phone, server.origin() + "/me/" + page);
            }
            go(phone, server.origin() + "/me");
            press(phone, "main a[href^='/me/badges/']");
            String badge = phone.url().replaceFirst("[?].*", "");
            for (String page : List.of("wallet", "offline", "withdraw")) {
                go(phone, badge + "/" + page);
            }
            go(phone, badge);
            phone.fill("#f-label", "12");
            press(phone, "form[action$='/share'] button");
            press(phone, "main a[href$='/change']");
            go(phone, server.origin() + "/codes");
            go(phone, server.origin() + "/me");
            press(phone, "form[action='/me/close'] button");
            go(phone, server.origin() + "/me/open");
        }
        assertThat(String.join("\n", faults)).isEmpty();
        assertThat(seen).hasSizeGreaterThan(50);
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
            phone.waitForFunction("document.querySelector('[data-aloud] button').innerText === 'Écouter'"
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
    void keptCodesAreShownWithoutANetworkUntilThePhoneForgetsThem(BrowserAndServer site) {
        AcceptedBadges.Accepted accepted = badges.accept();
        try (BrowserContext own = site.phone()) {
            own.addCookies(TestSessions.of(server.platform()).openHolder(accepted.holder()).stream()
                    .map(cookie -> new Cookie(cookie.getName(), cookie.getValue())
                            .setUrl(server.origin().toString()))
                    .toList());
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
            Browser.inspect(phone);
            picture(phone, "codes");
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
            phone.navigate(link);
            picture(phone, "link");
            phone.click("form[action$='/off'] button");
            phone.navigate(server.origin() + "/codes");
            assertThat(phone.locator("[data-part=list] svg.qr").count())
                    .as("the link shows nothing any more")
                    .isZero();
            phone.navigate(link);
            phone.click("form[action$='/on'] button");
            phone.click("[data-keep] button");
            phone.click("form[action='/me/close'] button");
            phone.navigate(server.origin() + "/codes");
            assertThat(phone.locator("[data-part=none]").innerText())
                    .as("it was not their phone")
                    .contains("Pas encore de code ici.");
        }
    }

    private static void picture(Page page, String name) {
        if (PICTURES != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
        }
    }

    private void go(Page phone, String address) {
        phone.navigate(address);
        look(phone);
    }

    private void press(Page phone, String selector) {
        phone.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)");
        phone.evaluate("window.left = true");
        phone.locator(selector).first().click();
        phone.waitForFunction("() => !window.left && document.readyState !== 'loading'");
        look(phone);
    }

    /** Checks the page, and where it can be opened again, the same in the mirrored language and in Arabic. */
    private void look(Page phone) {
        check(phone, "qps", "ltr");
        String address = phone.url();
        String bare = address.replaceFirst("[?&]lang=[a-z]+", "");
        String to = bare + (bare.contains("?") ? "&" : "?") + "lang=";
        String links = String.valueOf(phone.evaluate(
                "[...document.querySelectorAll('a.language')].map(link => link.lang + ' ' + link.href).join('\\n')"));
        if (links.isEmpty() || !links.contains("qpm ")) {
            return;
        }
        for (String language : List.of("qpm", "ar")) {
            phone.navigate(to + language);
            check(phone, language, "rtl");
        }
        phone.navigate(to + "qps");
    }

    private void check(Page phone, String language, String direction) {
        String page = phone.url().replaceFirst("https?://[^/]*", "") + " in " + language;
        seen.add(page);
        String spoken = String.valueOf(phone.evaluate("document.documentElement.lang"));
        String written = String.valueOf(phone.evaluate("getComputedStyle(document.documentElement).direction"));
        if (!spoken.equals(language) || !written.equals(direction)) {
            faults.add(page + ": is in " + spoken + " " + written);
        }
        if (Browser.scrollsSideways(phone)) {
            faults.add(page + ": scrolls sideways: " + phone.evaluate(TOO_WIDE));
        }
        if (!language.equals("ar")) {
            ((List<?>) phone.evaluate(BARE_WORDS)).forEach(words -> faults.add(page + ": in no bundle: " + words));
        } else {
            // The tags of the pseudo-languages, in their links, are of no language that axe knows.
            Browser.axe(phone).stream()
                    .filter(found -> !found.startsWith("valid-lang"))
                    .forEach(found -> faults.add(page + ": " + found));
        }
        picture(phone, language + "-" + seen.size());
    }
}
