package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The départements of an organisation, on its profile and in the list of its network. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DepartementsOfOrganisationsTest {
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    private AwardRunFixture desk;
    private Visitor network;
    private Visitor admin;
    private String page;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
        network = new Visitor(
                desk.server,
                "/app/organisations/new",
                sessions -> sessions.openDesk(desk.own.network, desk.own.networkAdmin));
        admin = new Visitor(
                desk.server, "/app/workers/new", sessions -> sessions.openDesk(desk.own.organisation, desk.own.admin));
        page = "/app/organisations/" + desk.own.organisation;
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private String save(String town, String departements) throws Exception {
        Matcher revision = REVISION.matcher(admin.get("/app/organisation").body());
        assertThat(revision.find()).isTrue();
        Map<String, String> fields = new HashMap<>(Map.of(
                "revision",
                revision.group(1),
                "publicName",
                "Atelier Deux-Rives",
                "town",
                town,
                "departements",
                departements));
        return admin.post("/app/organisation", fields).body();
    }

    @Test
    void theNetworkReadsThemAndFiltersItsListByOne() throws Exception {
        save("59000 Lille", "62, 2a");

        assertThat(network.get(page).body()).contains("<dt>Départements</dt><dd>62, 2A</dd>");
        assertThat(network.get("/app/organisations?departement=2A").body())
                .contains(page, "62, 2A</span>", "<option value=\"2A\" selected>2A – Corse-du-Sud</option>");
        assertThat(network.get("/app/organisations?departement=59").body()).doesNotContain(page);
        assertThat(network.get("/app/organisations?words=atelier&departement=62")
                        .body())
                .contains(page);
        assertThat(network.get("/app/organisations?words=atelier&departement=59")
                        .body())
                .doesNotContain(page);
        assertThat(network.get("/app/organisations?departement=zz").body()).contains(page);
    }

    @Test
    void withoutOneThePostcodeOfTheTownGivesIt() throws Exception {
        save("97400 Saint-Denis", "");

        assertThat(admin.get("/app/organisation").body()).contains("name=\"departements\"", "value=\"974\"");
        assertThat(network.get("/app/organisations?departement=974").body()).contains(page);
    }

    @Test
    void aWrongOneIsSaidBesideItsFieldAndNothingTypedIsLost() throws Exception {
        assertThat(save("59000 Lille", "Nord"))
                .contains("Écrivez des numéros de département", "value=\"Nord\"", "value=\"59000 Lille\"");
    }
}
