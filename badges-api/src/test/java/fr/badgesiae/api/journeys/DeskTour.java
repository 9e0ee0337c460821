package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.schemas.samples.Samples;
import java.util.List;
import java.util.UUID;

/** The pages before sign-in, and those of a network, an administrator and a counsellor until the first offer. */
final class DeskTour {
    private static final String PASS_IAE = "/app/organisation/pass-iae";

    private final BrowserAndServer site;
    private final PageChecks inspector;
    private final String language;

    private String networkLogin = "";

    DeskTour(BrowserAndServer site, PageChecks inspector, String language) {
        this.site = site;
        this.inspector = inspector;
        this.language = language;
    }

    void stranger(Page page) {
        for (String path : new String[] {"/", "/legal", "/privacy", "/accessibility", "/styleguide", "/me/closed"}) {
            inspector.go(page, path, 200);
        }
        inspector.go(page, "/nowhere", 404);
        inspector.go(page, "/signin", 200);
        inspector.press(page, "main form button", 422);
        inspector.go(page, "/claim", 200);
        inspector.press(page, "main form button", 422);
        inspector.go(page, "/claim/ABCD-EFGH-JKMN-PQRS", 404);
        inspector.go(page, "/me/open", 200);
        inspector.press(page, "main form button", 422);
        inspector.go(page, "/me/open/ABCD-EFGH-JKMN-PQRS", 200);
        inspector.go(page, "/v", 200);
        inspector.go(page, "/v?code=ab", 422);
        inspector.go(page, "/v/ABCD-EFGH-JKMN-PQRS", 404);
        inspector.go(page, "/verify", 200);
        inspector.press(page, "main form button", 422);
        // authentic; a kind of issuer that is not examined, whose long id the sentence names; no badge
        for (String file : List.of("valid-did-key.json", "did-method-unknown.json", "web-page.html")) {
            inspector.go(page, "/verify", 200);
            page.fill("#f-text", Samples.named(file).text().replace("did:example:", "did:example:" + "a".repeat(60)));
            inspector.press(page, "main form button", 200);
        }
        inspector.go(page, "/o", 200);
        inspector.go(page, "/codes", 200);
        inspector.go(page, "/scan", 200);
        inspector.press(page, "main form button", 422);
        inspector.go(page, "/join/nothing", 410);
    }

    /** @return the link for the first administrator of a new organisation */
    String network(Page page, String siret) {
        OrganisationId network = site.organisation("Réseau Exemple " + language);
        inspector.go(page, "/app/organisations", 200);
        networkLogin = site.member(network, "NETWORK_ADMIN");
        page.fill("#f-login", networkLogin);
        page.fill("#f-password", BrowserAndServer.PASSWORD);
        inspector.press(page, "main form button", 200);
        inspector.go(page, "/app", 200);
        new FiguresTour(inspector).network(page);
        inspector.go(page, "/app/organisations/new", 200);
        inspector.press(page, "main form button", 422);
        page.selectOption("#f-kind", "ACI");
        page.fill("#f-siret", siret);
        page.fill("#f-legalName", "Jardins de l’Exemple");
        page.fill("#f-publicName", "Jardins de l’Exemple");
        inspector.press(page, "main form button", 200);
        String organisation = page.url().replaceFirst("\\?.*", "");
        inspector.go(page, "/app/organisations", 200);
        new FiguresTour(inspector).network(page);
        inspector.go(page, organisation + "/siret", 200);
        inspector.press(page, "main form button", 422);
        page.fill("#f-siret", language.equals("fr") ? "44306184100047" : "35600000049837");
        inspector.press(page, "main form button", 200);
        page.navigate(organisation);
        inspector.press(page, "form[action$='/first-admin'] button", 200);
        return page.inputValue("#f-address");
    }

