package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** The pages of sites, teams and groups. */
final class GroupTour {
    private final PageChecks inspector;
    private final Page desk;

    GroupTour(PageChecks inspector, Page desk) {
        this.inspector = inspector;
        this.desk = desk;
    }

    void play() {
        inspector.go(desk, "/app/groups", 200);
        inspector.press(desk, "form[action='/app/groups'] button", 422);
        create("SITE", "Site du canal");
        String team = create("TEAM", "Équipe verte");
        inspector.press(desk, "main a[href$='/edit']", 200);
        desk.fill("#f-name", "");
        inspector.press(desk, "main form button", 422);
        desk.fill("#f-name", "Équipe des berges");
        desk.selectOption("#f-site", new SelectOption().setIndex(1));
        inspector.press(desk, "main form button", 200);
        people(team);
        inspector.go(desk, "/app/groups", 200);
        inspector.go(desk, "/app/workers?group=" + team.replaceFirst(".*/", ""), 200);
        inspector.go(desk, "/app/workers?kind=volunteer", 200);
        inspector.go(desk, "/app/workers?sort=-added", 200);
        inspector.press(desk, "button[formaction='/app/workers/print']", 200);
        desk.navigate(team);
        desk.click("main details:has(form[action$='/archive']) summary");
        inspector.press(desk, "form[action$='/archive'] button", 200);
        inspector.go(desk, "/app/groups?archived=yes", 200);
        desk.navigate(team);
        inspector.press(desk, "form[action$='/restore'] button", 200);
    }

    private String create(String kind, String name) {
        inspector.go(desk, "/app/groups", 200);
        desk.check("#f-kind-" + kind);
        desk.fill("#f-name", name);
        inspector.press(desk, "form[action='/app/groups'] button", 200);
        return desk.url().replaceFirst("\\?.*", "");
    }

    private void people(String team) {
        inspector.go(desk, team + "/people", 200);
        inspector.press(desk, "form[action$='/people'] button", 422);
        desk.fill("#f-words", "Zzyzx");
        inspector.press(desk, "form[action$='/search'] button", 200);
        desk.fill("#f-words", "Alix");
        inspector.press(desk, "form[action$='/search'] button", 200);
        desk.check("input[name=people]");
        inspector.press(desk, "form[action$='/people'] button", 200);
        inspector.press(desk, "form[action$='/remove'] button", 422);
        desk.check("input[name=people]");
        inspector.press(desk, "form[action$='/remove'] button", 200);
        inspector.press(desk, "form[action$='/people'] button", 200);
    }
}
