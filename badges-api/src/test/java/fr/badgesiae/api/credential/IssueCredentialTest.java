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
    private static IssuingFixture issuing;

    @BeforeAll
    static void open() {
        issuing = IssuingFixture.open();
    }

    @AfterAll
    static void close() {
        issuing.close();
    }

    @Test
    void anIssuedBadgeIsValidInBothForms() {
        IssuedCredential issued = issuing.issued();

        VerificationReport document = issuing.judge(issuing.signed(issued.id()).document());
        assertThat(document.verdict()).as("%s", document.checks()).isEqualTo(Verdict.VALID);
        assertThat(document.headline()).isEqualTo(Headline.AUTHENTIC);
        VerificationReport jwt = issuing.judge(issuing.signed(issued.id()).jwt());
        assertThat(jwt.verdict()).as("%s", jwt.checks()).isEqualTo(Verdict.VALID);
        assertThat(jwt.headline()).isEqualTo(Headline.AUTHENTIC);
    }

    @Test
    void theDocumentSaysWhatTheStatementSaid() throws JsonProcessingException {
        AwardStatement statement = issuing.statement();
        IssuedCredential issued = issue(statement);

        JsonNode json = new JsonMapper().readTree(issuing.signed(issued.id()).document());
        assertThat(json.path("id").asText()).isEqualTo(issued.url());
        assertThat(json.at("/credentialSubject/id").asText()).isEqualTo("urn:uuid:" + issuing.subject);
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
        AwardStatement shown = issuing.statement();
        AwardStatement hidden = new AwardStatement(
                shown.awardId(),
                shown.organisation(),
                shown.person(),
                shown.subject(),
                shown.achievement(),
                shown.narrative(),
                shown.evidence(),
                shown.awardedOn(),
                NameChoice.NONE,
                null,
                false,
                shown.offerId(),
                null);
        IssuedCredential issued = issue(hidden);

        assertThat(issuing.signed(issued.id()).document()).doesNotContain("Alix", "identifier\"", "evidence", "null");
        assertThat(issuing.judge(issuing.signed(issued.id()).document()).verdict())
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void theJwtHasExactlyTheHeaderAndClaimsOfTheStandard() throws JsonProcessingException {
        IssuedCredential issued = issuing.issued();

        JsonNode header = part(issuing.signed(issued.id()).jwt(), 0);
        assertThat(header.fieldNames()).toIterable().containsExactlyInAnyOrder("alg", "kid", "typ");
        assertThat(header.path("alg").asText()).isEqualTo("ES256");
        assertThat(header.path("kid").asText())
                .startsWith(issuing.node.keys.signingKeys().issuerDid(issuing.organisation) + "#");
        JsonNode payload = part(issuing.signed(issued.id()).jwt(), 1);
        assertThat(payload.has("proof")).isFalse();
        assertThat(payload.path("jti").asText()).isEqualTo(issued.url());
        assertThat(payload.path("sub").asText()).isEqualTo("urn:uuid:" + issuing.subject);
        assertThat(payload.path("nbf").asLong()).isEqualTo(issued.validFrom().getEpochSecond());
        assertThat(payload.path("exp").asLong()).isEqualTo(issued.validUntil().getEpochSecond());
    }

    @Test
    void thePreviewIsWhatIsSignedButForItsMarks() throws JsonProcessingException {
        AwardStatement statement = issuing.statement();
        var preview = issuing.node.credentials.compose().preview(statement);
        var signed = (com.fasterxml.jackson.databind.node.ObjectNode)
                new JsonMapper().readTree(issuing.signed(issue(statement).id()).document());

        for (String marked : List.of("id", "validFrom", "credentialStatus")) {
            assertThat(preview.remove(marked).toString()).contains("…");
            signed.remove(marked);
        }
        signed.remove("proof");
        assertThat(signed).isEqualTo(preview);
    }

    @Test
    void whatIsStoredIsReleasedByteForByteAndThePayloadIsForgotten() {
        IssuedCredential issued = issuing.issued();

        assertThat(issuing.signed(issued.id()).document())
                .isEqualTo(issuing.signed(issued.id()).document());
        String payload = issuing.owner.withHandle(handle -> handle.createQuery(
                        "SELECT coalesce(payload, 'gone') FROM credential_document WHERE credential_id = :id")
                .bind("id", issued.id().value())
                .mapTo(String.class)
                .one());
        assertThat(payload).isEqualTo("gone");
    }

    @Test
    void ofTwoNodesThatFinishAtOnceOneReleases() throws InterruptedException, ExecutionException {
        CredentialId id = issuing.prepare(issuing.statement());
        IssuingNode other = issuing.node(UnaryOperator.identity());
        List<Callable<Boolean>> both = List.of(
                () -> issuing.node.credentials.finishCredential().apply(issuing.organisation, id),
                () -> other.credentials.finishCredential().apply(issuing.organisation, id));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Boolean> answers = new ArrayList<>();
        for (Future<Boolean> answer : threads.invokeAll(both)) {
            answers.add(answer.get());
        }
        threads.shutdown();

        assertThat(answers).containsExactly(true, true);
        assertThat(issuing.lines("CREDENTIAL_SIGNED", id.value())).isEqualTo(1);
    }

    @Test
    void finishingAgainChangesNothing() {
        IssuedCredential issued = issuing.issued();

        assertThat(issuing.node.credentials.finishCredential().apply(issuing.organisation, issued.id()))
                .isTrue();
        assertThat(issuing.signed(issued.id()).jwt())
                .isEqualTo(issuing.signed(issued.id()).jwt());
        assertThat(issuing.lines("CREDENTIAL_SIGNED", issued.id().value())).isEqualTo(1);
    }

    @Test
    void aLeaseIsTakenOverOnlyOnceItHasLapsed() {
        CredentialId id = issuing.prepare(issuing.statement());
        IssuingNode other = issuing.node(UnaryOperator.identity());

        other.finishAll();
        assertThat(issuing.state(id)).isEqualTo(CredentialState.PREPARED);
        issuing.pass(PrepareCredential.LEASE.plus(Duration.ofSeconds(1)));
        other.finishAll();
        assertThat(issuing.state(id)).isEqualTo(CredentialState.ISSUED);
        assertThat(issuing.judge(issuing.signed(id).document()).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void eachUseOfAKeyHasALineBeforeAndAfter() {
        // A separate organisation: other tests here prepare badges without signing them.
        try (IssuingFixture alone = IssuingFixture.open()) {
            alone.issued();

            List<Integer> open = alone.owner.withHandle(
                    handle -> handle.createQuery("""
                    SELECT count(*) FILTER (WHERE code = 'KEY_WILL_BE_USED') - count(*) FILTER (WHERE code = 'KEY_USED')
                    FROM audit_event JOIN signing_key k ON k.id = subject_id
                    GROUP BY subject_id HAVING count(*) FILTER (WHERE code = 'KEY_USED') > 0
                    """).mapTo(Integer.class).list());
            assertThat(open).containsOnly(0).hasSize(2);
        }
    }

    @Test
    void anIssuerShowsItsLegalIdentityAndNeverItsNetwork() throws JsonProcessingException {
        try (IssuingFixture vetted = IssuingFixture.open()) {
            UUID network = UUID.randomUUID();
            vetted.owner.useHandle(handle -> {
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
            assertThat(issuer.fieldNames())
                    .toIterable()
                    .containsExactly("id", "type", "name", "url", "otherIdentifier");
            assertThat(vetted.signed(issued.id()).document()).doesNotContain("Réseau Exemple", network.toString());
            assertThat(issuer.at("/otherIdentifier/1/identifierType").asText()).isEqualTo("ext:siret");
            VerificationReport report = vetted.judge(vetted.signed(issued.id()).document());
            assertThat(report.verdict()).as("%s", report.checks()).isEqualTo(Verdict.VALID);
        }
    }

    @Test
    void aBadgeKeepsTheSiretOfItsDayAndStaysValid() throws JsonProcessingException {
        try (IssuingFixture moved = IssuingFixture.open()) {
            moved.owner.useHandle(handle -> handle.execute(
                    "UPDATE organisation SET shows_legal_identity = true, siret = '73282932000074' WHERE id = ?",
                    moved.organisation.value()));
            IssuedCredential before = moved.issued();
            moved.owner.useHandle(handle -> handle.execute(
                    "UPDATE organisation SET siret = '44306184100047' WHERE id = ?", moved.organisation.value()));

            IssuedCredential after = moved.issued();

            assertThat(siret(moved.signed(before.id()).document())).isEqualTo("73282932000074");
            assertThat(siret(moved.signed(after.id()).document())).isEqualTo("44306184100047");
            VerificationReport report = moved.judge(moved.signed(before.id()).document());
            assertThat(report.verdict()).as("%s", report.checks()).isEqualTo(Verdict.VALID);
        }
    }

    private static String siret(String document) throws JsonProcessingException {
        return new JsonMapper()
                .readTree(document)
                .at("/issuer/otherIdentifier/1/identifier")
                .asText();
    }

    @Test
    void anOfferLeadsToOneAward() {
        UUID offer = UUID.randomUUID();
        issuing.prepare(issuing.statement(offer));

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> issuing.prepare(issuing.statement(offer)))
                .hasMessageContaining("award_of_offer");
    }

    private static IssuedCredential issue(AwardStatement statement) {
        PreparedCredential prepared = issuing.handedOn(statement);
        assertThat(issuing.node.credentials.issue().apply(prepared)).isTrue();
        return issuing.find(prepared.id());
    }

    private static JsonNode part(String jwt, int part) throws JsonProcessingException {
        byte[] text =
                Base64.getUrlDecoder().decode(List.of(jwt.split("\\.", -1)).get(part));
        return new JsonMapper().readTree(new String(text, StandardCharsets.UTF_8));
    }
}
