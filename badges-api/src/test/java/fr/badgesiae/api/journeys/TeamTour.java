package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;

/** Teams assigned to a technical supervisor, and what they see of them. */
final class TeamTour {
    private final PageChecks inspector;
    private final Page management;

    TeamTour(PageChecks inspector, Page management) {
        this.inspector = inspector;
        this.management = management;
    }

    /** @param supervisor the page of Lou Modèle, who only proposes */
    void play(Page supervisor) {
        inspector.go(supervisor, "/app/team", 200);
        inspector.go(management, "/app/members", 200);
        inspector.press(management, ".card:has-text('Lou Modèle') a[href$='/teams']", 200);
        String team = team();
        inspector.go(management, team + "/supervisors", 200);
        management.check("input[name=chosen]");
        inspector.press(management, "main form button", 200);
        inspector.go(supervisor, "/app/team", 200);
        inspector.go(management, team + "/people", 200);
        management.check("input[name=people]");
        management.click("form[action$='/people'] button");
        inspector.go(supervisor, "/app/team", 200);
        inspector.press(supervisor, "main .list a", 200);
        inspector.go(management, "/app/members", 200);
        inspector.press(management, ".card:has-text('Lou Modèle') a[href$='/teams']", 200);
        management.uncheck("input[name=chosen]");
        inspector.press(management, "main form button", 200);
    }

    /** A team, and a person to put into it. */
    private String team() {
        inspector.go(management, "/app/workers/new", 200);
        management.fill("#f-firstName", "Kim");
        management.fill("#f-lastName", "Fable");
        management.click("main form button");
        inspector.go(management, "/app/groups", 200);
        management.check("#f-kind-TEAM");
        management.fill("#f-name", "Équipe du jardin");
        inspector.press(management, "form[action='/app/groups'] button", 200);
        return management.url().replaceFirst("\\?.*", "").replaceFirst("^https?://[^/]+", "");
    }
}