    /** @return the link for a counsellor */
    String admin(Page page, String link) {
        join(page, link, "Camille Modèle", "camille." + language);
        inspector.go(page, "/app/organisation", 200);
        page.fill("#f-publicName", "");
        inspector.press(page, "form[action='/app/organisation'] button", 422);
        page.fill("#f-publicName", "Jardins de l’Exemple");
        page.fill("#f-publicEmail", "bonjour@exemple.invalid");
        inspector.press(page, "form[action='/app/organisation'] button", 200);
        inspector.go(page, "/app/organisation/logo", 200);
        inspector.press(page, "form[action='/app/organisation/logo'] button", 422);
        inspector.go(page, "/app/keys", 200);
        inspector.go(page, "/app/organisation/wallets", 200);
        new PackTour(inspector, page).organisation();
        inspector.go(page, "/app/reopenings", 200);
        inspector.go(page, PASS_IAE, 200);
        page.check("#f-asks-yes");
        inspector.press(page, "form[action='" + PASS_IAE + "'] button", 200);
        inspector.go(page, "/app/members", 200);
        inspector.press(page, "form[action$='/invitations'] button", 422);
        page.fill("#f-label", "Sacha Modèle");
        page.check("#f-role-COUNSELLOR");
        inspector.press(page, "form[action$='/invitations'] button", 200);
        String invitation = page.inputValue("#f-address");
        inspector.go(page, "/app/members", 200);
        return invitation;
    }

    /** Removes the numbers that the counsellor wrote down. */
    void passIae(Page page) {
        inspector.go(page, PASS_IAE, 200);
        page.check("#f-asks-no");
        inspector.press(page, "form[action='" + PASS_IAE + "'] button", 200);
        inspector.press(page, "form[action$='/remove'] button", 422);
        page.check("#f-sure");
        inspector.press(page, "form[action$='/remove'] button", 200);
    }

    /** @return the counsellor's page before the first offer: a badge is published, a worker known */
    Page counsellor(Page page, String link) {
        join(page, link, "Sacha Modèle", "sacha." + language);
        inspector.go(page, "/app/members", 403);
        inspector.go(page, "/app/guide", 200);
        inspector.go(page, "/app/password", 200);
        inspector.press(page, "main form button", 422);
        page.fill("#f-current", BrowserAndServer.PASSWORD);
        page.fill("#f-password", BrowserAndServer.PASSWORD + " neuf");
        inspector.press(page, "main form button", 200);
        for (String path : new String[] {"/app/badges", "/app/workers", "/app/offers", "/app/credentials"}) {
            inspector.go(page, path, 200);
        }
        inspector.go(page, "/app/workers/" + UUID.randomUUID(), 404);
        badge(page);
        worker(page);
        return page;
    }

    /** The network asks for a pause of the organisation of this link and withdraws it. */
    void pause(Page page, Page member) {
        String organisation = page.locator("main p a").last().getAttribute("href");
        inspector.go(page, organisation + "/first-admin/again", 200);
        inspector.press(page, "form[action$='/again'] button", 422);
        page.check("#f-sure");
        inspector.press(page, "form[action$='/again'] button", 200);
        inspector.go(page, organisation + "/pause", 200);
        inspector.press(page, "form[action$='/pause'] button", 422);
        page.check("#f-reason-AGREEMENT");
        inspector.press(page, "form[action$='/pause'] button", 200);
        inspector.go(member, "/app", 200);
        inspector.press(page, "form[action$='/pause/withdraw'] button", 200);
        inspector.go(page, organisation + "/resume", 200);
        inspector.go(page, "/app/journal", 200);
    }

    /** The login of the network's member. */
    String networkLogin() {
        return networkLogin;
    }

    /** The administrator makes a password link for the counsellor. */
    void forgotten(Page admin) {
        journal(admin);
        inspector.go(admin, "/app/members", 200);
        inspector.press(admin, "form[action$='/password-link'] button", 200);
        inspector.go(admin, admin.inputValue("#f-address"), 200);
        inspector.press(admin, "main form button", 422);
        erase(admin);
    }

    private void journal(Page admin) {
        inspector.go(admin, "/app/journal?kind=signing", 200);
        inspector.go(admin, "/app/journal", 200);
        admin.fill("#f-from", "2026-09-02");
        admin.fill("#f-until", "2026-09-01");
        inspector.press(admin, "form[action='/app/journal'] button", 422);
        inspector.go(admin, "/app/journal", 200);
        admin.fill("#f-words", "Zzyzx");
        inspector.press(admin, "form[action$='/search'] button", 200);
        admin.fill("#f-words", "Alix");
        inspector.press(admin, "form[action$='/search'] button", 200);
    }

