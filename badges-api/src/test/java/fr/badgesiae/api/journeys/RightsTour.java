package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;

/** Rights of a member, what a technical supervisor sees, and a member who leaves. */
final class RightsTour {
    private final PageChecks inspector;
    private final Page management;

    RightsTour(PageChecks inspector, Page management) {
        this.inspector = inspector;
        this.management = management;
    }

    /** @return the link for a technical supervisor */
    String invitation() {
        return invitation("Lou Modèle", "EVALUATOR");
    }

    private String invitation(String label, String role) {
        inspector.go(management, "/app/members", 200);
        management.fill("#f-label", label);
        management.check("#f-role-" + role);
        inspector.press(management, "form[action$='/invitations'] button", 200);
        return management.inputValue("#f-address");
    }

    /** @param supervisor the page of whoever came by the invitation */
    void play(Page supervisor) {
        inspector.go(supervisor, "/app", 200);
        inspector.go(supervisor, "/app/award-runs", 200);
        inspector.go(supervisor, "/app/badges", 200);
        inspector.go(supervisor, "/app/workers", 403);
        new TeamTour(inspector, management).play(supervisor);
        delegations();
        inspector.go(management, "/app/members", 200);
        String rights = management
                .locator(".card:has-text('Lou Modèle') a[href$='/rights']")
                .getAttribute("href");
        inspector.go(management, rights, 200);
        management.check("#f-preset-BY_HAND");
        management.uncheck("#f-right-PROPOSE");
        inspector.press(management, ".actions button", 422);
        management.check("#f-right-PRINT");
        inspector.press(management, ".actions button", 200);
        inspector.go(management, rights, 200);
        inspector.go(management, rights.replace("/rights", "/leave"), 200);
        inspector.press(management, "form[action$='/leave'] button", 422);
        management.check("main input[name=taker] >> nth=0");
        inspector.press(management, "form[action$='/leave'] button", 200);
    }

    private void delegations() {
        inspector.go(management, "/app/members", 200);
        inspector.press(management, ".card:has-text('Lou Modèle') a[href$='/delegations']", 200);
        inspector.press(management, "form[action$='/delegations'] button", 422);
        management.check("#f-right-AWARD");
        management.check("#f-right-MANAGE");
        management.fill("#f-until", management.inputValue("#f-from"));
        inspector.press(management, "form[action$='/delegations'] button", 200);
        inspector.press(management, "main .card a", 200);
        inspector.press(management, "main p a[href$='/delegations']", 200);
        inspector.go(management, "/app/members", 200);
        inspector.press(management, ".card:has-text('Lou Modèle') a[href$='/delegations']", 200);
        inspector.press(management, "form[action$='/end'] button", 200);
    }

    /** An account of the network joins the organisation and goes back. */
    void places(Page delegation, String login) {
        inspector.go(delegation, invitation("Noa Réseau", "PLACEMENT_OFFICER"), 200);
        inspector.press(delegation, "main p a[href$='/account']", 200);
        inspector.press(delegation, "main form button", 422);
        delegation.fill("#f-login", login);
        delegation.fill("#f-password", BrowserAndServer.PASSWORD);
        inspector.press(delegation, "main form button", 200);
        inspector.go(delegation, "/app/places?form=lost", 200);
        inspector.go(delegation, "/app/places?form=elsewhere", 200);
        inspector.press(delegation, "form[action='/app/places'] button", 200);
        // an account that opens another desk too gets no password link from here
        inspector.go(management, "/app/members", 200);
        String card = ".card:has-text('" + login + "')";
        inspector.press(management, card + " form[action$='/password-link'] button", 409);
    }
}
