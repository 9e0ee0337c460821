package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.documents.Copies;
import fr.badgesiae.verifier.status.BitstringStatusList;
import fr.badgesiae.verifier.status.TokenStatusList;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The memory that copies take, as the decision about them says it. */
class PublishedBytesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Path DECISION = Path.of("../docs/decisions/0026-published-documents-without-the-database.md");
    private static final int ORGANISATIONS = 4_000;
    private static final int VERSIONS = 10;
    private static TestServer server;
    private static Tenant tenant;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        tenant = new Tenant(server, "Structure fictive", 4);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void documentsOfKeys() throws Exception {
        List<UUID> keys = server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT id FROM signing_key WHERE organisation_id = ?", tenant.organisation.value())
                        .mapTo(UUID.class)
                        .list());
        long bytes = copy(body("/issuers/" + tenant.organisation + "/did.json"));
        for (UUID key : keys) {
            String document = body("/keys/" + key);
            bytes += copy(document) + document.length(); // and once in the key set
        }
        bytes += copy(body("/.well-known/jwt-vc-issuer/issuers/" + tenant.organisation));
        assertSaid("DID documents, keys, key set", bytes);
    }

    @Test
    void profiles() throws Exception {
        String shown = new Organisations(server.platform().database())
                .find(tenant.organisation)
                .orElseThrow()
                .toString();
        assertSaid("profiles", copy(body("/issuers/" + tenant.organisation)) + 2 * copy(shown));
    }

    /** Of the demonstration: as long as people write them. */
    @Test
    void versionsOfBadges() throws Exception {
        String sources = Files.readString(Path.of("src/test/resources/db/fixture/v019-demonstration.sql"));
        Matcher content =
                Pattern.compile("\\{\"name\": .*?\\}(?=')", Pattern.DOTALL).matcher(sources);
        long most = 0;
        while (content.find()) {
            most = Math.max(most, copy(content.group()));
        }
        assertThat(most).isPositive();
        assertSaid("versions of badges", VERSIONS * most);
    }

    @Test
    void listsOfWhichOneBadgeInAHundredIsRevoked() throws Exception {
        String[] list = server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT document, token FROM status_list WHERE organisation_id = ?",
                                tenant.organisation.value())
                        .map((row, context) -> new String[] {row.getString("document"), row.getString("token")})
                        .one());
        byte[] bits = new byte[(1 << 17) / 8];
        long empty = BitstringStatusList.encode(bits).length() + inToken(bits);
        Random drawn = new Random(1);
        // a list that is a tenth full
        for (int i = 0; i < (1 << 17) / 1_000; i++) {
            BitstringStatusList.set(bits, drawn.nextInt(1 << 17), true);
        }
        assertSaid(
                "status lists",
                copy(list[0])
                        + copy(list[1])
                        - empty
                        + BitstringStatusList.encode(bits).length()
                        + inToken(bits));
    }

    /** The payload of a token is base64url of JSON. */
    private static long inToken(byte[] bits) {
        return TokenStatusList.encode(bits).length() * 4L / 3;
    }

    private static long copy(String text) {
        return (long) Copies.ENTRY_BYTES + text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void assertSaid(String what, long bytes) throws Exception {
        Matcher row = Pattern.compile("\\| " + what + " \\| ([0-9.]+) kB \\| (\\d+) MB \\| (\\d+) MiB \\|")
                .matcher(Files.readString(DECISION));
        assertThat(row.find()).as(what).isTrue();
        double said = 1_000 * Double.parseDouble(row.group(1));
        assertThat((double) bytes).as(what).isBetween(said / 2, said);
        double all = said * ORGANISATIONS / 1_000_000;
        assertThat(Double.parseDouble(row.group(2))).as(what).isBetween(all - 1, all + 1);
        assertThat(all * 1_000_000).isLessThan(Double.parseDouble(row.group(3)) * (1 << 20));
    }

    private static String body(String path) throws Exception {
        return CLIENT.send(
                        HttpRequest.newBuilder(server.origin().resolve(path))
                                .header("Accept", "application/json")
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
