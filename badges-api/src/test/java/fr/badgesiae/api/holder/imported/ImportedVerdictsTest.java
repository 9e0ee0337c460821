package fr.badgesiae.api.holder.imported;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.holder.SpaceHarness;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.qr.QrPicture;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.FetchResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the word beside a badge from elsewhere that is kept, as its issuer and its address change. */
class ImportedVerdictsTest {
    private static final String HOSTED = "https://ob2.example/assertions/ob2-revoked";
    private static final String REVOKED_ALONE =
            "{\"@context\":\"https://w3id.org/openbadges/v2\",\"id\":\"" + HOSTED + "\",\"revoked\":true}";
    private static final String PHOTOGRAPHED = "https://ailleurs.example/mon-badge";
    private static final Pattern LISTED = Pattern.compile("href=\"(/me/imported/[0-9a-f-]{36})\"");

    private static ClaimFixture fixture;
    private static Instant start;

    private final ForeignIssuer issuer = new ForeignIssuer();
    private final Map<String, byte[]> published = new TreeMap<>();
    private HolderId holder;
    private SpaceHarness space;

    @BeforeAll
    static void open() {
        fixture = ClaimFixture.open();
        start = fixture.platform.clock().instant();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @BeforeEach
    void publish() {
        fixture.setup.clock().set(start);
        holder = fixture.accepted(fixture.offered()).holder();
        space = new SpaceHarness(fixture, holder);
        fixture.setup.clock().set(Samples.at());
        published.putAll(Samples.documents());
        fixture.network = (uri, limits) -> published.containsKey(uri.toString())
                ? new FetchResult.Fetched(uri, "application/json", published.get(uri.toString()), false, false)
                : new FetchResult.Failed(FetchResult.Failure.UNREACHABLE, "away");
    }

    private void publish(String address, String document) {
        published.put(address, document.getBytes(StandardCharsets.UTF_8));
    }

    private String kept(byte[] file) {
        return led(space.post(led(space.upload("/me/imported", "badge", file, "address", "")) + "/keep"));
    }

    private static String led(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return URI.create(answer.header("Location")).getPath();
    }

    /** The page of the badge after a day, when no report of before serves. */
    private String later(String path) {
        fixture.setup.clock().advance(Duration.ofDays(1));
        return space.get(path).text();
    }

    private String list() {
        return space.get("/me/imported").text();
    }

    private long listed() {
        return LISTED.matcher(list()).results().count();
    }

    @Test
    void aHostedBadgeThatIsRevokedAfterwardsSaysSo() {
        byte[] file = Samples.named("ob2-revoked.json").bytes();
        published.put(HOSTED, file);
        String path = kept(file);
        assertThat(list()).doesNotContain("Retiré");

        publish(HOSTED, REVOKED_ALONE);

        assertThat(later(path)).contains("Retiré").doesNotContain("Pas vérifié aujourd’hui");
        assertThat(list()).contains("Retiré");
    }

    /** What its address says is all that there is: neither its issuer nor its type. */
    @Test
    void aPhotographedBadgeThatIsRevokedAfterwardsSaysSo() {
        published.put(HOSTED, Samples.named("ob2-revoked.json").bytes());
        String path = kept(QrPicture.png(HOSTED, List.of()));
        assertThat(space.get(path).text()).doesNotContain("Retiré");

        publish(HOSTED, REVOKED_ALONE);

        assertThat(later(path)).contains("Retiré").doesNotContain("Pas vérifié aujourd’hui");
        assertThat(list()).contains("Retiré");
    }

    @Test
    void aSignedBadgeThatIsListedAfterwardsSaysSoUntilItsListIsReadAgain() {
        byte[] file = Samples.named("revocation-list-revoked.json").bytes();
        String list = "https://badges.example/status/retraits-badge";
        byte[] revoking = published.get(list);
        publish(list, new String(revoking, StandardCharsets.UTF_8).replaceAll("7K2MX0Q9TDWE", "another"));
        String path = kept(file);
        assertThat(list()).doesNotContain("Retiré");

        published.put(list, revoking);
        assertThat(later(path)).contains("Retiré");

        published.remove(list);
        fixture.setup.clock().set(Instant.parse("2029-01-01T08:00:00Z"));
        assertThat(space.get(path).text())
                .as("expired as well, and nobody says that it is not revoked any more")
                .contains("Retiré", "Pas vérifié aujourd’hui");
        assertThat(list()).contains("Retiré").doesNotContain("Expiré");
    }

    @Test
    void anAddressThatLeadsToAnotherBadgeByNowSaysNothingOfTheOneThatIsKept() {
        String id = "https://ailleurs.example/badges/haie";
        published.put(PHOTOGRAPHED, issuer.badge(id, "Tailler une haie", "Alix Exemple", "2026-10-01T08:00:00Z"));
        String path = kept(QrPicture.png(PHOTOGRAPHED, List.of()));

        ForeignIssuer another = new ForeignIssuer();
        for (byte[] swapped : List.of(
                another.badge(id, "Peindre un volet", "Bo Autrui", "2026-10-01T08:00:00Z"),
                issuer.badge(id + "2", "Peindre un volet", "Bo Autrui", "2026-10-01T08:00:00Z"),
                Samples.named("not-a-badge-expired.json").bytes())) {
            published.put(PHOTOGRAPHED, swapped);
            assertThat(later(path))
                    .contains("Tailler une haie", "Pas vérifié aujourd’hui")
                    .doesNotContain("Peindre un volet", "Bo Autrui");
            assertThat(list()).contains("Tailler une haie").doesNotContain("Peindre un volet");
        }
    }

    /** Its issuer is named in documents that cannot be fetched. */
    @Test
    void aHostedBadgeIsKeptOnceWhetherOrNotItsIssuerAnsweredTheFirstTime() {
        byte[] file = Samples.named("ob2-revoked.json").bytes();
        published.clear();
        String path = kept(file);
        published.putAll(Samples.documents());
        published.put(HOSTED, file);
        assertThat(later(path)).doesNotContain("Impossible de vérifier");

        kept(file);

        assertThat(listed()).isEqualTo(1);
    }

    @Test
    void aNameThatIsNotTheHoldersStaysBesideTheBadge() {
        String path = kept(issuer.badge("urn:uuid:1", "Tailler une haie", "Bo Autrui", "2026-10-01T08:00:00Z"));

        assertThat(space.get(path).text()).contains("Nom sur ce badge\u00a0: Bo Autrui", "un autre nom");
    }

    @Test
    void aStartThatNoDatabaseStoresIsNone() {
        for (String from : List.of("+300000-01-01T00:00:00Z", "-5000-01-01T00:00:00Z")) {
            Answer answer = space.upload(
                    "/me/imported",
                    "badge",
                    issuer.badge("urn:uuid:2", "Tailler une haie", "Alix Exemple", from),
                    "address",
                    "");
            assertThat(answer.status()).as(from).isLessThan(500);
        }
    }

    /** Each look may fetch large documents from slow servers. */
    @Test
    void afterSixtyJudgementsInAnHourTheLastOnesStand() {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 61; i++) {
            if (i % 25 == 0) {
                fixture.setup.clock().advance(Duration.ofHours(1));
            }
            paths.add(kept(issuer.badge("urn:uuid:many" + i, "Tailler une haie", null, "2026-10-01T08:00:00Z")));
        }
        fixture.setup.clock().advance(Duration.ofHours(1));

        for (String path : paths.subList(0, 60)) {
            assertThat(space.get(path).text()).doesNotContain("Pas vérifié aujourd’hui");
        }
        assertThat(space.get(paths.get(60)).text()).contains("Pas vérifié aujourd’hui", "Tailler une haie");
        fixture.setup.clock().advance(Duration.ofHours(1));
        assertThat(space.get(paths.get(60)).text()).doesNotContain("Pas vérifié aujourd’hui");
    }

    @Test
    void theFilesOfASpaceAreLimitedTogether() {
        String path = kept(issuer.badge("urn:uuid:3", "Tailler une haie", "Alix Exemple", "2026-10-01T08:00:00Z"));
        fixture.owner.useHandle(handle -> handle.execute(
                "INSERT INTO imported_badge SELECT gen_random_uuid(), holder_id, state, sha256(convert_to(n || '', 'UTF8')),"
                        + " form, convert_to(repeat('x', 2097152), 'UTF8'), facts, starts_at, headline, known, checked_at,"
                        + " created_at, updated_at FROM imported_badge, generate_series(1, 32) n WHERE id = ?",
                UUID.fromString(path.substring(path.lastIndexOf('/') + 1))));
        byte[] brought = issuer.badge("urn:uuid:4", "Peindre un volet", "Alix Exemple", "2026-10-01T08:00:00Z");

        Answer answer = space.post(led(space.upload("/me/imported", "badge", brought, "address", "")) + "/keep");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("trop lourds ensemble", "Peindre un volet");
    }
}
