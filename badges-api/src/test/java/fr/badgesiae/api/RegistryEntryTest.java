package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.issuer.registry.RegistryEntry;
import fr.badgesiae.api.platform.db.DatabaseAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a registry of issuers needs: on the desk page, and from the command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryEntryTest {
    private static final String KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

    private TestServer server;
    private Tenant tenant;
    private String did;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        tenant = new Tenant(server, "Deux Rives", 1);
        did = "did:web:" + server.platform().settings().didHost() + ":issuers:" + tenant.organisation;
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private List<RegistryEntry> entries() {
        return server.features().issuer().entries().apply(Optional.empty());
    }

    private JsonNode entry() throws Exception {
        return new JsonMapper().readTree(RegistryEntry.json(entries())).path(did);
    }

    private void set(String column, String value) {
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE organisation SET " + column + " = ? WHERE id = ?", value, tenant.organisation.value()));
    }

    @Test
    void anEntrySaysWhoSignsAndWhereTheyAre() throws Exception {
        assertThat(entry().path("name").asText()).isEqualTo("Atelier Deux Rives");
        assertThat(entry().path("location").asText()).isEqualTo("France");
        assertThat(entry().path("url").asText())
                .isEqualTo(server.platform().settings().url("/issuers/" + tenant.organisation));

        set("town", "Ville-Exemple");
        set("website", "https://atelier.example");
        assertThat(entry().path("location").asText()).isEqualTo("Ville-Exemple, France");
        assertThat(entry().path("url").asText()).isEqualTo("https://atelier.example");
    }

    @Test
    void allIssuersAreListedAndClosedOnesAreNot() throws Exception {
        assertThat(entries()).hasSize(2);
        set("state", "CLOSED");
        assertThat(entries()).extracting(RegistryEntry::did).doesNotContain(did);
        assertThat(server.features().issuer().entries().apply(Optional.of(tenant.organisation)))
                .isEmpty();
        set("state", "ACTIVE");
    }

    @Test
    void theManagementReadsWhichWalletsWorkAndWhatToSend() throws Exception {
        Visitor admin = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.admin));
        assertThat(admin.get("/app/organisation").body()).contains("href=\"/app/organisation/wallets\"");
        assertThat(admin.get("/app/organisation/wallets").body())
                .contains(
                        "Learner Credential Wallet",
                        "walt.id",
                        "Paradym",
                        did,
                        "Atelier Deux Rives",
                        "credentialengine.org")
                .doesNotContain("issuer.wallets.", "VC-API", "OpenID");
        assertThat(admin.get("/app/organisation/wallets", "en").body())
                .contains("Which wallets work", did)
                .doesNotContain("issuer.wallets.");
    }

    @Test
    void theCommandPrintsTheEntryAlone() throws Exception {
        DatabaseAddress database = server.database().service();
        Map<String, String> environment = Map.of(
                "BADGES_PUBLIC_URL",
                "https://badges.example",
                "BADGES_MASTER_KEY",
                KEY,
                "BADGES_PEPPER",
                KEY,
                "DATABASE_URL",
                database.url()
                        .replace(
                                "jdbc:postgresql://",
                                "postgres://" + database.user() + ":"
                                        + database.password().value() + "@"));

        CommandLineRun.Ended ended = CommandLineRun.run(
                CommandLineRun.SHIPPED,
                environment,
                "registry-entry",
                "--organisation",
                tenant.ids.get("organisation"));

        assertThat(ended.err()).isEmpty();
        JsonNode printed = new JsonMapper().readTree(ended.out());
        assertThat(printed.size()).isEqualTo(1);
        assertThat(printed.path("did:web:badges.example:issuers:" + tenant.organisation)
                        .path("name")
                        .asText())
                .isEqualTo("Atelier Deux Rives");
    }

    @Test
    void theCommandRefusesWhatIsNoId() {
        CommandLineRun.Ended ended =
                CommandLineRun.run(CommandLineRun.SHIPPED, Map.of(), "registry-entry", "--organisation", "Atelier");
        assertThat(ended.failed()).isTrue();
        assertThat(ended.err()).contains("--organisation expects the id", "--organisation attend l’identifiant");
    }
}
