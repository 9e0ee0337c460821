package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.assertion.PublishBadge;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.http.HttpFetcher;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A service whose organisation awards badges, and the badge of another holder for each test. */
final class PublicBadges implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    final JsonMapper json = new JsonMapper();
    final HttpClient client = HttpClient.newHttpClient();
    TestServer server;
    OrganisationId organisation;
    AcceptedBadges badges;
    AcceptedBadges.Accepted accepted;
    HolderId holder;
    CredentialId badge;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        server = TestServer.start();
        badges = new AcceptedBadges(server);
        organisation = badges.organisation;
        badges.vouch(server.organisation("Réseau Exemple", "83282932000073"));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.close();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        accept();
    }

    /** Another holder accepts a badge. */
    void accept() {
        badges.publicEmail();
        accepted = badges.accept(NameChoice.FULL, true);
        holder = accepted.holder();
        badge = accepted.badge();
    }

    String published() throws Exception {
        assertThat(server.features().assertion().publish().apply(holder, badge)).isEqualTo(PublishBadge.Outcome.PUBLIC);
        return server.origin() + "/v2/assertions/" + number();
    }

    UUID number() {
        return server.database()
                .owner()
                .withHandle(
                        handle -> handle.select("SELECT id FROM public_badge WHERE credential_id = ?", badge.value())
                                .mapTo(UUID.class)
                                .one());
    }

    HttpResponse<String> get(String address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.origin().resolve(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode document(String address) throws Exception {
        return json.readTree(get(address).body());
    }

    VerificationReport judge(Submission submission) {
        HttpFetcher network = new HttpFetcher("test", Duration.ofSeconds(5), true);
        return new BadgeVerifier()
                .verify(
                        submission,
                        VerificationPolicy.at(Instant.now(), network).withLoopback());
    }

    void assertHeadline(Submission submission, Headline expected) {
        VerificationReport report = judge(submission);
        assertThat(report.headline()).as(report.checks().toString()).isEqualTo(expected);
    }

    void revoke() {
        revoke(PublicReason.WRONG_PERSON);
    }

    void revoke(PublicReason reason) {
        badges.revoke(accepted, reason);
    }
}
