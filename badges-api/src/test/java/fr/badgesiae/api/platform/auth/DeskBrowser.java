package fr.badgesiae.api.platform.auth;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.account.AccountModule;
import fr.badgesiae.api.organisation.OrganisationModule;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.html.Assets;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.i18n.Messages;
import fr.badgesiae.api.platform.web.FormBrowser;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A browser before a service with one counsellor, anew for each test. */
final class DeskBrowser implements BeforeEachCallback, AfterEachCallback {
    static final String PASSWORD = "une phrase assez longue";

    TestPlatform setup;
    Sessions sessions;
    SitePaths paths;
    FormBrowser browser;
    OrganisationId organisation;
    AccountId counsellor;

    @Override
    public void beforeEach(ExtensionContext context) {
        setup = TestPlatform.fresh();
        Platform bare = setup.platform();
        Settings settings = WebHarness.settings();
        CookieCsrf csrf = new CookieCsrf(settings, bare.vault(), bare.ids());
        sessions = new Sessions(bare.database(), settings, bare.vault(), bare.ids(), bare.clock());
        Pages pages = new Pages(new Messages(), new Assets(), settings, new DeskVisitors(csrf, sessions, () -> paths));
        Platform platform = setup.with(settings, pages);
        AccountModule account =
                new AccountModule(platform, sessions, new OrganisationModule(platform, List::of), List::of, List::of);
        Map<EntryPoint, String> entryPoints = new EnumMap<>(account.entryPoints());
        entryPoints.putAll(Map.of(EntryPoint.HOLDER, "/me/open", EntryPoint.CLAIM, "/claim"));
        paths = new SitePaths(entryPoints, account.navigation(), List.of());
        List<Object> resources = new ArrayList<>(account.resources());
        resources.addAll(List.of(csrf, new AuthFilter(sessions, paths), new PermissionRoutes(csrf)));
        browser = new FormBrowser(new WebHarness(settings, pages, resources));
        organisation = setup.organisation("Atelier des Deux Rives");
        counsellor = member("conseil", "Noa Conseil", Role.COUNSELLOR);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        setup.close();
    }

    /** Inserts rows directly: these tests do not cover the creation of members. */
    AccountId member(String login, String name, Role role) {
        UUID account = setup.platform().ids().uuid();
        setup.database()
                .owner()
                .useHandle(handle -> handle.createUpdate("""
                        WITH person AS (
                            INSERT INTO account (id, login, display_name, password_hash, password_set_at, created_at)
                            VALUES (:id, :login, :name, :hash, now(), now()) RETURNING id)
                        INSERT INTO membership (id, organisation_id, account_id, role, created_at)
                        SELECT :membership, :organisation, id, :role, now() FROM person
                        """)
                        .bind("id", account)
                        .bind("login", login)
                        .bind("name", name)
                        .bind("hash", setup.platform().passwords().hash(PASSWORD))
                        .bind("membership", setup.platform().ids().uuid())
                        .bind("organisation", organisation.value())
                        .bind("role", role.name())
                        .execute());
        return new AccountId(account);
    }

    Answer signIn(String password) {
        return signIn("conseil", password);
    }

    Answer signIn(String login, String password) {
        return browser.submit("/signin", "/signin", Map.of("login", login, "password", password));
    }

    /** Each form has a random key. */
    static String withoutKey(Answer answer) {
        return answer.text().replaceAll("name=\"_key\" value=\"[^\"]*\"", "");
    }

    long attemptRows() {
        return setup.database()
                .owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM attempt")
                        .mapTo(Long.class)
                        .one());
    }
}
