package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.api.wallet.openid.proof.TestWallet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fifty requests at once bring one token and one copy. */
class OpenidAtOnceTest {
    private static final int MANY = 50;

    private static List<HttpResponse<String>> all(List<CompletableFuture<HttpResponse<String>>> answers) {
        return answers.stream().map(CompletableFuture::join).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "WALT_ID, OpenBadgeCredential_jwt_vc_json",
        "PARADYM, OpenBadge_dc_sd_jwt",
        "TALAO, OpenBadgeCredential_jwt_vc_json_1_1"
    })
    void fiftyAtOnceBringOneTokenAndOneCopy(OpenidWallet kind, String configuration) throws Exception {
        try (TestServer server = TestServer.with(Set.of(kind))) {
            AcceptedBadges badges = new AcceptedBadges(server);
            OpenidClient client = new OpenidClient(server);
            Map<String, String> form = OpenidClient.grant(
                    client.offer(badges.accept(), kind, false).codes());
            List<HttpResponse<String>> tokens = all(IntStream.range(0, MANY)
                    .mapToObj(number -> client.tokenLater(form))
                    .toList());
            List<String> granted = tokens.stream()
                    .filter(answer -> answer.statusCode() == 200)
                    .map(answer ->
                            OpenidClient.json(answer).path("access_token").asText())
                    .toList();
            assertThat(granted).hasSize(1);

            TestWallet wallet = TestWallet.p256();
            String issuer = server.origin() + "/issuers/" + badges.organisation;
            List<String> requests = IntStream.range(0, MANY)
                    .mapToObj(
                            number -> OpenidClient.request(configuration, client.proof(wallet, issuer, client.nonce())))
                    .toList();
            List<HttpResponse<String>> answers = all(requests.stream()
                    .map(request -> client.credentialLater(granted.get(0), request))
                    .toList());

            List<String> copies = answers.stream()
                    .filter(answer -> answer.statusCode() == 200)
                    .map(answer -> OpenidClient.json(answer)
                            .at("/credentials/0/credential")
                            .asText())
                    .distinct()
                    .toList();
            assertThat(copies).as("the same to each").hasSize(1);
            assertThat(answers).allMatch(answer -> answer.statusCode() == 200 || answer.statusCode() == 503);
            assertThat(count(server, "credential WHERE wallet IS NOT NULL")).isEqualTo(1);
        }
    }

    @Test
    void fiftyWrongTransactionCodesAtOnceCountFive() throws Exception {
        try (TestServer server = TestServer.start()) {
            AcceptedBadges badges = new AcceptedBadges(server);
            OpenidClient client = new OpenidClient(server);
            var offer = client.offer(badges.accept(), OpenidWallet.WALT_ID, false);
            Map<String, String> wrong = OpenidClient.grant(offer.codes());
            wrong.put("tx_code", "493536".equals(offer.codes().txCode()) ? "493537" : "493536");

            assertThat(all(IntStream.range(0, MANY)
                            .mapToObj(number -> client.tokenLater(wrong))
                            .toList()))
                    .noneMatch(answer -> answer.statusCode() == 200);

            assertThat(count(server, "openid_offer WHERE wrong_codes = 5")).isEqualTo(1);
            assertThat(client.token(OpenidClient.grant(offer.codes())).statusCode())
                    .isNotEqualTo(200);
        }
    }

    private static int count(TestServer server, String rows) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT count(*) FROM " + rows)
                        .mapTo(Integer.class)
                        .one());
    }
}
