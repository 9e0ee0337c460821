package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;

/** The pages of a day on which badges are handed over; here with the one offer of a run. */
final class CeremonyTour {
    private final PageChecks inspector;
    private final Page desk;

    CeremonyTour(PageChecks inspector, Page desk) {
        this.inspector = inspector;
        this.desk = desk;
    }

    /** @param run the page of a run that has an open offer */
    void play(String run) {
        inspector.go(desk, "/app/ceremonies", 200);
        inspector.press(desk, "main a[href='/app/ceremonies/new']", 200);
        inspector.press(desk, "form[action='/app/ceremonies'] button", 422);
        String day = LocalDate.now(ZoneId.of("Europe/Paris")).toString();
        desk.fill("#f-day", day);
        inspector.press(desk, "form[action='/app/ceremonies'] button", 200);
        String empty = desk.url().replaceFirst("/guests.*", "");
        inspector.go(desk, empty, 200);
        inspector.press(desk, "main a[href$='/cancel']", 200);
        inspector.press(desk, "form[action$='/cancel'] button", 200);
        inspector.go(desk, run, 200);
        inspector.press(desk, "main a[href^='/app/ceremonies/new?run=']", 200);
        desk.fill("#f-day", day);
        desk.fill("#f-place", "Salle des essais, 14 h");
        inspector.press(desk, "form[action='/app/ceremonies'] button", 200);
        inspector.press(desk, "main a[href$='/edit']", 200);
        inspector.press(desk, "form[action$='/edit'] button", 200);
        desk.check("input[name=present]");
        inspector.press(desk, "form[action$='/roll'] button", 200);
        inspector.press(desk, "main a[href$='/guests']", 200);
        inspector.press(desk, "form[action$='/guests'] button", 200);
        inspector.go(desk, "/app/ceremonies/back", 200);
        inspector.go(desk, "/app/ceremonies", 200);
        inspector.go(desk, "/app", 200);
    }
}
