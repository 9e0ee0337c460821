package fr.badgesiae.api.holder.imported;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.holder.SpaceHarness;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalExport;
import fr.badgesiae.api.platform.qr.QrPicture;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Badges from elsewhere, through the pages of one holder. */
class ImportedBadgeTest {
    private static final String FROM = "2026-10-01T08:00:00Z";
    private static final Pattern LISTED = Pattern.compile("href=\"(/me/imported/[0-9a-f-]{36})\"");

    private static ClaimFixture fixture;
    private static Instant start;

    private final ForeignIssuer issuer = new ForeignIssuer();
    private HolderId holder;
    private CredentialId own;
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

    /** A holder of one badge of ours; nothing of others can be reached. */
    @BeforeEach
    void accept() {
        fixture.network = Fetcher.offline();
        fixture.setup.clock().set(start);
        var accepted = fixture.accepted(fixture.offered());
        holder = accepted.holder();
        own = accepted.credential();
        space = new SpaceHarness(fixture, holder);
        // the documents of the samples are of that day
        fixture.setup.clock().set(Samples.at());
    }

    private static String today() {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH)
                .format(fixture.platform.clock().instant().atZone(FrenchZone.PARIS.zone()));
    }

    private long rows() {
        return fixture.count("imported_badge WHERE holder_id = ?", holder.value());
    }

    private byte[] badge(String name) {
        return issuer.badge("https://ailleurs.example/badges/" + name.replace(' ', '-'), name, "Alix Exemple", FROM);
    }

    private Answer bring(byte[] file) {
        return space.upload("/me/imported", "badge", file, "address", "");
    }

    private Answer bring(String address) {
        return space.upload("/me/imported", "", new byte[0], "address", address);
    }

    private static String led(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return URI.create(answer.header("Location")).getPath();
    }

    private String kept(Answer answer) {
        return led(space.post(led(answer) + "/keep"));
    }

    private List<String> listed() {
        return LISTED.matcher(space.get("/me/imported").text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    /** What is published by those elsewhere; anything else cannot be reached. */
    private void reach(Map<String, byte[]> documents) {
        Map<String, byte[]> known = new HashMap<>(documents);
        fixture.network = (uri, limits) -> known.containsKey(uri.toString())
                ? new FetchResult.Fetched(uri, "application/json", known.get(uri.toString()), false, false)
                : new FetchResult.Failed(FetchResult.Failure.UNREACHABLE, "away");
    }

    private void change(String sql, Object... values) {
        fixture.owner.useHandle(handle -> handle.execute(sql, values));
    }

    @Test
    void aBadgeIsVerifiedAndShownFirstAndKeptOnAYes() {
        String path = led(bring(badge("Tailler une haie")));

        Answer asked = space.get(path);
        assertThat(asked.text())
                .contains(
                        "Garder ce badge\u202f?",
                        "Tailler une haie",
                        "Une Voisine",
                        "Signature intacte, émetteur inconnu ici")
                .contains("Ce badge vient d’ailleurs.", "Nous ne savons pas si ce badge est à vous.")
                .doesNotContain("Nom sur ce badge");
        assertThat(listed()).isEmpty();

        assertThat(led(space.post(path + "/keep"))).isEqualTo(path);

        assertThat(space.get("/me/imported").text())
                .contains("Badges venus d’ailleurs", "Tailler une haie", "Importé – vérifié le " + today())
                .contains("Signature intacte, émetteur inconnu ici");
        assertThat(listed()).containsExactly(path);
        assertThat(space.get(path).text()).contains("Pour montrer ce badge").doesNotContain("Garder ce badge");
        assertThat(fixture.audited("IMPORTED_BADGE_KEPT", id(path))).isEqualTo(1);
    }

    @Test
    void whatIsNotWantedIsGoneAtOnceAndWhatNobodyAnsweredForAfterADay() {
        String path = led(bring(badge("Tailler une haie")));
        assertThat(led(space.post(path + "/remove"))).isEqualTo("/me/imported");
        assertThat(space.get(path).status()).isEqualTo(404);

        String forgotten = led(bring(badge("Tailler une haie")));
        String wanted = kept(bring(badge("Peindre un volet")));
        fixture.setup.clock().advance(Duration.ofHours(25));
        fixture.holders.jobs().stream()
                .filter(job -> job.name().equals("drop-pending-imports"))
                .forEach(job -> job.act().run());
        assertThat(space.get(forgotten).status()).isEqualTo(404);
        assertThat(space.get(wanted).status()).isEqualTo(200);
    }

    @Test
    void theBytesAreSealedAndGivenBackAsTheyWereBrought() {
        byte[] file = badge("Tailler une haie");
        String path = kept(bring(file));

        Answer given = space.get(path + "/file");

        assertThat(given.body()).isEqualTo(file);
        assertThat(given.header("Content-Disposition")).startsWith("attachment").contains("badge-ailleurs.txt");
        assertThat(given.header("Content-Security-Policy")).contains("default-src 'none'");
        byte[] stored = fixture.owner.withHandle(
                handle -> handle.select("SELECT file || facts FROM imported_badge WHERE holder_id = ?", holder.value())
                        .mapTo(byte[].class)
                        .one());
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("haie", "Alix", "eyJ");
    }

    @Test
    void aForgedBadgeIsNotKeptAndTheReasonIsSaid() {
        Answer refused = bring(ForeignIssuer.forged(badge("Tailler une haie")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Pas authentique", "Nous n’avons pas gardé ce fichier.")
                .doesNotContain("Tailler une haie");
        assertThat(rows()).isZero();
    }

    @Test
    void whatIsNoBadgeIsNotKept() {
        byte[] empty = {};
        for (byte[] file : List.of(
                "{}".getBytes(StandardCharsets.UTF_8),
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                        .getBytes(StandardCharsets.UTF_8),
                QrPicture.png("Bonjour", List.of()),
                Samples.named("not-a-badge-expired.json").bytes())) {
            assertThat(bring(file).status()).isEqualTo(422);
        }
        assertThat(bring(empty).text()).contains("Ce fichier est vide.");
        assertThat(space.upload("/me/imported", "", empty, "address", "").text())
                .contains("Choisissez un fichier, ou écrivez une adresse.");
        assertThat(bring(new byte[SubmitBadge.MOST_BYTES + 1]).text()).contains("Ce fichier dépasse 2\u00a0Mo.");
        assertThat(bring("http://ailleurs.example/badge").text())
                .contains("Elle commence par https://.", "value=\"http://ailleurs.example/badge\"");
        assertThat(rows()).isZero();
    }

    @Test
    void anExpiredBadgeIsKeptWithItsWord() {
        reach(Samples.documents());

        kept(bring(Samples.named("expired.json").bytes()));

        assertThat(space.get("/me/imported").text()).contains("Expiré, émetteur inconnu ici");
    }

    @Test
    void aBadgeWhoseIssuerDoesNotAnswerIsKeptWithoutAVerdictAndJudgedOnceItDoes() {
        byte[] file = Samples.named("valid-did-web.json").bytes();
        String path = kept(bring(file));

        assertThat(space.get("/me/imported").text())
                .contains("Importé – pas encore vérifié", "Impossible de vérifier")
                .doesNotContain("Travailler en équipe");
        reach(Samples.documents());
        assertThat(space.get(path).text()).doesNotContain("Travailler en équipe");
        fixture.setup.clock().advance(Duration.ofMinutes(11));

        assertThat(space.get(path).text()).contains("Travailler en équipe");
        assertThat(space.get("/me/imported").text())
                .contains("Importé – vérifié le " + today(), "Travailler en équipe");
    }

    @Test
    void withoutANetworkTheLastVerdictStandsWithItsDay() {
        reach(Samples.documents());
        String path = kept(bring(Samples.named("valid-did-web.json").bytes()));
        String day = today();
        assertThat(space.get(path).text()).doesNotContain("Pas vérifié aujourd’hui");
        fixture.network = Fetcher.offline();
        fixture.setup.clock().advance(Duration.ofDays(3));

        assertThat(space.get(path).text())
                .contains("Pas vérifié aujourd’hui", "Dernière vérification\u00a0: le " + day + ".")
                .contains("Travailler en équipe", "Signature intacte, émetteur inconnu ici");
        assertThat(space.get("/me/imported").text()).contains("Importé – vérifié le " + day);
    }

    @Test
    void anAddressIsFetchedOnceAndItsFileKept() {
        byte[] file = badge("Tailler une haie");
        reach(Map.of("https://ailleurs.example/mon-badge", file));

        String path = kept(bring("ailleurs.example/mon-badge"));
        fixture.network = Fetcher.offline();

        assertThat(space.get(path + "/file").body()).isEqualTo(file);
        fixture.setup.clock().advance(Duration.ofMinutes(11));
        assertThat(space.get(path).text()).contains("Signature intacte").doesNotContain("Pas vérifié aujourd’hui");
    }

    @Test
    void thePhotographOfAnAddressIsFollowedAndKeptAsAPicture() {
        reach(Map.of("https://ailleurs.example/mon-badge", badge("Tailler une haie")));

        String path = kept(bring(QrPicture.png("https://ailleurs.example/mon-badge", List.of())));

        assertThat(space.get(path).text()).contains("Tailler une haie");
        assertThat(space.get(path + "/file").header("Content-Type")).isEqualTo("image/png");
    }

    @Test
    void theSameBadgeIsKeptOnceAndTheNewerFileWins() {
        String first = kept(bring(badge("Tailler une haie")));
        byte[] later = issuer.badge(
                " https://ailleurs.example/badges/%54ailler-une-haie ",
                "Tailler deux haies", "Alix Exemple", "2026-10-20T08:00:00Z");
        String second = kept(bring(later));

        assertThat(listed()).containsExactly(second);
        assertThat(space.get(first).status()).isEqualTo(404);
        assertThat(fixture.audited("IMPORTED_BADGE_REPLACED", id(second))).isEqualTo(1);

        Answer older = space.post(led(bring(badge("Tailler une haie"))) + "/keep");

        assertThat(led(older)).isEqualTo(second);
        assertThat(space.get("/me/imported").text())
                .contains("Tailler deux haies")
                .doesNotContain("Tailler une haie");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aBadgeOfAnotherNameIsAskedAbout() {
        String path = led(bring(issuer.badge("urn:uuid:" + UUID.randomUUID(), "Haie", "Bo Autrui", FROM)));
        assertThat(space.get(path).text())
                .contains("Nom sur ce badge\u00a0: Bo Autrui", "Gardez ce badge seulement s’il est à vous.");
        String unnamed = led(bring(issuer.badge("urn:uuid:" + UUID.randomUUID(), "Haie", null, FROM)));
        assertThat(space.get(unnamed).text()).contains("Il n’y a pas de nom sur ce badge.");
        String initial = led(bring(issuer.badge("urn:uuid:" + UUID.randomUUID(), "Haie", "alix É.", FROM)));
        assertThat(space.get(initial).text()).doesNotContain("Nom sur ce badge", "pas de nom sur ce badge");
    }

    @Test
    void aBadgeOfOursIsSaidToBeHereOrOfAnotherSpace() {
        fixture.setup.clock().set(start);
        byte[] mine = fixture.signed(own).document().getBytes(StandardCharsets.UTF_8);
        var other = fixture.accepted(fixture.offered());
        byte[] theirs = fixture.signed(other.credential()).document().getBytes(StandardCharsets.UTF_8);

        assertThat(bring(mine).text())
                .contains("Vous avez déjà ce badge dans votre espace.", "href=\"/me/badges/" + own + "\"");
        assertThat(bring(theirs).text()).contains("Ce badge est déjà ici, dans un autre espace.");
        assertThat(rows()).isZero();
    }

    @Test
    void aSlipAndACodeWithABadgeInShortAreToldFromABadge() {
        String origin = fixture.platform.settings().url("");
        assertThat(bring(QrPicture.png(origin + "/claim/ABCD-EFGH-JKMN-PQRS", List.of()))
                        .text())
                .contains("C’est un ticket, une carte ou un lien personnel.")
                .doesNotContain("ABCD-EFGH");
        assertThat(bring(QrPicture.png(origin + "/o#" + "5676290952432060".repeat(50), List.of()))
                        .text())
                .contains("Ce QR code montre un badge sans son fichier.");
    }

    @Test
    void severalBadgesInOneFileAreBroughtOneByOne() {
        reach(Samples.documents());
        assertThat(bring(Samples.named("baked-png-two-badges.png").bytes()).text())
                .contains("Ajoutez un fichier par badge.");
    }

    @Test
    void twoHundredAreEnough() {
        String path = kept(bring(badge("Tailler une haie")));
        change(
                "INSERT INTO imported_badge SELECT gen_random_uuid(), holder_id, state, sha256(convert_to(n || '', 'UTF8')),"
                        + " form, '', facts, starts_at, headline, known, checked_at, created_at, updated_at"
                        + " FROM imported_badge, generate_series(2, 200) n WHERE id = ?",
                id(path));
        String waiting = led(bring(badge("Peindre un volet")));

        Answer full = space.post(waiting + "/keep");

        assertThat(full.status()).as(full.header("Location")).isEqualTo(422);
        assertThat(full.text()).contains("Vous gardez déjà 200 badges d’ailleurs.", "Peindre un volet");
        assertThat(kept(bring(badge("Tailler une haie"))))
                .as("the same badge again")
                .isNotNull();
    }

    @Test
    void afterThirtyInAnHourAHolderIsAskedToWait() {
        for (int i = 0; i < 30; i++) {
            bring("{}".getBytes(StandardCharsets.UTF_8));
        }
        Answer closed = bring(badge("Tailler une haie"));
        assertThat(closed.status()).isEqualTo(429);
        assertThat(closed.text()).contains("Attendez une heure");
        fixture.setup.clock().advance(Duration.ofHours(1));
        led(bring(badge("Tailler une haie")));
    }

    @Test
    void whatABadgeSaysIsEscapedAndItsAddressesAreNotLoaded() {
        String path = kept(bring(badge("<script>alert(1)</script><img src=x>")));

        for (String page : List.of(path, "/me/imported", path + "/remove")) {
            assertThat(space.get(page).text()).as(page).doesNotContain("<script>alert", "<img src=x>", "image.png");
        }
    }

    @Test
    void nobodyElseSeesIt() {
        String path = kept(bring(badge("Tailler une haie")));
        SpaceHarness other =
                new SpaceHarness(fixture, fixture.accepted(fixture.offered()).holder());

        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.get(path + "/file").status()).isEqualTo(404);
        assertThat(other.post(path + "/remove").status()).isEqualTo(404);
        assertThat(other.get("/me/imported").text()).doesNotContain("Tailler une haie");
    }

    @Test
    void aReopenedSpaceShowsNoneUntilTheOtherBadgesAreBack() {
        String path = kept(bring(badge("Tailler une haie")));
        change(
                "UPDATE holder SET limited_to = ?, limited_until = now() + interval '7 days' WHERE id = ?",
                fixture.organisation.value(),
                holder.value());

        assertThat(space.get("/me/imported").text()).doesNotContain("Tailler une haie");
        assertThat(space.get(path).status()).isEqualTo(404);
        assertThat(space.get(path + "/file").status()).isEqualTo(404);
        assertThat(bring(badge("Peindre un volet")).text()).contains("Vos autres badges attendent encore.");
        boolean waits = fixture.platform
                .database()
                .inHolder(
                        holder,
                        handle -> handle.select("SELECT others_wait FROM notice_of_holder()")
                                .mapTo(Boolean.class)
                                .one());
        assertThat(waits).as("the notice says that others wait").isTrue();

        change("UPDATE holder SET limited_to = NULL, limited_until = NULL WHERE id = ?", holder.value());
        assertThat(listed()).containsExactly(path);
    }

    @Test
    void itIsRemovedForGoodAfterAQuestion() {
        String path = kept(bring(badge("Tailler une haie")));
        assertThat(space.get(path + "/remove").text())
                .contains("Enlever ce badge de votre espace\u202f?", "Tailler une haie");

        assertThat(led(space.post(path + "/remove"))).isEqualTo("/me/imported");

        assertThat(listed()).isEmpty();
        assertThat(rows()).isZero();
        assertThat(fixture.audited("IMPORTED_BADGE_REMOVED", id(path))).isEqualTo(1);
    }

    @Test
    void theCopyOfASpaceHasItInAFolderOfItsOwnAndAnErasureTakesIt() {
        byte[] file = badge("Tailler une haie");
        kept(bring(file));
        bring(badge("Peindre un volet"));
        PersonalData data = fixture.holders.personalData();
        PersonalExport export = new PersonalExport();

        fixture.platform.database().inHolder(holder, handle -> {
            data.exportSpace(handle, holder, export);
            return true;
        });

        assertThat(export.files()).containsOnlyKeys("imported/1.txt");
        assertThat(export.files().get("imported/1.txt")).isEqualTo(file);
        assertThat(export.sections())
                .filteredOn(section -> section.name().equals("imported_badges"))
                .flatExtracting(PersonalExport.Section::rows)
                .singleElement()
                .extracting(row -> row.get("badge"), row -> row.get("issuer"), row -> row.get("displayed_name"))
                .containsExactly("Tailler une haie", "Une Voisine", "Alix Exemple");

        fixture.platform.database().inHolder(holder, handle -> {
            data.eraseSpace(
                    handle, holder, UUID.randomUUID(), fixture.platform.clock().instant());
            return true;
        });
        assertThat(rows()).isZero();
        assertThat(data.tables()).contains("imported_badge", "holder");
    }

    @Test
    void itIsNotAmongTheBadgesThatCanBeShared() {
        kept(bring(badge("Tailler une haie")));
        Matcher offered = Pattern.compile("Tailler une haie")
                .matcher(space.get("/me/portfolios").text());
        assertThat(offered.find()).isFalse();
    }
}
