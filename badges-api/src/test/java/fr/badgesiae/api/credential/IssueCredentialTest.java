package fr.badgesiae.api.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IssueCredentialTest {
    private static House house;

    @BeforeAll
    static void open() {
        house = House.open();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void anIssuedBadgeIsValidInBothForms() {
        IssuedCredential issued = house.issued();

        VerificationReport document = house.judge(house.signed(issued.id()).document());
        assertThat(document.verdict()).as("%s", document.checks()).isEqualTo(Verdict.VALID);
        assertThat(document.headline()).isEqualTo(Headline.AUTHENTIC);
        VerificationReport jwt = house.judge(house.signed(issued.id()).jwt());
        assertThat(jwt.verdict()).as("%s", jwt.checks()).isEqualTo(Verdict.VALID);
        assertThat(jwt.headline()).isEqualTo(Headline.AUTHENTIC);
    }

    @Test
    void theDocumentSaysWhatTheStatementSaid() throws JsonProcessingException {
        AwardStatement statement = house.statement();
        IssuedCredential issued = issue(statement);

        JsonNode json = new JsonMapper().readTree(house.signed(issued.id()).document());
        assertThat(json.path("id").asText()).isEqualTo(issued.url());
        assertThat(json.at("/credentialSubject/id").asText()).isEqualTo("urn:uuid:" + house.subject);
        assertThat(json.at("/credentialSubject/identifier/0/identityHash").asText())
                .isEqualTo("Alix E.");
        assertThat(json.at("/credentialSubject/narrative").asText()).isEqualTo(statement.narrative());
        assertThat(json.at("/credentialSubject/result/0/achievedLevel").asText())
                .endsWith("#je-maitrise");
        assertThat(json.at("/evidence/0/narrative").asText()).isEqualTo(statement.evidence());
        assertThat(json.at("/issuer/name").asText()).isEqualTo("Atelier des Deux Rives");
        assertThat(json.path("awardedDate").asText()).isEqualTo("2026-11-02T00:00:00Z");
        assertThat(json.path("validUntil").asText()).isEqualTo("2028-11-02T22:59:59Z");
        assertThat(json.at("/credentialStatus/statusListIndex").isTextual()).isTrue();
        assertThat(json.at("/proof/cryptosuite").asText()).isEqualTo("eddsa-rdfc-2022");
    }

    @Test
    void neitherNameNorEvidenceIsSignedUnlessChosen() throws JsonProcessingException {
        AwardStatement shown = house.statement();
        AwardStatement hidden = new AwardStatement(
                shown.awardId(),
                shown.organisation(),
                shown.person(),
                shown.holder(),
                shown.subject(),
                shown.achievement(),
                shown.narrative(),
                shown.evidence(),
                shown.awardedOn(),
                NameChoice.NONE,
                null,
                false,
                shown.offerId());
        IssuedCredential issued = issue(hidden);

        assertThat(house.signed(issued.id()).document()).doesNotContain("Alix", "identifier\"", "evidence", "null");
        assertThat(house.judge(house.signed(issued.id()).document()).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void theJwtHasExactlyTheHeaderAndClaimsOfTheStandard() throws JsonProcessingException {
        IssuedCredential issued = house.issued();

        JsonNode header = part(house.signed(issued.id()).jwt(), 0);
        assertThat(header.fieldNames()).toIterable().containsExactlyInAnyOrder("alg", "kid", "typ");
        assertThat(header.path("alg").asText()).isEqualTo("ES256");
        assertThat(house.published(java.net.URI.create(header.path("kid").asText())))
                .isPresent();
        JsonNode payload = part(house.signed(issued.id()).jwt(), 1);
        assertThat(payload.has("proof")).isFalse();
        assertThat(payload.path("jti").asText()).isEqualTo(issued.url());
        assertThat(payload.path("sub").asText()).isEqualTo("urn:uuid:" + house.subject);
        assertThat(payload.path("nbf").asLong()).isEqualTo(issued.validFrom().getEpochSecond());
        assertThat(payload.path("exp").asLong()).isEqualTo(issued.validUntil().getEpochSecond());
    }

    @Test
    void thePreviewIsWhatIsSignedButForItsMarks() throws JsonProcessingException {
        AwardStatement statement = house.statement();
        var preview = house.node.credentials.compose().preview(statement);
        var signed = (com.fasterxml.jackson.databind.node.ObjectNode)
                new JsonMapper().readTree(house.signed(issue(statement).id()).document());

        for (String marked : List.of("id", "validFrom", "credentialStatus")) {
            assertThat(preview.remove(marked).toString()).contains("…");
            signed.remove(marked);
        }
        signed.remove("proof");
        assertThat(signed).isEqualTo(preview);
    }

    @Test
    void whatIsStoredIsReleasedByteForByteAndThePayloadIsForgotten() {
        IssuedCredential issued = house.issued();

        assertThat(house.signed(issued.id()).document())
                .isEqualTo(house.signed(issued.id()).document());
        String payload = house.owner.withHandle(handle -> handle.createQuery(
                        "SELECT coalesce(payload, 'gone') FROM credential_document WHERE credential_id = :id")
                .bind("id", issued.id().value())
                .mapTo(String.class)
                .one());
        assertThat(payload).isEqualTo("gone");
    }

    @Test
    void ofTwoNodesThatFinishAtOnceOneReleases() throws InterruptedException, ExecutionException {
        CredentialId id = house.prepare(house.statement());
        Node other = house.node(UnaryOperator.identity());
        List<Callable<Boolean>> both = List.of(
                () -> house.node.credentials.issue().finish(house.organisation, id),
                () -> other.credentials.issue().finish(house.organisation, id));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Boolean> answers = new ArrayList<>();
        for (Future<Boolean> answer : threads.invokeAll(both)) {
            answers.add(answer.get());
        }
        threads.shutdown();

        assertThat(answers).containsExactly(true, true);
        assertThat(house.lines("CREDENTIAL_SIGNED", id.value())).isEqualTo(1);
    }

    @Test
    void finishingAgainChangesNothing() {
        IssuedCredential issued = house.issued();

        assertThat(house.node.credentials.issue().finish(house.organisation, issued.id()))
                .isTrue();
        assertThat(house.signed(issued.id()).jwt())
                .isEqualTo(house.signed(issued.id()).jwt());
        assertThat(house.lines("CREDENTIAL_SIGNED", issued.id().value())).isEqualTo(1);
    }

    @Test
    void aLeaseIsTakenOverOnlyOnceItHasLapsed() {
        CredentialId id = house.prepare(house.statement());
        Node other = house.node(UnaryOperator.identity());
        FinishCredentialsJob job =
                new FinishCredentialsJob(other.platform.database(), other.platform.clock(), other.credentials.issue());

        job.run();
        assertThat(house.state(id)).isEqualTo(CredentialState.PREPARED);
        house.pass(PrepareCredential.LEASE.plus(Duration.ofSeconds(1)));
        job.run();
        assertThat(house.state(id)).isEqualTo(CredentialState.ISSUED);
        assertThat(house.judge(house.signed(id).document()).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void eachUseOfAKeyHasALineBeforeAndAfter() {
        house.issued();

        List<Integer> open = house.owner.withHandle(
                handle -> handle.createQuery("""
                SELECT count(*) FILTER (WHERE code = 'KEY_WILL_BE_USED') - count(*) FILTER (WHERE code = 'KEY_USED')
                FROM audit_event JOIN signing_key k ON k.id = subject_id
                GROUP BY subject_id HAVING count(*) FILTER (WHERE code = 'KEY_USED') > 0
                """).mapTo(Integer.class).list());
        assertThat(open).containsOnly(0).hasSize(2);
    }

    @Test
    void anIssuerThatShowsItsLegalIdentityAndItsNetworkIsValidToo() throws JsonProcessingException {
        try (House vetted = House.open()) {
            vetted.owner.useHandle(handle -> {
                UUID network = UUID.randomUUID();
                handle.execute(
                        "INSERT INTO organisation (id, kind, legal_name, public_name, created_at, updated_at)"
                                + " VALUES (?, 'NETWORK', 'Réseau Exemple', 'Réseau Exemple', now(), now())",
                        network);
                handle.execute(
                        "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on)"
                                + " VALUES (?, ?, ?, now(), '2026-01-05')",
                        UUID.randomUUID(),
                        network,
                        vetted.organisation.value());
                handle.execute(
                        "UPDATE organisation SET shows_legal_identity = true, website = 'https://deux-rives.example/'"
                                + " WHERE id = ?",
                        vetted.organisation.value());
            });

            IssuedCredential issued = vetted.issued();

            JsonNode issuer = new JsonMapper()
                    .readTree(vetted.signed(issued.id()).document())
                    .path("issuer");
            assertThat(issuer.at("/parentOrg/name").asText()).isEqualTo("Réseau Exemple");
            assertThat(issuer.at("/otherIdentifier/1/identifierType").asText()).isEqualTo("ext:siret");
            VerificationReport report = vetted.judge(vetted.signed(issued.id()).document());
            assertThat(report.verdict()).as("%s", report.checks()).isEqualTo(Verdict.VALID);
        }
    }

    @Test
    void anOfferLeadsToOneAward() {
        UUID offer = UUID.randomUUID();
        house.prepare(house.statement(offer));

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> house.prepare(house.statement(offer)))
                .hasMessageContaining("award_of_offer");
    }

    private static IssuedCredential issue(AwardStatement statement) {
        CredentialId id = house.prepare(statement);
        assertThat(house.node.credentials.issue().finish(house.organisation, id))
                .isTrue();
        return house.find(id);
    }

    private static JsonNode part(String jwt, int part) throws JsonProcessingException {
        byte[] text =
                Base64.getUrlDecoder().decode(List.of(jwt.split("\\.", -1)).get(part));
        return new JsonMapper().readTree(new String(text, StandardCharsets.UTF_8));
    }
}
