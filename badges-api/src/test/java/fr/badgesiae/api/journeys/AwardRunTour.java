package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** The pages of one badge for many people; here for one, who was offered it before. */
final class AwardRunTour {
    private final PageChecks inspector;
    private final Page desk;

    AwardRunTour(PageChecks inspector, Page desk) {
        this.inspector = inspector;
        this.desk = desk;
    }

    void play() {
        inspector.go(desk, "/app/offers", 200);
        inspector.press(desk, "main a[href='/app/award-runs']", 200);
        inspector.press(desk, "form[action='/app/award-runs'] button", 422);
        desk.selectOption("#f-version", new SelectOption().setIndex(1));
        inspector.press(desk, "form[action='/app/award-runs'] button", 200);
        people();
        text();
        inspector.press(desk, "form[action*='/preview/'] button", 200);
        inspector.press(desk, "main .actions a[href$='/preview']", 200);
        inspector.press(desk, "form[action$='/offer'] button", 200);
        String run = desk.url();
        inspector.press(desk, "main a[href^='/app/slips?run=']", 200);
        inspector.go(desk, "/app/award-runs", 200);
        inspector.go(desk, run, 200);
        new CeremonyTour(inspector, desk).play(run);
        inspector.go(desk, "/app/award-runs", 200);
        inspector.press(desk, "main a[href$='/discard']", 200);
        inspector.press(desk, "form[action$='/discard'] button", 200);
    }

    private void people() {
        inspector.press(desk, "button[name=do][value=go]", 422);
        desk.fill("#f-words", "personne qui n’existe pas");
        inspector.press(desk, "button[name=do][value=search]", 200);
        inspector.press(desk, "button[name=do][value=clear]", 200);
        inspector.press(desk, "button[name=do][value=all]", 200);
        desk.check("input[name=again]");
        inspector.press(desk, "button[name=do][value=search]", 200);
        inspector.press(desk, "button[name=do][value=go]", 200);
    }

    private void text() {
        inspector.press(desk, "button[name=do][value=go]", 422);
        desk.fill("#f-narrative", "[prénom] a préparé quatre chantiers, de la liste des outils à la zone balisée.");
        desk.fill("textarea[name^=line-]", "La zone est restée propre chaque soir.");
        inspector.press(desk, "button[name=do][value=go]", 200);
    }
}
