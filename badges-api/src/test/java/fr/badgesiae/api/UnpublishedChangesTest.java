package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A badge that was changed after its publication says so until the next one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnpublishedChangesTest {
    private TestServer server;
    private String badge;
    private Visitor member;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        Tenant own = new Tenant(server, "Deux-Rives", 1);
        badge = "/app/badges/" + own.ids.get("achievement");
        member = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(own.organisation, own.counsellor));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void changesAreMarkedUntilTheyArePublishedOnPurpose() throws Exception {
        member.post(badge + "/publish", Map.of());
        assertThat(member.get(badge).body()).contains("Publié, version 2").doesNotContain("Modifications non publiées");
        assertThat(member.get(badge + "/publish").statusCode())
                .as("nothing to publish")
                .isEqualTo(303);

        member.post(
                badge,
                Map.of(
                        "revision", "1",
                        "name", "Peindre autrement",
                        "description", "Prépare et peint.",
                        "criteria", "Peindre vingt murs.",
                        "category", "TECHNICAL",
                        "evidencePolicy", "NONE",
                        "language", "fr"));

        assertThat(member.get(badge).body())
                .contains("Modifications non publiées")
                .contains("La version proposée aujourd’hui est la version 2, sans elles.")
                .contains("href=\"" + badge + "/publish\"")
                .doesNotContain("action=\"" + badge + "/publish\"");
        assertThat(member.get(badge + "/publish").body())
                .contains("Publier la version 3", "ne changera plus jamais", "Peindre autrement")
                .contains("action=\"" + badge + "/publish\"");

        assertThat(member.post(badge + "/publish", Map.of())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("?done=achievement.published");
        assertThat(member.get(badge).body()).contains("Publié, version 3").doesNotContain("Modifications non publiées");
    }
}
