package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;

/** French texts about data protection: about the organisation, and for one person. */
final class PackTour {
    private final PageChecks inspector;
    private final Page admin;

    PackTour(PageChecks inspector, Page admin) {
        this.inspector = inspector;
        this.admin = admin;
    }

    void organisation() {
        inspector.go(admin, "/app/organisation/documents", 200);
        for (String document : new String[] {"register", "impact", "cse"}) {
            inspector.go(admin, "/app/organisation/documents/" + document, 200);
        }
    }

    /** @param worker the path of a person's page */
    void person(String worker) {
        inspector.go(admin, worker + "/data", 200);
        inspector.press(admin, "main a[href$='/data/answer']", 200);
    }
}
