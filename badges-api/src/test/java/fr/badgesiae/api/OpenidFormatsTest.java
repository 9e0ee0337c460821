package fr.badgesiae.api;

import static fr.badgesiae.api.OpenidRun.assertError;
import static fr.badgesiae.api.OpenidRun.brought;
import static fr.badgesiae.api.OpenidRun.content;
import static fr.badgesiae.api.OpenidRun.part;
import static fr.badgesiae.api.OpenidRun.payload;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.sign.VerifyBeforeRelease.Judgement;
import fr.badgesiae.api.wallet.NodePeer;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.api.wallet.openid.draft.OpenidDraft;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The formats that are issued where the configuration asks for them: VC-JWT of VC 1.1, and the embedded proof. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenidFormatsTest {
    private static final String VERSION_1 = "OpenBadgeCredential_jwt_vc_json_1_1";
    private static final String EMBEDDED = "OpenBadgeCredential_ldp_vc";

    private OpenidRun run;

    @BeforeAll
    void start() throws Exception {
        run = OpenidRun.with(OpenidWallet.TALAO, OpenidWallet.OTHER, OpenidDraft.DRAFT_13);
    }

    @AfterAll
    void stop() {
        run.close();
    }

    @BeforeEach
    void accept() {
        run.accept();
    }

    private String verdict(String form) {
        Judgement judgement =
                run.server.features().credential().verifyBeforeRelease().judge(form);
        return (judgement.verdict() + " " + judgement.reasons()).strip();
    }

    private void withdraw() {
        UUID copy = run.server
                .database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT id FROM credential WHERE holder_id = ? AND wallet IS NOT NULL",
                                run.badge.holder().value())
                        .mapTo(UUID.class)
                        .one());
        run.server.features().edition().withdrawCopy().apply(run.badge.holder(), new CredentialId(copy));
    }

    @Test
    void aWalletTakesABadgeInTheFormOfVersion1AndTheSameAgain() {
        String token = run.token(OpenidWallet.TALAO);

        String first = brought(run.ask(token, VERSION_1));

        JsonNode claims = payload(first);
        JsonNode credential = claims.path("vc");
        assertThat(claims.properties().stream().map(member -> member.getKey()))
                .containsExactlyInAnyOrder("iss", "sub", "nbf", "jti", "vc");
        assertThat(claims.path("iss")).isEqualTo(credential.at("/issuer/id"));
        assertThat(claims.path("jti")).isEqualTo(credential.path("id"));
        assertThat(claims.path("sub").asText()).isEqualTo(run.wallet.didJwk());
        assertThat(claims.path("sub")).isEqualTo(credential.at("/credentialSubject/id"));
        assertThat(credential.at("/@context/0").asText()).isEqualTo("https://www.w3.org/2018/credentials/v1");
        assertThat(credential.at("/@context/1").asText())
                .isEqualTo("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        assertThat(Instant.parse(credential.path("issuanceDate").asText()).getEpochSecond())
                .isEqualTo(claims.path("nbf").asLong());
        assertThat(credential.has("validFrom")).isFalse();
        assertThat(credential.has("proof")).isFalse();
        assertThat(credential.at("/credentialStatus/type").asText()).isEqualTo("BitstringStatusListEntry");
        assertThat(part(first, 0).path("kid").asText()).startsWith("did:web:").contains("#");
        assertThat(brought(run.ask(token, VERSION_1))).isEqualTo(first);
        assertThat(run.copies()).isEqualTo(1);
    }

    @Test
    void ourVerifierAcceptsTheFormOfVersion1UntilItsCopyIsWithdrawn() {
        String copy = brought(run.ask(run.token(OpenidWallet.TALAO), VERSION_1));
        assertThat(verdict(copy)).isEqualTo("VALID");

        withdraw();

        assertThat(verdict(copy)).startsWith("INVALID").contains("STATUS");
    }

    @Test
    void aBadgeThatEndsSaysSoInBothPlaces() {
        run.execute(
                "UPDATE achievement_version SET content = content || '{\"validityMonths\": 12}' WHERE organisation_id = ?",
                run.badges.organisation.value());
        try {
            run.accept();
            JsonNode claims = payload(brought(run.ask(run.token(OpenidWallet.TALAO), VERSION_1)));

            assertThat(Instant.parse(claims.at("/vc/expirationDate").asText()).getEpochSecond())
                    .isEqualTo(claims.path("exp").asLong());
        } finally {
            run.execute(
                    "UPDATE achievement_version SET content = content - 'validityMonths' WHERE organisation_id = ?",
                    run.badges.organisation.value());
        }
    }

    @Test
    void aWalletTakesABadgeWithItsEmbeddedProof() {
        NodePeer peer = NodePeer.open();
        JsonNode credential = content(run.ask(run.token(OpenidWallet.OTHER), EMBEDDED));

        assertThat(credential.at("/proof/cryptosuite").asText()).isEqualTo("eddsa-rdfc-2022");
        assertThat(credential.at("/credentialSubject/id").asText()).isEqualTo(run.wallet.didJwk());
        assertThat(verdict(credential.toString())).isEqualTo("VALID");
        JsonNode read = peer.run("wallet.mjs", "verify", credential.toString());
        assertThat(read.path("verified").asBoolean()).as(read.toString()).isTrue();
        assertThat(read.path("revoked").asBoolean(true)).as(read.toString()).isFalse();

        withdraw();

        assertThat(peer.run("wallet.mjs", "verify", credential.toString())
                        .path("revoked")
                        .asBoolean())
                .isTrue();
        assertThat(verdict(credential.toString())).startsWith("INVALID");
    }

    @Test
    void theMetadataNameTheFormatsThatAreChosenAndNoOther() throws Exception {
        JsonNode configurations = OpenidClient.json(
                        run.client.get("/.well-known/openid-credential-issuer/issuers/" + run.badges.organisation))
                .path("credential_configurations_supported");

        assertThat(configurations.properties().stream().map(member -> member.getKey()))
                .containsExactlyInAnyOrder(VERSION_1, EMBEDDED);
        assertThat(configurations.at("/" + VERSION_1 + "/format").asText()).isEqualTo("jwt_vc_json");
        JsonNode embedded = configurations.path(EMBEDDED);
        assertThat(embedded.path("format").asText()).isEqualTo("ldp_vc");
        assertThat(embedded.at("/credential_signing_alg_values_supported").toString())
                .isEqualTo("[\"eddsa-rdfc-2022\"]");
        assertThat(embedded.at("/credential_definition/@context/0").asText())
                .isEqualTo("https://www.w3.org/ns/credentials/v2");
        assertError(run.ask(run.token(OpenidWallet.OTHER), OpenidRun.JWT_VC), "unknown_credential_configuration");
    }

    @Test
    void withoutTheirOptionTheyAreUnknown() throws Exception {
        try (OpenidRun plain = OpenidRun.open()) {
            String token = plain.token(OpenidWallet.WALT_ID);
            for (String configuration : new String[] {VERSION_1, EMBEDDED}) {
                assertError(plain.ask(token, configuration), "unknown_credential_configuration");
            }
            assertThat(plain.client
                            .get("/.well-known/openid-credential-issuer/issuers/" + plain.badges.organisation)
                            .body())
                    .doesNotContain(VERSION_1, EMBEDDED);
        }
    }

    @Test
    void thePagesNameTheWalletsThatAreChosen() throws Exception {
        Visitor holder = new Visitor(run.server, "/me/pin", sessions -> sessions.openHolder(run.badge.holder()));
        String wallets = "/me/badges/" + run.badge.badge() + "/wallet";

        assertThat(holder.get(wallets).body())
                .contains("Talao", "Mon autre application portefeuille")
                .doesNotContain("walt.id", "Paradym");
        assertThat(holder.get(wallets + "/app?wallet=TALAO").body()).contains("Cherchez ce nom");
        assertThat(holder.get(wallets + "/app?wallet=OTHER").body())
                .contains("Votre application garde ce badge.")
                .doesNotContain("Cherchez ce nom");
        assertThat(holder.get(wallets + "/app?wallet=WALT_ID").statusCode()).isEqualTo(404);
    }
}
