package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import fr.badgesiae.api.journeys.Counsellor.Slip;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Journeys counted in actions: a click, a field written, a choice. Each desk journey begins at the home page. */
@ExtendWith(BrowserAndServer.Entrance.class)
class CountedActionsTest {
    private static final List<String> PEOPLE = List.of(
            "Alix", "Basile", "Camille", "Dorian", "Elio", "Farah", "Gaspard", "Hugo", "Inès", "Jules", "Karim", "Lou");
    private static final String NARRATIVE =
            "[prénom] a préparé quatre chantiers, de la liste des outils à la zone balisée.";

    @Test
    void badgesAreGivenInFewActions(BrowserAndServer site) {
        String login = site.member(site.organisation("Atelier des Comptes"), "ORG_ADMIN");
        try (BrowserContext counsellor = site.desk();
                BrowserContext worker = site.phone();
                BrowserContext employer = site.phone()) {
            Hand desk = new Hand(counsellor.newPage());
            desk.page.navigate(site.url("/signin"));
            signIn(desk, login);
            desk.counts("sign in", 3);
            newBadge(desk);
            desk.counts("a new badge, written and published", 9);
            people(desk);
            desk.counts("twelve people from a list, with their sheets", 10);
            toTwelve(desk);
            desk.counts("one badge for twelve people, up to their slips", 11);
            assertThat(desk.page.locator(".pair").count()).isEqualTo(PEOPLE.size());
            Slip slip = onePerson(desk);
            desk.counts("a new person, their sheet, a badge, its slip", 12);
            Hand phone = new Hand(worker.newPage());
            phone.page.navigate(site.url("/claim/" + slip.code()));
            accept(phone, slip);
            phone.counts("from the slip to the card", 10);
            String link = share(phone);
            phone.counts("reads the badge and shares it", 3);
            Page shown = employer.newPage();
            shown.navigate(site.url(link));
            assertThat(shown.locator("h1").innerText()).contains("Authentique");
            desk.page.navigate(site.url("/app"));
            revoke(desk);
            desk.counts("revokes a badge", 6);
            shown.reload();
            assertThat(shown.locator("h1").innerText()).contains("Retiré");
        }
    }

    private static void signIn(Hand desk, String login) {
        desk.write("#f-login", login);
        desk.write("#f-password", BrowserAndServer.PASSWORD);
        desk.click("main form button");
    }

    private static void newBadge(Hand desk) {
        desk.click("main a[href='/app/badges']");
        desk.click("main a[href='/app/badges/new']");
        desk.write("#f-name", "Préparer un chantier");
        desk.write("#f-description", "Prépare les outils et la zone de travail.");
        desk.write("#f-criteria", "Prépare les outils, balise la zone, range après le travail.");
        desk.choose("#f-category", 1);
        desk.click("main form button");
        desk.click("main a[href$='/publish']");
        desk.click("form[action$='/publish'] button");
    }

    private static void people(Hand desk) {
        desk.home();
        desk.click("nav a[href='/app/workers']");
        desk.click("main a[href='/app/imports']");
        desk.write(
                "#f-cells",
                PEOPLE.stream().map(name -> name + "\tExemple").collect(Collectors.joining("\n", "Prénom\tNom\n", "")));
        desk.click("form[action='/app/imports'] button");
        desk.click("form[action$='/start'] button");
        desk.click("main a[href='/app/people/sheets']");
        desk.click("form[action$='/print'] button");
        desk.prints();
        desk.click("#f-noticeDay-today");
        desk.click("form[action='/app/people/sheets'] button");
    }

    private static void toTwelve(Hand desk) {
        desk.home();
        desk.click("nav a[href='/app/offers']");
        desk.click("main a[href='/app/award-runs']");
        desk.choose("#f-version", 1);
        desk.click("form[action='/app/award-runs'] button");
        desk.click("button[name=do][value=all]");
        desk.click("button[name=do][value=go]");
        desk.write("#f-narrative", NARRATIVE);
        desk.click("button[name=do][value=go]");
        desk.click("form[action$='/offer'] button");
        desk.click("main a[href^='/app/slips?run=']");
        desk.click("form[action='/app/slips'] button");
    }

    private static Slip onePerson(Hand desk) {
        desk.home();
        desk.click("nav a[href='/app/workers']");
        desk.click("main a[href='/app/workers/new']");
        desk.write("#f-firstName", "Maël");
        desk.write("#f-lastName", "Exemple");
        desk.click("main form button");
        desk.click("main a[href^='/app/offers/new']");
        desk.choose("#f-version", 1);
        desk.write("#f-narrative", "A préparé quatre chantiers.");
        desk.click("main form button");
        desk.click("#f-noticeDay-today");
        desk.click("form[action='/app/offers'] button");
        desk.click("form[action$='/slip'] button");
        return new Slip(
                desk.page.locator(".big-code").first().innerText(),
                desk.page.locator(".big-code").last().innerText());
    }

    private static void accept(Hand phone, Slip slip) {
        phone.write("#f-pin", slip.pin());
        phone.click("main form button");
        phone.click("main a[href='/claim/badge/name']");
        phone.click("main form button");
        phone.click("form[action='/claim/badge/accept'] button");
        phone.write("#f-pin", Worker.PIN);
        phone.write("#f-again", Worker.PIN);
        phone.click("main form button");
        phone.click("main a[href='/claim/badge/card']");
        phone.click("form[action='/claim/badge/card'] button");
    }

    private static String share(Hand phone) {
        phone.click("main a[href^='/me/badges/']");
        phone.write("#f-label", "Entretien");
        phone.click("form[action$='/share'] button");
        return phone.page.getAttribute("main a:has(code)", "href");
    }

    private static void revoke(Hand desk) {
        desk.click("nav a[href='/app/credentials']");
        desk.click("main tbody a[href^='/app/credentials/']");
        desk.click("main a[href$='/revoke']");
        desk.click("#f-reason input");
        desk.click("#f-sure");
        desk.click("form[action$='/revoke'] button");
    }

    /** Acts on a page and counts what was done. */
    private static final class Hand {
        private final Page page;
        private int done;

        Hand(Page page) {
            this.page = page;
        }

        void home() {
            page.navigate(URI.create(page.url()).resolve("/app").toString());
        }

        void click(String what) {
            done++;
            page.locator(what).first().click();
        }

        /** The button of the page that prints; a browser without a screen has no dialogue. */
        void prints() {
            done++;
            assertThat(page.locator("[data-print]").isVisible()).isTrue();
        }

        void write(String field, String words) {
            done++;
            page.fill(field, words);
        }

        void choose(String field, int index) {
            done++;
            page.selectOption(field, new SelectOption().setIndex(index));
        }

        /** Compares what was done since the last call. */
        void counts(String journey, int actions) {
            assertThat(done).as(journey).isEqualTo(actions);
            done = 0;
        }
    }
}
