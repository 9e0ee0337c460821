package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The pages that put a badge into a wallet, and that withdraw its copy. No script runs here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalletPagesTest {
    private static final Pattern READ = Pattern.compile("name=\"read\" value=\"([^\"]+)\"");

    private TestServer server;
    private int tenants;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Tenant tenant(String mark) {
        return new Tenant(server, mark, ++tenants);
    }

    private Visitor holder(Tenant tenant) throws Exception {
        return new Visitor(server, "/me/pin", sessions -> sessions.openHolder(tenant.holder));
    }

    private static String wallet(Tenant tenant) {
        return "/me/badges/" + tenant.ids.get("badge") + "/wallet";
    }

    private static String withdraw(Tenant tenant) {
        return "/me/copies/" + tenant.ids.get("copy") + "/withdraw";
    }

    private void sql(String statement, Object... arguments) {
        server.database().owner().useHandle(handle -> handle.execute(statement, arguments));
    }

    private long count(String sql, Object... arguments) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT count(*) FROM " + sql, arguments)
                        .mapTo(Long.class)
                        .one());
    }

    private static Map<String, String> choice(String page) {
        Matcher read = READ.matcher(page);
        assertThat(read.find()).as("the form says what was read").isTrue();
        return new HashMap<>(Map.of("name", "NONE", "read", read.group(1)));
    }

    private HttpResponse<String> unsigned(String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.origin().resolve(path))
                                .header("Accept", "text/html")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .method(method, HttpRequest.BodyPublishers.ofString(""))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aHolderChoosesThenGetsACodeALinkAndAnotherWay() throws Exception {
        Tenant tenant = tenant("Un");
        Visitor holder = holder(tenant);
        String form = holder.get(wallet(tenant)).body();
        assertThat(form).contains("Mettre dans mon téléphone", "Learner Credential Wallet", "Garder le fichier");
        assertThat(form.toLowerCase(Locale.ROOT)).doesNotContain("openid", "oid4", "vc-api", "vcapi", "json", "did:");

        HttpResponse<String> code = holder.post(wallet(tenant), choice(form));
        assertThat(code.statusCode()).isEqualTo(200);
        assertThat(code.body())
                .contains(
                        "dccrequest://request?request=",
                        "<svg",
                        "Ouvrez l’application portefeuille",
                        "Essayer l’autre lien");

        Map<String, String> other = choice(code.body());
        other.put("other", "true");
        assertThat(holder.post(wallet(tenant), other).body())
                .contains("dccrequest://request?issuer=", "auth_type=bearer")
                .doesNotContain("Essayer l’autre lien");
        assertThat(count("wallet_offer WHERE holder_id = ?", tenant.holder.value()))
                .isEqualTo(2);
    }

    @Test
    void thePagesSpeakEnglishToo() throws Exception {
        Tenant tenant = tenant("Deux");
        Visitor holder = holder(tenant);

        assertThat(holder.get(wallet(tenant), "en").body())
                .contains("lang=\"en\"", "Put it in my phone", "Keep the file")
                .doesNotContain("téléphone", "Garder");
        assertThat(holder.get(withdraw(tenant), "en").body())
                .contains("lang=\"en\"", "Learner Credential Wallet")
                .doesNotContain("Retirer");
    }

    @Test
    void whatIsNotChosenIsAskedAndWhatWasReadIsWhatIsSigned() throws Exception {
        Tenant tenant = tenant("Trois");
        Visitor holder = holder(tenant);
        Map<String, String> chosen = choice(holder.get(wallet(tenant)).body());
        chosen.remove("name");
        HttpResponse<String> missing = holder.post(wallet(tenant), chosen);
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.body()).contains("Choisissez un nom, ou aucun.");

        chosen.put("name", "FULL");
        sql("UPDATE worker SET last_name = 'Autrement' WHERE id = ?", UUID.fromString(tenant.ids.get("worker")));
        HttpResponse<String> changed = holder.post(wallet(tenant), chosen);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.body()).contains("Votre nom ou le texte a changé", "Alix Autrement");
        assertThat(count("wallet_offer WHERE holder_id = ?", tenant.holder.value()))
                .isZero();
    }

    @Test
    void fiveCopiesAreSaidBeforeAndAfterTheChoice() throws Exception {
        Tenant tenant = tenant("Quatre");
        Visitor holder = holder(tenant);
        Map<String, String> chosen = choice(holder.get(wallet(tenant)).body());
        server.database()
                .owner()
                .useHandle(handle -> new RowCopies(handle, 4)
                        .of(
                                "credential",
                                UUID.fromString(tenant.ids.get("copy")),
                                "id",
                                "gen_random_uuid()",
                                "edition",
                                "10 + n",
                                "status_index",
                                "100010 + n"));

        HttpResponse<String> answer = holder.post(wallet(tenant), chosen);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("déjà 5\u00a0copies", "Retirez-en une");
        assertThat(holder.get(wallet(tenant)).body())
                .contains("déjà 5\u00a0copies", "Garder le fichier")
                .doesNotContain("name=\"read\"");

        holder.post(withdraw(tenant), Map.of());
        assertThat(holder.get(wallet(tenant)).body()).doesNotContain("déjà 5\u00a0copies");
    }

    @Test
    void aBadgeThatIsRevokedOrHasLapsedIsOfferedToNoWallet() throws Exception {
        Tenant tenant = tenant("Cinq");
        Visitor holder = holder(tenant);
        UUID badge = UUID.fromString(tenant.ids.get("badge"));
        Map<String, String> chosen = choice(holder.get(wallet(tenant)).body());
        sql(
                "UPDATE credential SET valid_from = now() - interval '2 days', valid_until = now() - interval '1 day'"
                        + " WHERE id = ?",
                badge);
        assertThat(holder.get(wallet(tenant)).statusCode()).isEqualTo(404);
        assertThat(holder.post(wallet(tenant), chosen).statusCode()).isEqualTo(404);
        assertThat(holder.get("/me/badges/" + badge).body()).doesNotContain(wallet(tenant));

        sql(
                "UPDATE credential SET valid_until = NULL, state = 'REVOKED', revoked_at = now(),"
                        + " public_reason = 'WRONG_CONTENT' WHERE id = ?",
                badge);
        assertThat(holder.get(wallet(tenant)).statusCode()).isEqualTo(404);
        assertThat(holder.post(wallet(tenant), chosen).statusCode()).isEqualTo(404);
        assertThat(holder.get("/me/badges/" + badge).body()).doesNotContain(wallet(tenant));
        assertThat(count("wallet_offer WHERE holder_id = ?", tenant.holder.value()))
                .isZero();
    }

    @Test
    void nobodyElseIsLetIn() throws Exception {
        Tenant tenant = tenant("Six");
        Visitor other = holder(tenant("Sept"));
        for (String path : new String[] {wallet(tenant), withdraw(tenant)}) {
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(other.post(path, Map.of("name", "NONE")).statusCode())
                    .as(path)
                    .isEqualTo(404);
            HttpResponse<String> unsigned = unsigned("GET", path);
            assertThat(unsigned.statusCode()).as(path).isEqualTo(303);
            assertThat(unsigned.headers().firstValue("Location").orElse(""))
                    .as(path)
                    .contains("/me/open");
            assertThat(unsigned("POST", path).statusCode()).as(path).isNotEqualTo(200);
        }
        assertThat(count("credential WHERE id = ? AND state = 'ISSUED'", UUID.fromString(tenant.ids.get("copy"))))
                .isEqualTo(1);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        Tenant tenant = tenant("Huit");
        Visitor holder = holder(tenant);
        for (String path : new String[] {wallet(tenant), withdraw(tenant)}) {
            assertThat(holder.forged(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(count("wallet_offer WHERE holder_id = ?", tenant.holder.value()))
                .isZero();
        assertThat(count("credential WHERE id = ? AND state = 'ISSUED'", UUID.fromString(tenant.ids.get("copy"))))
                .isEqualTo(1);
    }

    @Test
    void aCopyIsWithdrawnAfterAQuestionAndTheBadgeStays() throws Exception {
        Tenant tenant = tenant("Neuf");
        Visitor holder = holder(tenant);
        String badge = "/me/badges/" + tenant.ids.get("badge");
        assertThat(holder.get(badge).body()).contains(withdraw(tenant), "1 copie est dans un téléphone ou sur papier");
        assertThat(holder.get(withdraw(tenant)).body())
                .contains("Retirer cette copie", "Vous ne pourrez pas revenir en arrière.", "href=\"" + badge + "\"");

        HttpResponse<String> done = holder.post(withdraw(tenant), Map.of());
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location").orElse("")).contains(badge);
        assertThat(holder.get(badge).body()).doesNotContain(withdraw(tenant));
        assertThat(count("credential WHERE id = ? AND state = 'ISSUED'", UUID.fromString(tenant.ids.get("badge"))))
                .isEqualTo(1);
        assertThat(holder.post(withdraw(tenant), Map.of()).statusCode()).isEqualTo(303);
    }
}
