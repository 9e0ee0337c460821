package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.db.BareServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped service on a host that gives one database role without CREATEROLE. */
class SingleRoleIT {
    private static final String KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

    @Test
    void itServesAndHealthSaysWhatIsMissing(@TempDir Path folder) throws Exception {
        try (BareServer server = BareServer.start()) {
            server.run("CREATE ROLE one LOGIN PASSWORD 'one-password'", "CREATE DATABASE hosted OWNER one");
            Map<String, String> environment = new HashMap<>();
            environment.put("BADGES_PUBLIC_URL", "https://badges.example");
            environment.put("BADGES_MASTER_KEY", KEY);
            environment.put("BADGES_PEPPER", KEY);
            environment.put(
                    "DATABASE_URL", server.superuser().onDatabase("hosted").url());
            environment.put("DATABASE_USER", "one");
            environment.put("DATABASE_PASSWORD", "one-password");
            environment.put("BADGES_DATABASE_SINGLE_ROLE", "true");
            Path config = ShippedJar.filledIn(folder);
            ShippedJar.run(folder, environment, "db", "migrate", config.toString());
            String link = ShippedJar.run(folder, environment, "create-admin", config.toString());

            try (ShippedJar service = ShippedJar.start(folder, config, ShippedJar.freePort(), environment, "server")) {
                String join = FormClient.found(link, "https://badges.example(/join/[A-Za-z0-9_-]+)");
                FormClient person = new FormClient(service.origin());
                person.submit(
                        join,
                        join,
                        Map.of("name", "Alix Exemple", "login", "reseau", "password", "une phrase assez longue"));
                assertThat(person.get("/app")).contains("Alix Exemple");
                assertThat(service.health())
                        .contains("\"row-level-security\":{\"healthy\":true,\"message\":\"does not bind the service");
            }
        }
    }
}
