package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.client.ClientNetwork;
import fr.badgesiae.api.platform.db.CountingDataSource;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Attacks on the limits of guesses, with requests of many networks through a proxy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuessLimitsTest {
    private static final String PASSWORD = "une phrase assez longue";
    private static final String PIN = "407193";
    private static final String WRONG = "271828";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private TestServer server;
    private CountingDataSource counting;
    private Tenant one;
    private Tenant two;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.behindProxy(source -> {
            counting = new CountingDataSource(source, thread -> thread.getName().startsWith("dw-"));
            return counting;
        });
        one = new Tenant(server, "Deux-Rives", 4);
        two = new Tenant(server, "Trois-Ponts", 5);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** A slip of this tenant, with {@link #PIN}. */
    private Code slip(Tenant tenant) {
        Code code = server.platform().ids().code();
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO offer (id, organisation_id, worker_id, achievement_version_id, narrative, state,"
                                + " offered_by, created_at, offered_at, updated_at, ends_at, code_lookup, pin_hash,"
                                + " code_sealed, pin_sealed) SELECT ?, organisation_id, worker_id,"
                                + " achievement_version_id, narrative, state, offered_by, now(), now(), now(), ends_at,"
                                + " ?, ?, '', '' FROM offer WHERE id = ?",
                        UUID.randomUUID(),
                        server.platform().vault().lookup("offer.code", code.value()),
                        server.platform().passwords().hash(PIN),
                        UUID.fromString(tenant.ids.get("offer"))));
        return code;
    }

    private Code card(Tenant tenant) {
        Platform platform = server.platform();
        Code code = platform.ids().code();
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO holder_access (id, holder_id, kind, code_lookup, pin_hash, state, created_at)"
                                + " VALUES (?, ?, 'CARD', ?, ?, 'ACTIVE', now())",
                        UUID.randomUUID(),
                        tenant.holder.value(),
                        platform.vault().lookup("holder_access.code", code.value()),
                        platform.passwords().hash(PIN)));
        return code;
    }

    @Test
    void whoeverHasOneSlipClosesNoOtherAndNoCard() throws Exception {
        String own = "/claim/" + slip(one).value();
        String neighbour = "/claim/" + slip(one).value();
        String stranger = "/claim/" + slip(two).value();
        Code card = card(two);
        List<Integer> answers = new ArrayList<>();
        for (int round = 0; round < 25; round++) {
            Browser attacker = new Browser("203.0.113.7");
            for (String pin : List.of(WRONG, WRONG, WRONG, WRONG, PIN)) {
                answers.add(attacker.submit(own, own, Map.of("pin", pin)).statusCode());
            }
        }
        assertThat(answers).contains(303).endsWith(429);
        for (String network : List.of("203.0.113.7", "198.51.100.7")) {
            assertThat(new Browser(network)
                            .submit(neighbour, neighbour, Map.of("pin", PIN))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(new Browser(network)
                            .submit(stranger, stranger, Map.of("pin", PIN))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(new Browser(network)
                            .submit("/me/open", "/me/open", Map.of("code", card.value(), "pin", PIN))
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(closings("pin-secret")).isPositive();
        assertThat(closings("pin-all")).isZero();
    }

    @Test
    void whoeverLocksACardStopsNoDeviceThatOpenedIt() throws Exception {
        Code card = card(one);
        Map<String, String> right = Map.of("code", card.value(), "pin", PIN);
        Map<String, String> wrong = Map.of("code", card.value(), "pin", WRONG);
        Browser own = new Browser("203.0.120.7");
        assertThat(own.submit("/me/open", "/me/open", right).statusCode()).isEqualTo(303);
        Browser attacker = new Browser("198.51.102.7");
        for (int guess = 0; guess < 5; guess++) {
            assertThat(attacker.submit("/me/open", "/me/open", wrong).statusCode())
                    .isEqualTo(422);
        }
        assertThat(new Browser("198.51.103.7")
                        .submit("/me/open", "/me/open", right)
                        .statusCode())
                .isEqualTo(429);
        assertThat(own.submit("/me/open", "/me/open", right).statusCode()).isEqualTo(303);
    }

    @Test
    void guessesOfInventedNamesStopNoRightPassword() throws Exception {
        Browser known = new Browser("203.0.114.9");
        assertThat(signIn(known, "conseil-4", PASSWORD).statusCode()).isEqualTo(303);
        Browser attacker = new Browser("203.0.114.7");
        List<Integer> answers = new ArrayList<>();
        for (int guess = 0; guess < 501; guess++) {
            answers.add(signIn(attacker, "nobody-" + guess, "wrongwrongwrong").statusCode());
        }
        // A few more where the window moves on meanwhile.
        assertThat(answers.stream().filter(status -> status == 422)).hasSizeBetween(100, 150);
        AtomicBoolean going = new AtomicBoolean(true);
        ExecutorService steady = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> attack = steady.submit(() -> {
                int guesses = 0;
                while (going.get()) {
                    signIn(new Browser("203.0.114.7"), "somebody-" + guesses++, "wrongwrongwrong");
                }
                return guesses;
            });
            for (String login : List.of("direction-4", "conseil-4", "reseau-4", "direction-5", "conseil-5")) {
                assertThat(signIn(new Browser("198.51.100.7"), login, PASSWORD).statusCode())
                        .as(login)
                        .isEqualTo(303);
            }
            assertThat(signIn(known, "conseil-4", PASSWORD).statusCode())
                    .as("a known device in the network of the attacker")
                    .isEqualTo(303);
            going.set(false);
            assertThat(attack.get()).isPositive();
        } finally {
            going.set(false);
            steady.shutdownNow();
        }
        assertThat(closings("sign-in-network")).isPositive();
    }

    /** A right code never uses the budget. */
    @Test
    void unknownCodesAreCountedOnEveryRouteThatTakesOne() throws Exception {
        Browser guesser = new Browser("203.0.115.7");
        Code unknown = server.platform().ids().code();
        List<String> routes = List.of(
                "/v/" + unknown.value(),
                "/v/" + unknown.value() + "/badge.json",
                "/v/" + unknown.value() + "/badge.jwt",
                "/v/" + unknown.value() + "/qr.svg",
                "/v/" + unknown.value() + "/qr.png",
                "/claim/" + unknown.value(),
                "/join/" + server.platform().ids().token());
        List<Integer> answers = new ArrayList<>();
        for (int miss = 0; miss < 60; miss++) {
            answers.add(guesser.get(routes.get(miss % routes.size())).statusCode());
        }
        assertThat(answers).containsOnly(404, 410);
        for (String route : routes) {
            HttpResponse<String> answer = refused(() -> guesser.get(route));
            assertThat(answer.headers().firstValue("Retry-After")).as(route).isPresent();
        }
        Map<String, String> form = Map.of("code", unknown.value(), "pin", PIN);
        assertThat(refused(() -> guesser.submit("/me/open", "/me/open", form)).body())
                .contains("Il y a trop d’essais");
        assertThat(refused(() -> guesser.submit("/claim/lost", "/claim/lost", Map.of("code", unknown.value()))))
                .isNotNull();
        assertThat(new Browser("198.51.101.7")
                        .submit("/me/open", "/me/open", form)
                        .statusCode())
                .isEqualTo(422);
        assertThat(guesser.get("/claim/" + slip(one).value()).statusCode()).isEqualTo(200);
        assertThat(closings("unknown-codes")).isPositive();
    }

    /** The answer that refuses: the next one, or one of the next minute. */
    private static HttpResponse<String> refused(Callable<HttpResponse<String>> guess) throws Exception {
        for (int more = 0; more < 130; more++) {
            HttpResponse<String> answer = guess.call();
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("never refused");
    }

    @Test
    void forgedHopsAndAddressesOfOneNetworkShareOneBudget() throws Exception {
        // Within two minutes at most.
        assertThat(verified(request -> "9.9.9." + request + ", 203.0.116.7")).isBetween(60L, 120L);
        assertThat(verified(request -> "2001:db8:7:1::" + Integer.toHexString(request + 1)))
                .isBetween(60L, 120L);
        assertThat(verified(request -> "203.0.117." + request)).isEqualTo(130);
    }

    /** A server that refuses a request before its body may close the connection as the next request is written. */
    private HttpResponse<String> sent(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private long verified(IntFunction<String> forwardedFor) throws Exception {
        long taken = 0;
        for (int request = 0; request < 130; request++) {
            HttpResponse<String> answer =
                    sent(HttpRequest.newBuilder(server.origin().resolve("/api/v1/verifications"))
                            .header("X-Forwarded-For", forwardedFor.apply(request))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build());
            taken += answer.statusCode() == 429 ? 0 : 1;
        }
        return taken;
    }

    /** The words say that the service works; the try is not counted. */
    @Test
    void whoFindsNoTurnIsToldToComeBackInSeconds() throws Exception {
        Browser late = new Browser("203.0.118.7");
        ClientNetwork network = new ClientNetwork("203.0.118.7", "203.0.118.0/24", "203.0.118.0/24", true);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch asked = new CountDownLatch(8);
            List<Future<Boolean>> crowd = new ArrayList<>();
            for (int other = 0; other < 8; other++) {
                crowd.add(threads.submit(() -> {
                    asked.countDown();
                    return server.platform().passwords().inTurn(network, false, compare -> await(end));
                }));
            }
            asked.await();
            HttpResponse<String> answer = signIn(late, "direction-4", PASSWORD);
            while (answer.statusCode() == 303) {
                answer = signIn(late, "direction-4", PASSWORD); // the crowd is on its way
            }
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("Trop de monde en ce moment").doesNotContain("base de données");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            end.countDown();
            for (Future<Boolean> one : crowd) {
                assertThat(one.get()).isNotNull();
            }
        } finally {
            end.countDown();
            threads.shutdownNow();
        }
        assertThat(closings("password-comparisons")).isPositive();
    }

    private static boolean await(CountDownLatch end) {
        try {
            end.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void anUnknownNameTakesTheSameStatementsAsAKnownOne() throws Exception {
        Browser browser = new Browser("203.0.119.7");
        List<String> known = statements(browser, "conseil-5");
        List<String> unknown = statements(browser, "personne-5");
        assertThat(known).hasSizeGreaterThan(5).isEqualTo(unknown);
    }

    private List<String> statements(Browser browser, String login) throws Exception {
        browser.get("/signin");
        counting.drain();
        assertThat(browser.send("/signin", Map.of("login", login, "password", "autre chose"))
                        .statusCode())
                .isEqualTo(422);
        return counting.drain();
    }

    private long closings(String limit) {
        return server.platform().throttles().alerts().closings(limit);
    }

    private HttpResponse<String> signIn(Browser browser, String login, String password) throws Exception {
        return browser.submit("/signin", "/signin", Map.of("login", login, "password", password));
    }

    /** A browser in one network; keeps its cookies. */
    private final class Browser {
        private final String address;
        private final Map<String, String> cookies = Collections.synchronizedMap(new TreeMap<>());
        private String token = "";

        Browser(String address) {
            this.address = address;
        }

        HttpResponse<String> submit(String page, String action, Map<String, String> fields) throws Exception {
            if (token.isEmpty() || cookies.size() > 1) {
                get(page);
            }
            return send(action, fields);
        }

        HttpResponse<String> send(String action, Map<String, String> fields) throws Exception {
            StringBuilder body = new StringBuilder("_csrf=" + token);
            fields.forEach((name, value) ->
                    body.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
            HttpResponse<String> answer = call(request(action)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
            String kept = answer.headers().firstValue("Location").orElse("");
            return kept.startsWith("/answers/") ? call(request(kept)) : answer;
        }

        HttpResponse<String> get(String path) throws Exception {
            HttpResponse<String> page = call(request(path));
            Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
            token = csrf.find() ? csrf.group(1) : token;
            return page;
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.origin().resolve(path))
                    .header("X-Forwarded-For", address)
                    .header("Accept", "text/html")
                    .header("Accept-Language", "fr");
            if (!cookies.isEmpty()) {
                List<String> all = new ArrayList<>();
                cookies.forEach((name, value) -> all.add(name + "=" + value));
                request.header("Cookie", String.join("; ", all));
            }
            return request;
        }

        private HttpResponse<String> call(HttpRequest.Builder request) throws IOException, InterruptedException {
            HttpResponse<String> answer = sent(request.build());
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return answer;
        }
    }
}
