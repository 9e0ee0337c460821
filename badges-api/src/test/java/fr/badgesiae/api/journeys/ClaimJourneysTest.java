package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import fr.badgesiae.api.journeys.Counsellor.Slip;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Journeys of a badge from a counsellor's offer to an employer's scan. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(BrowserAndServer.Entrance.class)
class ClaimJourneysTest {
    private static final String WORDS = "A préparé quatre chantiers.";

    private BrowserAndServer site;
    private BrowserContext office;
    private Counsellor counsellor;

    @BeforeAll
    void open(BrowserAndServer site) {
        this.site = site;
        office = site.desk();
        String login = site.member(site.organisation("Atelier des Parcours"), "COUNSELLOR");
        counsellor = new Counsellor(site, office.newPage(), login);
        counsellor.publishBadge("Préparer un chantier");
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void aWorkerAcceptsOnTheDeviceThatTheCounsellorHandsOver() {
        String offer = counsellor.offer("Alix", WORDS);
        try (BrowserContext own = site.phone()) {
            Page device = counsellor.desk();
            device.click("form[action$='/in-person'] button");
            assertThat(device.locator("main").innerText()).contains(WORDS).contains("Vous utilisez l’appareil de");
            counsellor.visit("/app/workers");
            assertThat(device.url()).endsWith("/signin/wake");
            counsellor.visit("/claim/badge");
            String card = new Worker(site, device).accept();
            assertThat(device.locator("main").innerText()).contains("Rendez l’appareil");
            device.click("main a[href='/signin/wake']");
            device.fill("#f-password", BrowserAndServer.PASSWORD);
            device.click("main form button");
            assertThat(counsellor.says(offer)).contains("Accepté");
            Worker worker = new Worker(site, own.newPage());
            worker.openSpace(card);
            assertThat(worker.phone().locator("main").innerText()).contains("Préparer un chantier");
        }
    }

    @Test
    void aDisputedTextIsCorrectedSentAgainAndAccepted() {
        String offer = counsellor.offer("Sacha", WORDS);
        Slip slip = counsellor.slip(offer);
        try (BrowserContext own = site.phone()) {
            Worker worker = new Worker(site, own.newPage());
            assertThat(worker.open(slip, slip.pin())).isEqualTo(200);
            Page phone = worker.phone();
            phone.click("main a[href='/claim/badge/error']");
            phone.check("input[value=TEXT]");
            assertThat(worker.answer("main form button")).isEqualTo(200);
            assertThat(counsellor.says("/app/offers?state=disputed")).contains("Sacha");
            assertThat(counsellor.says(offer)).doesNotContain("Imprimer");
            counsellor.desk().click("main a[href$='/correct']");
            counsellor.desk().fill("#f-narrative", "A préparé trois chantiers.");
            counsellor.desk().click("main form button");
            Slip again = counsellor.slip(offer);
            assertThat(worker.open(again, again.pin())).isEqualTo(200);
            assertThat(phone.locator("main").innerText()).contains("A préparé trois chantiers.");
            worker.accept();
            worker.openBadge();
            assertThat(phone.locator("h1").innerText()).isEqualTo("Préparer un chantier");
        }
    }

    @Test
    void aRefusedBadgeIsNeverSignedAndItsSlipIsRefused() {
        String offer = counsellor.offer("Dominique", WORDS);
        Slip slip = counsellor.slip(offer);
        try (BrowserContext own = site.phone()) {
            Worker worker = new Worker(site, own.newPage());
            worker.open(slip, slip.pin());
            worker.phone().click("main a[href='/claim/badge/refuse']");
            assertThat(worker.answer("form[action='/claim/badge/refuse'] button"))
                    .isEqualTo(200);
            Response again = worker.phone().navigate(site.url("/claim/" + slip.code()));
            assertThat(again.status()).isEqualTo(410);
            assertThat(counsellor.says(offer)).contains("Refusé").doesNotContain("Imprimer");
            assertThat(counsellor.says("/app/credentials")).doesNotContain("Dominique");
        }
    }

    @Test
    void aWorkerShowsOneBadgeWithoutANameAndWithTheWholeName() {
        Slip slip = counsellor.slip(counsellor.offer("Ariane", WORDS));
        try (BrowserContext own = site.phone();
                BrowserContext employer = site.phone()) {
            Worker worker = new Worker(site, own.newPage());
            worker.open(slip, slip.pin());
            worker.accept();
            worker.openBadge();
            Page phone = worker.phone();
            String badge = phone.url();
            assertThat(phone.isChecked("input[value=FIRST_AND_INITIAL]")).isTrue();

            phone.check("input[value=NONE]");
            String nameless = worker.share("Affiché au local");
            assertThat(phone.locator("main").innerText()).contains("Il ne montre aucun nom.");
            assertThat(phone.locator(".words").isVisible()).isTrue();
            phone.navigate(badge);
            phone.check("input[value=FULL]");
            String named = worker.share("Un garage");

            Page scan = employer.newPage();
            scan.navigate(site.url(nameless));
            assertThat(scan.locator("h1").innerText()).isEqualTo("Authentique");
            assertThat(scan.locator("main").innerText()).doesNotContain("Ariane");
            assertThat(scan.locator(".words").isVisible()).isTrue();
            scan.navigate(site.url(named));
            assertThat(scan.locator("h1").innerText()).isEqualTo("Authentique");
            assertThat(scan.locator("main").innerText()).contains("Ariane Exemple");
            phone.navigate(site.url("/me"));
            assertThat(phone.locator("main a[href^='/me/badges/']").count()).isEqualTo(1);
        }
    }

    @Test
    void aWorkersOwnPhoneOpensTheSpaceUntilItIsRemovedOrThePinChanges() {
        Slip slip = counsellor.slip(counsellor.offer("Lou", WORDS));
        try (BrowserContext own = site.phone()) {
            Worker worker = new Worker(site, own.newPage());
            Page phone = worker.phone();
            worker.open(slip, slip.pin());
            String card = worker.accept();
            phone.navigate(site.url("/me/phones/new"));
            assertThat(phone.locator("main").innerText()).contains("Pas possible ici");
            PhoneTour.givePasskeys(phone);
            add(phone);
            phone.click("form[action='/me/close'] button");
            openWithPhone(phone);
            assertThat(phone.locator("main").innerText()).contains("Préparer un chantier");
            phone.navigate(site.url("/me/history"));
            assertThat(phone.locator("main").innerText()).contains("Ouvert avec votre téléphone");

            phone.navigate(site.url("/me/phones"));
            phone.click("main a[href$='/remove']");
            phone.click("main .actions button");
            assertThat(phone.locator("main").innerText()).contains("Vous avez enlevé ce téléphone.");
            openWithPhone(phone);
            assertThat(phone.locator("main").innerText()).contains("Ce téléphone n’ouvre pas d’espace.");

            worker.openSpace(card);
            add(phone);
            phone.navigate(site.url("/me/pin"));
            phone.fill("#f-old", Worker.PIN);
            phone.fill("#f-pin", "314159");
            phone.fill("#f-again", "314159");
            phone.click("form[action='/me/pin'] button");
            assertThat(phone.locator("main").innerText()).contains("Votre téléphone n’ouvre plus votre espace.");
            openWithPhone(phone);
            assertThat(phone.locator("main").innerText()).contains("Ce téléphone n’ouvre pas d’espace.");
        }
    }

    private void add(Page phone) {
        phone.navigate(site.url("/me/phones/new"));
        phone.fill("#f-pin", Worker.PIN);
        phone.click("form[action='/me/phones/new'] button");
        phone.click("form[action='/me/phones'] button");
        phone.waitForURL("**/me/phones?done=*");
        assertThat(phone.locator("main").innerText()).contains("C’est ce téléphone.");
    }

    private void openWithPhone(Page phone) {
        phone.navigate(site.url("/me/open"));
        phone.click("form[action='/me/open/phone'] button");
        phone.waitForURL(address -> !address.endsWith("/me/open"));
    }

    @Test
    void whoeverSaysThatItWasNotTheirChoiceIsNotShownWithTheBadgeAnyMore() {
        Slip slip = counsellor.slip(counsellor.offer("Camille", WORDS));
        try (BrowserContext own = site.phone();
                BrowserContext employer = site.phone()) {
            Worker worker = new Worker(site, own.newPage());
            worker.open(slip, slip.pin());
            worker.accept();
            worker.openBadge();
            String badge = worker.phone().url();
            String link = worker.share("Un garage");
            Page scan = employer.newPage();
            scan.navigate(site.url(link));
            assertThat(scan.locator("h1").innerText()).isEqualTo("Authentique");
            worker.phone().navigate(badge);
            worker.phone().click("main a[href$='/withdraw']");
            worker.answer("form[action$='/withdraw'] button");
            scan.navigate(site.url(link));
            assertThat(scan.locator("h1").innerText()).startsWith("Retiré");
            assertThat(counsellor
                            .visit("/app/credentials")
                            .locator(".rows tr:has-text('Camille')")
                            .innerText())
                    .contains("Retiré");
        }
    }

    @Test
    void aSlipToCopyByHandIsMuchLargerThanOneToPrint() {
        String offer = counsellor.offer("Noa", WORDS);
        counsellor.slip(offer);
        List<Double> printed = heights(counsellor.desk());
        counsellor.visit(offer);
        counsellor.desk().click("form[action$='/slip'] button[name=large]");
        assertThat(heights(counsellor.desk()))
                .hasSize(2)
                .allSatisfy(height -> assertThat(height).isGreaterThan(2 * Collections.max(printed)));
        assertThat(counsellor.desk().locator("main").innerText())
                .contains("Recopiez")
                .doesNotContain("Couper ici");
    }

    /** Height in pixels of a letter of the number and of a digit of the PIN. */
    private static List<Double> heights(Page slip) {
        return slip.locator(".big-code").all().stream()
                .map(code -> code.evaluate("it => parseFloat(getComputedStyle(it).fontSize)"))
                .map(size -> ((Number) size).doubleValue())
                .toList();
    }

    @Test
    void fiveWrongPinsLockTheSlipUntilItIsMadeAnew() {
        String offer = counsellor.offer("Claude", WORDS);
        Slip slip = counsellor.slip(offer);
        String wrong = slip.pin().startsWith("1") ? "204060" : "104060";
        try (BrowserContext own = site.phone()) {
            Worker worker = new Worker(site, own.newPage());
            for (int attempt = 1; attempt < 5; attempt++) {
                assertThat(worker.open(slip, wrong)).isEqualTo(422);
            }
            assertThat(worker.open(slip, wrong)).isEqualTo(403);
            assertThat(worker.phone()
                            .navigate(site.url("/claim/" + slip.code()))
                            .status())
                    .isEqualTo(403);
            assertThat(counsellor.says(offer)).contains("bloqué");
            counsellor.desk().click("main a[href$='/reissue']");
            counsellor.desk().click("form[action$='/reissue'] button");
            Slip fresh = counsellor.slip(offer);
            assertThat(fresh).isNotEqualTo(slip);
            assertThat(worker.phone()
                            .navigate(site.url("/claim/" + slip.code()))
                            .status())
                    .isEqualTo(404);
            assertThat(worker.open(fresh, fresh.pin())).isEqualTo(200);
        }
    }

    @Test
    void aLinkThatIsSwitchedOffShowsNothingAndSaysSo() {
        Slip slip = counsellor.slip(counsellor.offer("Maxime", WORDS));
        try (BrowserContext own = site.phone();
                BrowserContext employer = site.phone()) {
            Worker worker = new Worker(site, own.newPage());
            worker.open(slip, slip.pin());
            worker.accept();
            worker.openBadge();
            String link = worker.share("Un garage");
            Page scan = employer.newPage();
            assertThat(scan.navigate(site.url(link)).status()).isEqualTo(200);
            worker.answer("form[action$='/off'] button");
            assertThat(scan.navigate(site.url(link)).status()).isEqualTo(410);
            assertThat(scan.locator("main").innerText())
                    .contains("plus partagé")
                    .doesNotContain("Maxime")
                    .doesNotContain("Préparer un chantier");
        }
    }
}
