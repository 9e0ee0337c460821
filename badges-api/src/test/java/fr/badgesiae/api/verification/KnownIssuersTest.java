package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import fr.badgesiae.api.share.PublicPagesFixture;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.TrustRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Known and unknown issuers in reports, on the page and by API. */
class KnownIssuersTest {
    private static final String ELSEWHERE = Samples.named("valid-did-key.json").text();

    private static PublicPagesFixture pages;
    private static IssuedCredential badge;
    private static TrustRegistry imported = TrustRegistry.EMPTY;

    @BeforeAll
    static void open() {
        pages = PublicPagesFixture.importing(id -> imported.find(id));
        badge = pages.issuing.issued();
    }

    @AfterAll
    static void close() {
        pages.close();
    }

    @BeforeEach
    void nobodyIsImported() {
        pages.issuing.pass(Duration.ofMinutes(1));
        imported = id -> Optional.empty();
    }

    private static JsonNode report(String text) throws IOException {
        Answer answer = pages.web.call(
                "POST",
                "/api/v1/verifications",
                Map.of("Content-Type", "application/json", "Accept-Language", "fr"),
                text.getBytes(StandardCharsets.UTF_8));
        return new JsonMapper().readTree(answer.body());
    }

    private static String page(String text) {
        return VerifyForm.send(pages.web, text.getBytes(StandardCharsets.UTF_8), "", "fr")
                .text();
    }

    private static JsonNode trust(JsonNode report) {
        for (JsonNode check : report.path("checks")) {
            if (check.path("name").asText().equals("TRUST")) {
                return check;
            }
        }
        throw new AssertionError("no check of trust");
    }

    private static TrustRegistry says(String name) {
        return id ->
                Optional.of(new TrustRegistry.Entry(name, null, "Réseau d’ailleurs", LocalDate.of(2026, 3, 1), null));
    }

    @Test
    void anUnknownIssuerIsAStatementAndNoFailure() throws IOException {
        JsonNode report = report(ELSEWHERE);
        assertThat(report.path("headline").asText()).isEqualTo("AUTHENTIC");
        assertThat(report.path("verdict").asText()).isEqualTo("VALID");
        assertThat(trust(report).path("outcome").asText()).isEqualTo("WARNING");
        assertThat(trust(report).path("reason").asText()).isEqualTo("trust.unknown");
        assertThat(report.path("issuer").hasNonNull("registeredName")).isFalse();
        assertThat(page(ELSEWHERE))
                .contains("<h1 id=\"verdict-1\">Signature intacte, émetteur inconnu ici</h1>", "verdict care")
                .contains("aucun registre ne le confirme ici")
                .doesNotContain("Authentique", "verdict good");
    }

    @Test
    void theAnswerSaysWhetherTheIssuerIsKnown() throws IOException {
        assertThat(report(ELSEWHERE).path("issuer").path("known").asBoolean(true))
                .isFalse();
        assertThat(report(pages.issuing.signed(badge.id()).document())
                        .path("issuer")
                        .path("known")
                        .asBoolean())
                .isTrue();
        imported = says("La Voisine, nom enregistré");
        assertThat(report(ELSEWHERE).path("issuer").path("known").asBoolean()).isTrue();
    }

    @Test
    void anUnknownIssuerThatResemblesARegisteredOneIsFlagged() throws IOException {
        assertThat(page(ELSEWHERE)).doesNotContain("ressemble");
        register("Association Une Voisîne");
        pages.issuing.pass(Duration.ofMinutes(6));
        assertThat(report(ELSEWHERE).path("issuer").path("resembles").asText()).isEqualTo("Association Une Voisîne");
        assertThat(page(ELSEWHERE))
                .contains("notice error", "ce nom ressemble à celui d’une structure enregistrée")
                .contains("Ce badge ne vient pas d’elle")
                .contains("une autre structure du même nom, ou une imitation")
                .contains(" href=\"/issuers/");
        imported = says("La Voisine, nom enregistré");
        assertThat(page(ELSEWHERE)).doesNotContain("ressemble");
    }

    @Test
    void aKeyAloneIsNoAddressThatExists() {
        assertThat(page(ELSEWHERE)).contains("Une clé seule, sans adresse").doesNotContain("existe et répond");
    }

    private static void register(String name) {
        UUID network = UUID.randomUUID();
        UUID organisation = UUID.randomUUID();
        pages.issuing.owner.useHandle(handle -> {
            for (UUID id : List.of(network, organisation)) {
                handle.execute(
                        "INSERT INTO organisation (id, kind, siret, legal_name, public_name, created_at, updated_at)"
                                + " VALUES (?, ?, ?, ?, ?, now(), now())",
                        id,
                        id.equals(network) ? "NETWORK" : "ACI",
                        id.equals(network) ? null : "11111111100018",
                        id.equals(network) ? "Réseau Exemple" : name,
                        id.equals(network) ? "Réseau Exemple" : name);
            }
            handle.execute(
                    "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on)"
                            + " VALUES (gen_random_uuid(), ?, ?, now(), '2026-09-01')",
                    network,
                    organisation);
        });
    }

    @Test
    void anImportedIssuerIsShownWithItsRegisteredNameAndNetwork() throws IOException {
        imported = says("La Voisine, nom enregistré");
        JsonNode report = report(ELSEWHERE);
        assertThat(report.path("headline").asText()).isEqualTo("AUTHENTIC");
        assertThat(trust(report).path("outcome").asText()).isEqualTo("PASSED");
        assertThat(report.path("issuer").path("registeredName").asText()).isEqualTo("La Voisine, nom enregistré");
        assertThat(page(ELSEWHERE))
                .contains("<h1 id=\"verdict-1\">Authentique</h1>", "La Voisine, nom enregistré")
                .contains("membre de « Réseau d’ailleurs »");
    }

    @Test
    void ourOwnEntryWinsAndNoOtherListHasASayUnderOurOrigin() throws IOException {
        imported = says("Nom usurpé");
        assertThat(trust(report(pages.issuing.signed(badge.id()).document()))
                        .path("reason")
                        .asText())
                .isEqualTo("trust.unknown");
        pages.vet();
        JsonNode report = report(pages.issuing.signed(badge.id()).document());
        assertThat(trust(report).path("outcome").asText()).isEqualTo("PASSED");
        assertThat(report.path("issuer").path("registeredName").asText()).isEqualTo("Atelier des Deux Rives");
        assertThat(page(pages.issuing.signed(badge.id()).document()))
                .contains("membre de « Réseau Exemple »")
                .doesNotContain("usurpé");
    }
}
