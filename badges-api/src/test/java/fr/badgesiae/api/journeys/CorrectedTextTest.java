package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fr.badgesiae.api.journeys.Counsellor.Slip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A mistake in the text of a badge that was awarded: corrected, replaced for its holder, read in the space and at the scan. */
@ExtendWith(BrowserAndServer.Entrance.class)
class CorrectedTextTest {
    private static final String MISTAKE = "Prépare les outils, balise la zone, range après le travail.";
    private static final String CORRECTED = "Prépare les outils, balise la zone, range et nettoie après le travail.";

    @Test
    void theTextIsReplacedAndTheHolderReadsBoth(BrowserAndServer site) {
        try (BrowserContext office = site.withoutScripts();
                BrowserContext own = site.phone()) {
            String login = site.member(site.organisation("Atelier des Textes"), "COUNSELLOR");
            Counsellor counsellor = new Counsellor(site, office.newPage(), login);
            counsellor.publishBadge("Préparer un chantier");
            String badge = counsellor.desk().url().replaceFirst("\\?.*", "");
            Slip slip = counsellor.slip(counsellor.offer("Alix", "A préparé quatre chantiers."));
            Worker worker = new Worker(site, own.newPage());
            worker.open(slip, slip.pin());
            String card = worker.accept();

            Page desk = counsellor.visit(badge);
            desk.click("main a[href$='/edit']");
            desk.fill("#f-criteria", CORRECTED);
            desk.click("main form button");
            desk.click("main a[href$='/publish']");
            desk.click("form[action$='/publish'] button");
            assertThat(desk.locator("main").innerText()).contains("remplacer leur texte si le sens ne change pas");
            desk.click("main a[href*='state=earlier']");
            desk.check("input[name=badge]");
            desk.selectOption("#f-act", "REPLACE");
            desk.click("form[action$='/several'] button");
            assertThat(desk.locator("main").innerText())
                    .contains("Rien n’est fait pour le moment", MISTAKE, CORRECTED, "Sera signé à nouveau");
            desk.check("#f-same");
            desk.click("form[action$='/do'] button");
            assertThat(desk.locator("main").innerText()).contains("Le texte d’un badge est remplacé.");

            worker.openSpace(card);
            Page phone = worker.phone();
            assertThat(phone.locator("main").innerText()).contains("Le texte de ce badge est corrigé.");
            worker.openBadge();
            assertThat(phone.locator("main").innerText()).contains(CORRECTED, "Lire le texte d’avant");
            phone.navigate(site.url(worker.share("Garage")));
            assertThat(phone.locator("main").innerText()).contains("Authentique", CORRECTED);
        }
    }
}
