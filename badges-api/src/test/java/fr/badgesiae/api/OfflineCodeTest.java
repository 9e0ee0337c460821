package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.edition.EditionProblem;
import fr.badgesiae.api.offline.code.CodeText;
import fr.badgesiae.api.offline.code.CodeVerdict;
import fr.badgesiae.api.offline.code.MakeCode;
import fr.badgesiae.api.offline.code.OfflineCode;
import fr.badgesiae.api.platform.Sha256;
import fr.badgesiae.api.platform.html.Assets;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Codes on paper: an edition of their own, judged by the service and listed for readers without a network. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfflineCodeTest {
    private TestServer server;
    private OfflineBadges badges;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.behindProxy(UnaryOperator.identity());
        badges = new OfflineBadges(server, "Atelier des Deux Rives", "73282932000074");
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private CodeVerdict verdict(String address) {
        return badges.judge(address).verdict();
    }

    @Test
    void aCodeIsAnEditionOfItsOwnWithAnIndexOfItsOwn() {
        AcceptedBadges.Accepted held = badges.accepted();
        MakeCode.Made made = badges.code(held);
        OfflineCode code = made.code();

        assertThat(made.address()).startsWith(server.origin() + "/o#");
        assertThat(CodeText.read(made.address()).code()).isEqualTo(code);
        assertThat(made.edition()).isNotEqualTo(held.badge());
        assertThat(code.name()).isEqualTo("Alix E.");
        assertThat(code.title()).isEqualTo("Peindre un mur");
        assertThat(code.issuer()).isEqualTo(server.origin() + "/issuers/" + badges.organisation());
        assertThat(code.ends())
                .isAfter(Instant.now().plus(Duration.ofDays(364)))
                .isBeforeOrEqualTo(
                        Instant.now().atOffset(ZoneOffset.UTC).plusMonths(12).toInstant());
        assertThat(badges.count(
                        "credential WHERE award_id = (SELECT award_id FROM credential WHERE id = ?) AND wallet = 'OFFLINE_CODE'",
                        held.badge().value()))
                .isEqualTo(1);
        assertThat(badges.count("credential WHERE status_index = ?", code.index()))
                .isEqualTo(1);
        assertThat(verdict(made.address())).isEqualTo(CodeVerdict.RIGHT);
    }

    @Test
    void theSameChoiceLeadsToTheSameEditionAndTheNameIsTheirChoice() {
        AcceptedBadges.Accepted held = badges.accepted();
        MakeCode.Made first = badges.code(held);

        assertThat(badges.code(held).edition()).isEqualTo(first.edition());
        MakeCode.Made nameless = (MakeCode.Made) badges.make(held, NameChoice.NONE);
        assertThat(nameless.edition()).isNotEqualTo(first.edition());
        assertThat(nameless.code().name()).isNull();
        assertThat(nameless.code().index()).isNotEqualTo(first.code().index());
    }

    @Test
    void theSpaceCountsACodeAndCallsItOne() throws Exception {
        AcceptedBadges.Accepted held = badges.accepted();
        Visitor phone = new Visitor(server, "/me", sessions -> sessions.openHolder(held.holder()));
        assertThat(phone.get("/me").body()).contains("personne d’autre");
        CredentialId copy = badges.code(held).edition();

        assertThat(phone.get("/me").body())
                .contains("1 copie est dans un téléphone ou sur papier. Pour en retirer une, ouvrez le badge.")
                .doesNotContain("personne d’autre");
        assertThat(phone.get("/me/data").body())
                .contains("Vous avez fait un code à imprimer. Badge\u00a0: «\u00a0Peindre un mur\u00a0».")
                .doesNotContain("portefeuille a demandé");
        assertThat(phone.get("/me/copies/" + copy + "/withdraw").body())
                .contains("Revoir ce code", "/me/badges/" + held.badge() + "/offline", "Retirer cette copie");
    }

    @Test
    void aCodePastItsEndIsFollowedByAnother() {
        AcceptedBadges.Accepted held = badges.accepted();
        CredentialId first = badges.code(held).edition();
        badges.execute(
                "UPDATE credential SET valid_from = now() - interval '1 year', valid_until = now() - interval '1 day' WHERE id = ?",
                first.value());

        assertThat(badges.code(held).edition()).isNotEqualTo(first);
    }

    @Test
    void aCodeCountsAmongFiveCopies() {
        AcceptedBadges.Accepted held = badges.accepted();
        for (NameChoice name : NameChoice.values()) {
            assertThat(badges.make(held, name)).isInstanceOf(MakeCode.Made.class);
        }
        List<CredentialId> made = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            badges.execute(
                    "UPDATE credential SET displayed_name = displayed_name || '!' WHERE holder_id = ? AND wallet IS NOT NULL"
                            + " AND name_choice = 'FULL'",
                    held.holder().value());
            made.add(((MakeCode.Made) badges.make(held, NameChoice.FULL)).edition());
        }
        badges.execute(
                "UPDATE credential SET displayed_name = displayed_name || '!' WHERE holder_id = ? AND wallet IS NOT NULL"
                        + " AND name_choice = 'FULL'",
                held.holder().value());

        assertThat(badges.make(held, NameChoice.FULL)).isEqualTo(new MakeCode.NotMade(EditionProblem.TOO_MANY_COPIES));
        badges.withdraw(held, made.get(0));
        assertThat(badges.make(held, NameChoice.FULL)).isInstanceOf(MakeCode.Made.class);
    }

    @Test
    void aWithdrawnCodeAndThoseOfARevokedBadgeSayIt() {
        AcceptedBadges.Accepted held = badges.accepted();
        MakeCode.Made named = badges.code(held);
        MakeCode.Made nameless = (MakeCode.Made) badges.make(held, NameChoice.NONE);

        badges.withdraw(held, named.edition());

        assertThat(verdict(named.address())).isEqualTo(CodeVerdict.REVOKED);
        assertThat(verdict(nameless.address())).isEqualTo(CodeVerdict.RIGHT);
    }

    @Test
    void anAlteredCodeAndAForgedOneAreRefused() throws Exception {
        String address = badges.code(badges.accepted()).address();
        // the last but one letter of the signature: the last holds bits that mean nothing
        int at = address.length() - 4;
        String other = address.startsWith("20", at) ? "21" : "20";
        String altered = address.substring(0, at) + other + address.substring(at + 2);
        assertThat(verdict(altered)).isEqualTo(CodeVerdict.ALTERED);

        CodeText.Read read = CodeText.read(address);
        assertThat(verdict(OfflineBadges.forged(read, "another"))).isEqualTo(CodeVerdict.FORGED);
        assertThat(verdict(OfflineBadges.forged(read, read.kid()))).isEqualTo(CodeVerdict.ALTERED);
    }

    @Test
    void whatARetiredKeySignedStaysRightAndACompromisedKeyProvesNothing() throws Exception {
        OfflineBadges retired = new OfflineBadges(server, "Atelier du Lac", "73282932000082");
        OfflineBadges compromised = new OfflineBadges(server, "Atelier du Pont", "73282932000090");
        String before = retired.code(retired.accepted()).address();
        String stolen = compromised.code(compromised.accepted()).address();
        assertThat(CodeText.read(before).code()).isNotNull();
        retired.end("RETIRED");
        compromised.end("COMPROMISED");

        retired.awaitPublished();
        assertThat(verdict(before)).isEqualTo(CodeVerdict.RIGHT);
        assertThat(verdict(stolen)).isEqualTo(CodeVerdict.COMPROMISED);
        CodeText.Read read = CodeText.read(stolen);
        assertThat(verdict(OfflineBadges.forged(read, read.kid())))
                .as("nobody has that key")
                .isEqualTo(CodeVerdict.ALTERED);
        HttpResponse<String> answer = get("/scan/known.json", Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        JsonNode known = new JsonMapper().readTree(answer.body());

        assertThat(known.toString()).contains("\"RETIRED\"", "\"COMPROMISED\"", "\"Atelier du Lac\"", "\"until\"");
        assertThat(known.path("lists").size()).isGreaterThan(1);
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.origin().resolve(path));
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Instant instant(HttpResponse<String> answer, String header) {
        return Instant.parse(answer.headers().firstValue(header).orElseThrow());
    }

    @Test
    void readersAreToldOfWhenItIsAndSendForNothingThatTheyHave() throws Exception {
        badges.awaitPublished();
        HttpResponse<String> first = get("/scan/known.json", Map.of());
        badges.awaitPublished();
        HttpResponse<String> later = get(
                "/scan/known.json",
                Map.of("If-None-Match", first.headers().firstValue("ETag").orElseThrow()));

        assertThat(later.statusCode()).isEqualTo(304);
        assertThat(instant(later, "Known-At")).isAfter(instant(first, "Known-At"));
        assertThat(instant(later, "Known-Now"))
                .isBetween(
                        instant(later, "Known-At"), instant(later, "Known-At").plusSeconds(60));
    }

    @Test
    void aClientAsksForWhatReadersKeepSoOftenAMinute() throws Exception {
        int asked = 0;
        int status = 200;
        while (status == 200 && asked < 500) {
            status = get("/scan/known.json", Map.of("X-Forwarded-For", "198.51.100.7"))
                    .statusCode();
            asked++;
        }

        assertThat(status).isEqualTo(429);
        assertThat(asked).isGreaterThan(100);
        assertThat(get("/scan/known.json", Map.of("X-Forwarded-For", "203.0.113.9"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theWorkerKeepsTheFilesOfItsReleaseAlone() throws Exception {
        String worker = get("/scan/worker.js", Map.of()).body();

        assertThat(worker).contains("integrity");
        for (String path : new Assets().integrity().keySet()) {
            String digest = Base64.getEncoder()
                    .encodeToString(Sha256.of(get(path, Map.of()).body()));
            assertThat(worker).contains("\"" + path + "\":\"sha256-" + digest + "\"");
        }
    }

    @Test
    void whoNoNetworkVouchesForIsUnknown() {
        OfflineBadges alone = new OfflineBadges(server, "Atelier Seul", "73282932000108");
        String address = alone.code(alone.accepted()).address();
        alone.execute(
                "DELETE FROM network_membership WHERE organisation_id = ?",
                alone.organisation().value());
        alone.awaitPublished();

        assertThat(verdict(address)).isEqualTo(CodeVerdict.UNKNOWN_ISSUER);
        assertThat(badges.judge(address).code()).isNull();
    }
}