    private void erase(Page admin) {
        inspector.go(admin, "/app/workers/new", 200);
        admin.fill("#f-firstName", "Camille");
        admin.fill("#f-lastName", "Modèle");
        admin.click("main form button");
        String worker = admin.url().replaceFirst("[?].*", "");
        new PackTour(inspector, admin).person(worker);
        inspector.go(admin, worker + "/data/erase", 200);
        inspector.press(admin, "form[action$='/erase'] button", 422);
        admin.check("#f-sure");
        inspector.press(admin, "form[action$='/erase'] button", 200);
    }

    void join(Page page, String link, String name, String login) {
        inspector.go(page, link, 200);
        inspector.press(page, "main form button", 422);
        page.fill("#f-name", name);
        page.fill("#f-login", login);
        page.fill("#f-password", BrowserAndServer.PASSWORD);
        inspector.press(page, "main form button", 200);
    }

    private void badge(Page page) {
        inspector.go(page, "/app/badges/new", 200);
        inspector.press(page, "form[action='/app/badges'] button", 422);
        page.fill("#f-name", "Préparer un chantier");
        page.fill("#f-description", "Préparer seul les outils et la zone de travail.");
        page.selectOption("#f-category", "TECHNICAL");
        page.selectOption("#f-evidencePolicy", "OPTIONAL_TEXT");
        page.fill("#f-criteria", "Prépare les outils, balise la zone, range après le travail.");
        inspector.press(page, "form[action='/app/badges'] button", 200);
        String badge = page.url().replaceFirst("\\?.*", "");
        inspector.press(page, "main a[href$='/publish']", 200);
        inspector.press(page, "form[action$='/publish'] button", 200);
        inspector.press(page, "form[action$='/image'] button", 422);
        inspector.press(page, "main a[href^='/achievements/']", 200);
        inspector.press(page, "main a[href^='/issuers/']", 200);
        inspector.go(page, badge + "/edit", 200);
        page.navigate(badge);
        inspector.press(page, "form[action$='/archive'] button", 200);
        inspector.go(page, "/app/badges?archived=true", 200);
        page.navigate(badge);
        page.click("form[action$='/restore'] button");
        inspector.go(page, "/app/badges", 200);
    }

    private void worker(Page page) {
        inspector.go(page, "/app/workers/new", 200);
        inspector.press(page, "main form button", 422);
        page.fill("#f-firstName", "Alix");
        page.fill("#f-lastName", "Exemple");
        inspector.press(page, "main form button", 200);
        String worker = page.url().replaceFirst("\\?.*", "");
        inspector.go(page, "/app/workers", 200);
        page.fill("#f-words", "alix");
        inspector.press(page, "form[action$='/search'] button", 200);
        inspector.go(page, worker + "/edit", 200);
        new SheetsTour(inspector, page).play();
        inspector.go(page, worker + "/notice", 200);
        inspector.press(page, "form[action$='/notice'] button", 422);
        page.check("#f-noticeDay-other");
        page.fill("#f-noticeOn", "2026-09-01");
        inspector.press(page, "form[action$='/notice'] button", 200);
        inspector.go(page, worker + "/data", 200);
        inspector.go(page, "/app/retention", 200);
        inspector.go(page, worker + "/attestation", 200);
        inspector.go(page, worker + "/pathways", 200);
        inspector.go(page, worker + "/pathways/new", 200);
        inspector.press(page, "main form button", 422);
        page.fill("#f-startsOn", "2026-09-01");
        page.fill("#f-passIae", "999992612345");
        inspector.press(page, "main form button", 200);
        inspector.press(page, "form[action$='/pass-iae'] button", 200);
        inspector.press(page, "main .card a", 200);
        new GroupTour(inspector, page).play();
        new DuplicateTour(inspector, page).play();
        new SearchTour(inspector, page).play();
        inspector.go(page, worker, 200);
    }
}
