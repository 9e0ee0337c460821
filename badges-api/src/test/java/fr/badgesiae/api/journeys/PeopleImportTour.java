package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;

/** The pages of a list of people, in each of its states. */
final class PeopleImportTour {
    private final PageChecks inspector;
    private final Page desk;

    PeopleImportTour(PageChecks inspector, Page desk) {
        this.inspector = inspector;
        this.desk = desk;
    }

    void play() {
        inspector.go(desk, "/app/workers", 200);
        inspector.press(desk, "main a[href='/app/imports']", 200);
        inspector.press(desk, "form[action='/app/imports'] button", 422);
        desk.fill("#f-cells", "Usage\tPetit nom\nModèle\tAndréa");
        inspector.press(desk, "form[action='/app/imports'] button", 422);
        inspector.go(desk, "/app/imports", 200);
        desk.fill(
                "#f-cells",
                "Prénom\tNom\nAndréa\tExemple-Importé\nANDRÉA\tEXEMPLE\nAndréa\tExemple-Importé\nLéo\t\nZoé9\tModèle");
        inspector.press(desk, "form[action='/app/imports'] button", 200);
        String draft = desk.url().replaceFirst("\\?.*", "");
        String path = draft.replaceFirst("https?://[^/]*", "");
        desk.fill("#f-first-3", "");
        inspector.press(desk, "form[action$='/lines'] .actions:last-child button", 422);
        inspector.go(desk, path, 200);
        inspector.press(desk, "form[action$='/lines'] button[value=all]", 200);
        for (String finding : new String[] {"twice", "error", "new"}) {
            inspector.go(desk, path + "?show=" + finding, 200);
        }
        inspector.go(desk, path + "/columns", 200);
        inspector.go(desk, path, 200);
        inspector.press(desk, "form[action$='/start'] button", 200);
        inspector.press(desk, "main a[href$='/take-back']", 200);
        inspector.press(desk, "form[action$='/take-back'] button", 200);
        inspector.go(desk, "/app/imports", 200);
        inspector.press(desk, "form[action$='/discard'] button", 200);
    }
}
