package fr.badgesiae.api.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.html.Link;
import fr.badgesiae.api.platform.html.Viewer;
import fr.badgesiae.api.platform.web.WebHarness;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each page shows of whoever asks for it. */
class DeskVisitorsTest {
    private static final Link FOOT = new Link("/legal", "home", "footer.legal");

    private static TestPlatform setup;
    private static Sessions sessions;
    private static CookieCsrf csrf;
    private static DeskVisitors visitors;
    private static OrganisationId organisation;
    private static AccountId account;
    private static String cookie;

    @BeforeAll
    static void open() {
        setup = TestPlatform.fresh();
        Platform platform = setup.platform();
        csrf = new CookieCsrf(WebHarness.settings(), platform.vault(), platform.ids());
        sessions = new Sessions(
                platform.database(), WebHarness.settings(), platform.vault(), platform.ids(), platform.clock());
        SitePaths paths = new SitePaths(
                Map.of(EntryPoint.DESK, "/app", EntryPoint.SIGN_OUT, "/signout"),
                List.of(
                        NavigationEntry.of(2, Permission.DESK, "/app/offers", "offer", "nav"),
                        NavigationEntry.of(3, Permission.NETWORK, "/app/network", "organisation", "nav"),
                        NavigationEntry.inMenu(1, Permission.SIGNED_IN, "/app/account", "account", "nav")),
                List.of(FOOT));
        visitors = new DeskVisitors(csrf, sessions, () -> paths);
        organisation = setup.organisation("Atelier des Deux Rives");
        account = setup.member(organisation);
        cookie = "desk="
                + TestSessions.of(platform)
                        .openDesk(organisation, account)
                        .get(0)
                        .getValue();
    }

    @AfterAll
    static void close() {
        setup.close();
    }

    private static ContainerRequest request(String path, String cookies) {
        URI here = URI.create("https://badges.example/");
        ContainerRequest request =
                new ContainerRequest(here, here.resolve(path), "GET", null, new MapPropertiesDelegate(), null);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        return request;
    }

    private static Principal member(FrenchZone zone) {
        return new Principal(
                account,
                organisation,
                Role.EVALUATOR,
                Rights.of(Role.EVALUATOR),
                "Noa Conseil",
                "Atelier",
                UUID.randomUUID(),
                zone,
                true,
                false);
    }

    @Test
    void aMemberIsShownWithWhatTheirRoleMayUse() {
        ContainerRequest request = request("elsewhere", "");
        request.setProperty(Principal.PROPERTY, member(FrenchZone.PARIS));

        assertThat(visitors.viewer(request))
                .contains(new Viewer(
                        "Noa Conseil",
                        "Atelier",
                        List.of(new Link("/app/offers", "offer", "nav")),
                        List.of(new Link("/app/account", "account", "nav")),
                        "/app",
                        "/signout",
                        true,
                        null,
                        null,
                        Set.of(Permission.DESK, Permission.PROPOSE, Permission.SIGNED_IN, Permission.TEAM)));
    }

    /** The session filter never sees a path without a page. */
    @Test
    void underTheDeskAMemberIsShownOnAPageThatIsNotThereToo() {
        assertThat(visitors.viewer(request("app/nothing", cookie)))
                .hasValueSatisfying(viewer -> assertThat(viewer.name()).isEqualTo("Noa Conseil"));
        assertThat(visitors.viewer(request("elsewhere", cookie))).isEmpty();
        assertThat(visitors.viewer(request("app/nothing", ""))).isEmpty();

        ContainerRequest own = request("app/nothing", cookie);
        Principal principal = sessions.member(own).orElseThrow();
        sessions.sleep(principal, setup.offer(organisation));
        assertThat(visitors.viewer(own)).as("a device that was passed over").isEmpty();
        sessions.wake(principal);
    }

    @Test
    void aPageHasTheTimeOfWhoeverSeesIt() {
        FrenchZone cayenne = FrenchZone.of("America/Cayenne");
        FrenchZone reunion = FrenchZone.of("Indian/Reunion");
        ContainerRequest claim = request("claim/badge", "");
        claim.setProperty(
                ClaimPrincipal.PROPERTY,
                new ClaimPrincipal(organisation, UUID.randomUUID(), UUID.randomUUID(), "Atelier", cayenne, null));
        ContainerRequest space = request("me", "");
        space.setProperty(
                HolderPrincipal.PROPERTY,
                new HolderPrincipal(new HolderId(UUID.randomUUID()), UUID.randomUUID(), reunion));
        ContainerRequest desk = request("app", "");
        desk.setProperty(Principal.PROPERTY, member(cayenne));

        assertThat(visitors.zone(claim)).isEqualTo(cayenne);
        assertThat(visitors.zone(space)).isEqualTo(reunion);
        assertThat(visitors.zone(desk)).isEqualTo(cayenne);
        assertThat(visitors.zone(request("", ""))).isEqualTo(FrenchZone.PARIS);
    }

    @Test
    void anEntrySaysWhyASessionIsOverAndWhetherItsFormIsKept() {
        assertThat(visitors.ended(request("signin?ended=time", ""))).contains("common.ended.time");
        assertThat(visitors.ended(request("signin?ended=time", "resume=kept"))).contains("common.ended.time.kept");
        assertThat(visitors.ended(request("signin?ended=closed", ""))).contains("common.ended.closed");
        assertThat(visitors.ended(request("signin?ended=closed", "resume=kept")))
                .contains("common.ended.closed.kept");
        assertThat(visitors.ended(request("signin?ended=otherwise", "resume=kept")))
                .isEmpty();
        assertThat(visitors.ended(request("signin", "resume=kept"))).isEmpty();
    }

    @Test
    void formsHaveATokenOfTheirVisitAndAKeyOfTheirOwn() {
        ContainerRequest request = request("signin", "visit=here");
        assertThat(visitors.csrf(request)).isNotEmpty().isEqualTo(csrf.token(request));
        assertThat(visitors.csrf(request("signin", "visit=there"))).isNotEqualTo(visitors.csrf(request));
        assertThat(visitors.formKey()).hasSize(43).isNotEqualTo(visitors.formKey());
    }

    @Test
    void eachPageHasTheFooter() {
        assertThat(visitors.footer()).containsExactly(FOOT);
    }
}
