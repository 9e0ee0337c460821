package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import fr.badgesiae.api.Route;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks every page of the service in French with axe. A new page must be added to the tour. */
@ExtendWith(BrowserAndServer.Entrance.class)
class EveryPageTest {
    /** GET routes that never show a page. */
    private static final Set<String> NOT_PAGES = Set.of(
            "/.well-known/did.json",
            "/.well-known/jwks.json",
            "/.well-known/jwt-vc-issuer/issuers/{id}",
            "/.well-known/oauth-authorization-server",
            "/.well-known/openid-credential-issuer/issuers/{id}",
            "/.well-known/security.txt",
            "/achievements/{achievement}/{version: [1-9][0-9]{0,8}}/image",
            "/app/badges/{achievement}/image",
            "/app/ceremonies/back",
            "/assets/{digest}/{name}",
            "/issuers/{id}/.well-known/openid-credential-issuer",
            "/issuers/{id}/did.json",
            "/issuers/{id}/logo",
            "/keys/{id}",
            "/app/observations/{observation}/photo",
            "/me/seen/{observation}/photo",
            "/app/imports/{import}/lines.csv",
            "/app/imports/{import}/lines.xlsx",
            "/claim/badge/card.png",
            "/codes/app.webmanifest",
            "/codes/worker.js",
            "/me/badges/{badge}/badge.json",
            "/me/badges/{badge}/badge.jwt",
            "/me/badges/{badge}/badge.png",
            "/me/badges/{badge}/picture",
            "/me/card.png",
            "/me/imported/{imported}/file",
            "/robots.txt",
            "/scan/app.webmanifest",
            "/scan/known.json",
            "/scan/worker.js",
            "/status/{list}",
            "/status/{list}.jwt",
            "/trust/list.jwt",
            "/vct/badge/1",
            "/v/{code}/badge.json",
            "/v/{code}/badge.jwt",
            "/v/{code}/badge.pdf",
            "/v/{code}/badge.png",
            "/v/{code}/card.pdf",
            "/v/{code}/picture",
            "/v/{code}/portfolio.pdf",
            "/v/{code}/qr.png",
            "/v/{code}/qr.svg",
            "/v/{code}/strip.pdf",
            "/v2/assertions/{id}",
            "/v2/assertions/{id}/badge.jws",
            "/v2/assertions/{id}/picture",
            "/v2/assertions/{id}/signed-picture",
            "/v2/badgeclasses/{id}/{version: [1-9][0-9]{0,8}}",
            "/v2/issuers/{id}",
            "/v2/keys/{id}",
            "/v2/revocations/{id}");

    /** POST routes that show a page even without errors. */
    private static final Set<String> ANSWERS = Set.of(
            "/app/award-runs/{run}/preview/{worker} POST",
            "/app/groups/{group}/people/remove POST",
            "/app/groups/{group}/people/search POST",
            "/app/journal/search POST",
            "/app/members/invitations POST",
            "/app/members/{member}/password-link POST",
            "/app/observations/people POST",
            "/app/offers/edit POST",
            "/app/offers/preview POST",
            "/app/offers/search POST",
            "/app/offers/{offer}/slip POST",
            "/app/organisations/{organisation}/first-admin POST",
            "/app/organisations/{organisation}/first-admin/again POST",
            "/app/people/sheets/print POST",
            "/app/slips POST",
            "/app/trust POST",
            "/app/trust/check POST",
            "/app/workers/search POST",
            "/app/workers/{worker}/access/slip POST",
            "/app/workers/{worker}/pathways/{pathway}/pass-iae POST",
            "/app/workers/{worker}/data/erase POST",
            "/me/badges/{badge}/form POST",
            "/me/badges/{badge}/preview POST",
            "/me/card POST",
            "/me/data/erase POST",
            "/me/join POST",
            "/me/open POST",
            "/r/{code}/report POST");

    @Test
    void everyPageIsFreeOfFaultsInFrench(BrowserAndServer site) {
        tour(site, "fr", "73282932020007");
    }

    static void tour(BrowserAndServer site, String language, String siret) {
        PageChecks inspector = new PageChecks(site, language);
        try (BrowserContext stranger = site.person(language);
                BrowserContext network = site.person(language);
                BrowserContext admin = site.person(language);
                BrowserContext counsellor = site.person(language);
                BrowserContext supervision = site.person(language);
                BrowserContext worker = site.person(language)) {
            DeskTour desk = new DeskTour(site, inspector, language);
            desk.stranger(inspector.page(stranger));
            Page delegation = inspector.page(network);
            String link = desk.network(delegation, siret);
            Page direction = inspector.page(admin);
            link = desk.admin(direction, link);
            Page office = desk.counsellor(inspector.page(counsellor), link);
            RightsTour rights = new RightsTour(inspector, direction);
            Page supervisor = inspector.page(supervision);
            desk.join(supervisor, rights.invitation(), "Lou Modèle", "lou." + language);
            rights.play(supervisor);
            desk.passIae(direction);
            desk.forgotten(direction);
            new PeopleImportTour(inspector, direction).play();
            desk.pause(delegation, direction);
            new MessageTour(inspector).play(delegation, direction);
            new TrustTour(site, inspector).play(delegation, inspector.page(stranger));
            rights.places(delegation, desk.networkLogin());
            String person = office.url();
            new ReviewTour(inspector, direction, office).play();
            office.navigate(person);
            new AwardTour(inspector, office, inspector.page(worker)).play();
        } catch (PlaywrightException stuck) {
            throw new AssertionError(String.join("\n", inspector.faults()), stuck);
        }
        assertThat(String.join("\n", inspector.faults())).isEmpty();
        Set<String> left = new TreeSet<>(ANSWERS);
        for (Route route : Route.of(site.server().resources())) {
            if (route.verb().equals("GET") && !NOT_PAGES.contains(route.path())) {
                left.add(route + "");
            }
        }
        left.removeAll(inspector.seen());
        assertThat(left).as("pages that the tour does not show").isEmpty();
    }
}
