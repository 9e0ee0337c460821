package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The forms of the desk while they are filled in: what the badge will say, and buttons in reach of a thumb. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(BrowserAndServer.Entrance.class)
class LongFormsTest {
    /** Whether the buttons are on the screen; then, whether they lie over what has the focus. */
    private static final String BAR = """
            (() => {
              const bar = document.querySelector('.sticky').getBoundingClientRect();
              if (bar.bottom > innerHeight + 1 || bar.top < 0) return 'out of reach';
              const it = document.activeElement;
              if (it.closest('.sticky') || !it.closest('form')) return '';
              return it.getBoundingClientRect().bottom > bar.top + 1 ? 'over ' + it.id : '';
            })()""";

    /** The page that one is on, where the bar of the desk does not show the whole of its name. */
    private static final String CUT_TAB = """
            [...document.querySelectorAll('.desk-nav [aria-current]')].filter(tab => {
              const [name, bar] = [tab, tab.closest('ul')].map(one => one.getBoundingClientRect());
              return name.left < bar.left - 1 || name.right > bar.right + 1;
            }).map(tab => tab.innerText).join()""";

    private BrowserContext office;
    private Counsellor counsellor;

    @BeforeAll
    void open(BrowserAndServer site) {
        office = site.desk();
        String login = site.member(site.organisation("Atelier des Formulaires"), "COUNSELLOR");
        counsellor = new Counsellor(site, office.newPage(), login);
        counsellor.publishBadge("Préparer un chantier");
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void aBadgeIsShownWhileItIsWritten() {
        Page desk = counsellor.visit("/app/badges/new");
        desk.fill("#f-name", "Tenir un poste");
        desk.fill("#f-criteria", "Range son poste chaque soir.");
        desk.selectOption("#f-level", "PRACTISES");
        assertThat(desk.locator(".preview").innerText())
                .contains("Tenir un poste", "Range son poste chaque soir.", "Je pratique");
        Browser.inspect(desk);
    }

    @Test
    void anOfferIsShownWhileItIsWritten() {
        Page desk = counsellor.visit("/app/offers/new");
        desk.selectOption("#f-version", new SelectOption().setIndex(1));
        desk.fill("#f-narrative", "A tenu le poste trois semaines.");
        assertThat(desk.locator(".preview").innerText())
                .contains("Préparer un chantier", "A tenu le poste trois semaines.");
        Browser.inspect(desk);
    }

    @Test
    void onAPhoneTheBarShowsThePageThatOneIsOn() {
        Page desk = counsellor.desk();
        desk.setViewportSize(360, 640);
        for (String path : new String[] {"/app/badges", "/app/workers", "/app/offers", "/app/credentials"}) {
            counsellor.visit(path);
            assertThat(desk.locator(".desk-nav [aria-current]").count())
                    .as(path)
                    .isEqualTo(1);
            assertThat(desk.evaluate(CUT_TAB)).as(path).isEqualTo("");
            assertThat(desk.evaluate("scrollY")).as(path).isEqualTo(0);
        }
        desk.setViewportSize(1280, 900);
    }

    @Test
    void onAPhoneTheButtonsStayInReachAndHideNoFieldInFocus() {
        Page desk = counsellor.desk();
        desk.setViewportSize(360, 640);
        for (String path : new String[] {"/app/badges/new", "/app/offers/new", "/app/workers/new"}) {
            counsellor.visit(path);
            desk.focus("main form :is(input:not([type=hidden]), select)");
            while (Boolean.TRUE.equals(desk.evaluate("!document.activeElement.closest('.sticky')"))) {
                assertThat(desk.evaluate(BAR)).as(path).isEqualTo("");
                desk.keyboard().press("Tab");
                assertThat(desk.evaluate("document.activeElement.closest('form') !== null"))
                        .as("the buttons of " + path + " stay in reach")
                        .isEqualTo(true);
            }
        }
        desk.setViewportSize(1280, 900);
    }
}
