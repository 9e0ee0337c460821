package fr.badgesiae.api.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.platform.Settings;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ob2DocumentsTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** A day begins up to fourteen hours earlier than in UTC, in Nouméa by eleven. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-01T00:00:00Z, 2026-11-30T13:30:00Z, 2026-11-30T13:30:00Z",
        "2026-12-01T00:00:00Z, 2026-12-01T08:00:00Z, 2026-12-01T00:00:00Z",
        "2026-12-01T00:00:00Z, 2027-03-01T08:00:00Z, 2026-12-01T00:00:00Z"
    })
    void nothingIsIssuedInTheFuture(String day, String signed, String issued) throws Exception {
        Settings settings = new Settings(URI.create("https://badges.example"), false);
        JsonNode badge = JSON.readTree("""
                {"awardedDate": "%s", "validFrom": "%s", "credentialSubject": {"id": "urn:uuid:any"}}
                """.formatted(day, signed));

        String assertion = new Ob2Documents(new Ob2Addresses(settings))
                .hosted(new UUID(0, 1), "%s/1".formatted(new UUID(0, 2)), badge);

        assertThat(JSON.readTree(assertion).path("issuedOn").asText()).isEqualTo(issued);
    }
}
