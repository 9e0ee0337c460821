package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A holder's own phone opens their space: what it proves, and what proves nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhonesTest {
    private static final String PIN = "271828";
    private static final String OTHER_PIN = "314159";
    private static final Pattern OPTIONS = Pattern.compile("data-passkey-create=\"([^\"]+)\"");
    private static final String WRONG = "Ce téléphone n’ouvre pas d’espace.";

    private final AtomicInteger networks = new AtomicInteger();
    private TestServer server;
    private HolderId holder;
    private Code card;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.behindProxy(UnaryOperator.identity());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** A browser in a network of its own. */
    private Tab browser() {
        return new Tab(server.origin(), "203.0.113." + networks.incrementAndGet());
    }

    private SoftPhone phone() {
        return new SoftPhone(server.origin().toString());
    }

    /** A new holder with a card. */
    private void holder() {
        Platform platform = server.platform();
        holder = new HolderId(platform.ids().uuid());
        card = platform.ids().code();
        server.database().owner().useHandle(handle -> {
            handle.execute("INSERT INTO holder (id, created_at) VALUES (?, now())", holder.value());
            handle.execute(
                    "INSERT INTO holder_access (id, holder_id, kind, code_lookup, pin_hash, state, created_at)"
                            + " VALUES (?, ?, 'CARD', ?, ?, 'ACTIVE', now())",
                    UUID.randomUUID(),
                    holder.value(),
                    platform.vault().lookup("holder_access.code", card.value()),
                    platform.passwords().hash(PIN));
        });
    }

    /** The space of the holder, opened with card and PIN. */
    private Tab opened() throws Exception {
        Tab tab = browser();
        HttpResponse<String> answer = tab.post(
                "/me/open", Tab.fields(tab.get("/me/open"), "/me/open", Map.of("code", card.value(), "pin", PIN)));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Tab.location(answer)).isEqualTo("/me");
        return tab;
    }

    /** The page that asks the phone itself, after the PIN. */
    private HttpResponse<String> ready(Tab tab, String pin) throws Exception {
        return tab.follow(tab.post(
                "/me/phones/new",
                Tab.fields(tab.get("/me/phones/new"), "/me/phones/new", Map.of("name", "Poche", "pin", pin))));
    }

    private static String options(HttpResponse<String> page) {
        Matcher found = OPTIONS.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1).replace("&#34;", "\"").replace("&amp;", "&");
    }

    private static HttpResponse<String> register(Tab tab, HttpResponse<String> ready, String answer) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Tab.fields(ready, "/me/phones", Map.of()));
        form.put("name", "Poche");
        form.put("answer", answer);
        return tab.post("/me/phones", form);
    }

    private HttpResponse<String> add(Tab tab, SoftPhone phone) throws Exception {
        HttpResponse<String> ready = ready(tab, PIN);
        return register(tab, ready, phone.create(options(ready)));
    }

    /** A phone of a new holder, with the long session that it was given. */
    private SoftPhone added() throws Exception {
        holder();
        SoftPhone phone = phone();
        assertThat(add(opened(), phone).headers().firstValue("Location"))
                .contains("/me/phones?done=holder.phone-added");
        return phone;
    }

    private static Map<String, String> opening(Tab tab) throws Exception {
        return Tab.fields(tab.get("/me/open"), "/me/open/phone", Map.of());
    }

    private static String challenge(Tab tab) throws Exception {
        HttpResponse<String> asked = tab.post("/me/open/phone/challenge", opening(tab));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        return asked.body();
    }

    private static HttpResponse<String> send(Tab tab, String answer) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(opening(tab));
        form.put("answer", answer);
        return tab.post("/me/open/phone", form);
    }

    private HttpResponse<String> open(Tab tab, SoftPhone phone) throws Exception {
        return send(tab, phone.get(challenge(tab)));
    }

    private void refused(Tab tab, HttpResponse<String> answer, String why) throws Exception {
        HttpResponse<String> page = tab.follow(answer);
        assertThat(page.statusCode()).as(why).isEqualTo(422);
        assertThat(page.body()).as(why).contains(WRONG);
        assertThat(tab.jar()).as(why).doesNotContainKey("me");
    }

    private int count(String rows) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + rows + " AND holder_id = :holder")
                        .bind("holder", holder.value())
                        .mapTo(Integer.class)
                        .one());
    }

    private void execute(String statement) {
        server.database().owner().useHandle(handle -> handle.execute(statement, holder.value()));
    }

    @Test
    void aPhoneOpensTheSpaceAndItsSessionIsLong() throws Exception {
        holder();
        Tab first = opened();
        String before = first.jar().get("me");
        SoftPhone phone = phone();
        HttpResponse<String> added = add(first, phone);

        assertThat(added.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("me=").contains("Max-Age=15552000"));
        assertThat(first.jar().get("me")).isNotEqualTo(before);
        assertThat(first.get("/me/phones").body()).contains("Poche", "C’est ce téléphone.");
        assertThat(count("session WHERE idle_seconds = 30 * 24 * 3600 AND passkey_id IS NOT NULL"))
                .isEqualTo(1);
        assertThat(count("session WHERE passkey_id IS NULL")).isZero();

        Tab later = browser();
        HttpResponse<String> opened = open(later, phone);
        assertThat(Tab.location(opened)).isEqualTo("/me");
        assertThat(later.get("/me").statusCode()).isEqualTo(200);
        assertThat(later.get("/me/history").body()).contains("Ouvert avec votre téléphone «\u00a0Poche\u00a0»");
        assertThat(count("session WHERE passkey_id IS NOT NULL")).isEqualTo(2);
    }

    @Test
    void aPhoneBesideTheDeviceOpensItForAShortTimeOnly() throws Exception {
        SoftPhone phone = added();
        phone.attachment = "cross-platform";
        Tab library = browser();
        HttpResponse<String> opened = open(library, phone);

        assertThat(opened.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("me=").doesNotContain("Max-Age=15"));
        assertThat(count("session WHERE idle_seconds = 900 AND passkey_id IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void whatProvesNothingIsRefusedInTheSameWords() throws Exception {
        SoftPhone phone = added();
        SoftPhone foreign = phone();
        foreign.userHandle = phone.userHandle;
        Map<String, Consumer<SoftPhone>> lies = new LinkedHashMap<>();
        lies.put("a tampered signature", liar -> liar.tampered = true);
        lies.put("another key", liar -> liar.key = SoftPhone.pair());
        lies.put("another origin", liar -> liar.origin = "https://localhost.example");
        lies.put("another port", liar -> liar.origin = "http://localhost:1");
        lies.put("another relying party", liar -> liar.rpId = "example.org");
        lies.put("no user verification", liar -> liar.flags = SoftPhone.PRESENT);
        lies.put("no user presence", liar -> liar.flags = SoftPhone.VERIFIED);
        lies.put("now eligible for backup", liar -> liar.flags |= SoftPhone.BACKUP_ELIGIBLE);
        lies.put("an unknown credential", liar -> liar.credentialId = foreign.credentialId);
        lies.put("another user handle", liar -> liar.userHandle = new byte[64]);
        lies.put("no user handle", liar -> liar.userHandle = new byte[0]);
        lies.put("the other ceremony", liar -> liar.type = "webauthn.create");
        for (Map.Entry<String, Consumer<SoftPhone>> lie : lies.entrySet()) {
            SoftPhone liar = phone.copy();
            lie.getValue().accept(liar);
            Tab tab = browser();
            refused(tab, open(tab, liar), lie.getKey());
        }
        for (String garbage : List.of("", "{}", "[]", "null", "x".repeat(20_000))) {
            Tab tab = browser();
            refused(tab, send(tab, garbage), garbage.substring(0, Math.min(9, garbage.length())));
        }
        assertThat(Tab.location(open(browser(), phone))).as("the phone itself").isEqualTo("/me");
    }

    @Test
    void aChallengeIsSignedOnceInTimeAndByTheBrowserThatAsked() throws Exception {
        SoftPhone phone = added();
        Tab tab = browser();
        String answer = phone.get(challenge(tab));
        assertThat(Tab.location(send(tab, answer))).isEqualTo("/me");
        Tab thief = browser();
        refused(thief, send(thief, answer), "replayed elsewhere");
        tab.post("/me/close", Tab.fields(tab.get("/me"), "/me/close", Map.of()));
        refused(tab, send(tab, answer), "replayed in the same browser");

        Tab asking = browser();
        Tab sending = browser();
        refused(sending, send(sending, phone.get(challenge(asking))), "asked for by another browser");

        Tab late = browser();
        String options = challenge(late);
        server.database()
                .owner()
                .useHandle(
                        handle -> handle.execute(
                                "UPDATE passkey_challenge SET created_at = now() - interval '6 minutes', ends_at = now() - interval '1 second'"));
        refused(late, send(late, phone.get(options)), "too late");

        Tab wrong = browser();
        String once = challenge(wrong);
        SoftPhone liar = phone.copy();
        liar.tampered = true;
        refused(wrong, send(wrong, liar.get(once)), "a wrong answer");
        refused(wrong, send(wrong, phone.get(once)), "the right answer to a challenge that a wrong one has spent");
    }

    @Test
    void twoAnswersToOneChallengeAtOnceOpenOneSession() throws Exception {
        SoftPhone phone = added();
        Tab tab = browser();
        String answer = phone.get(challenge(tab));
        Map<String, String> form = new LinkedHashMap<>(opening(tab));
        form.put("answer", answer);
        List<CompletableFuture<HttpResponse<String>>> both =
                List.of(tab.postLater("/me/open/phone", form), tab.postLater("/me/open/phone", form));
        assertThat(both.stream()
                        .map(CompletableFuture::join)
                        .filter(sent -> Tab.location(sent).equals("/me")))
                .hasSize(1);
        assertThat(count("session WHERE passkey_id IS NOT NULL")).isEqualTo(2);
    }

    @Test
    void aCounterThatGoesBackIsRefusedAndTold() throws Exception {
        holder();
        SoftPhone phone = phone();
        phone.counter = 5;
        Tab here = opened();
        add(here, phone);
        SoftPhone copy = phone.copy();
        phone.counter = 6;
        assertThat(Tab.location(open(browser(), phone))).isEqualTo("/me");
        copy.counter = 6;
        Tab tab = browser();
        refused(tab, open(tab, copy), "a counter that stands still");

        assertThat(here.get("/me/history").body()).contains("Téléphone «\u00a0Poche\u00a0» refusé");
        assertThat(here.get("/me/phones").body()).contains("une copie de ce téléphone a peut-être essayé");
        assertThat(count("(SELECT actor_id AS holder_id, code FROM audit_event) e WHERE code = 'HOLDER_PHONE_REFUSED'"))
                .isEqualTo(1);
    }

    @Test
    void aPhoneIsAddedAfterThePinOnlyAndByTheSessionThatTypedIt() throws Exception {
        holder();
        Tab tab = opened();
        assertThat(ready(tab, OTHER_PIN).body()).contains("Ce n’est pas le bon code secret.", "value=\"Poche\"");
        SoftPhone phone = phone();
        HttpResponse<String> ready = ready(tab, PIN);
        String options = options(ready);

        Map<String, Consumer<SoftPhone>> lies = new LinkedHashMap<>();
        lies.put("no user verification", liar -> liar.flags = SoftPhone.PRESENT);
        lies.put("another origin", liar -> liar.origin = "https://example.org");
        lies.put("another relying party", liar -> liar.rpId = "example.org");
        lies.put("the other ceremony", liar -> liar.type = "webauthn.get");
        for (Map.Entry<String, Consumer<SoftPhone>> lie : lies.entrySet()) {
            HttpResponse<String> again = ready(tab, PIN);
            SoftPhone liar = phone();
            lie.getValue().accept(liar);
            assertThat(tab.follow(register(tab, again, liar.create(options(again))))
                            .body())
                    .as(lie.getKey())
                    .contains("Nous n’avons pas pu ajouter ce téléphone.");
        }
        Tab other = opened();
        assertThat(other.follow(register(other, ready(other, PIN), phone.create(options)))
                        .body())
                .as("a challenge of another session")
                .contains("Nous n’avons pas pu ajouter ce téléphone.");
        assertThat(tab.follow(register(
                                tab,
                                ready,
                                phone.create(challenge(tab).replace("\"rpId\"", "\"user\":{\"id\":\"AA\"},\"rpId\""))))
                        .body())
                .as("a challenge for opening")
                .contains("Nous n’avons pas pu ajouter ce téléphone.");
        assertThat(count("passkey WHERE true")).isZero();

        String answer = phone.create(options);
        assertThat(register(tab, ready, answer).headers().firstValue("Location"))
                .contains("/me/phones?done=holder.phone-added");
        HttpResponse<String> again = ready(tab, PIN);
        assertThat(tab.follow(register(tab, again, answer)).body())
                .as("replayed")
                .contains("Nous n’avons pas pu ajouter ce téléphone.");
        assertThat(options(ready(tab, PIN)))
                .contains("excludeCredentials")
                .contains("\"residentKey\":\"required\"")
                .contains("\"userVerification\":\"required\"", "\"attestation\":\"none\"")
                .doesNotContain(holder.toString());
    }

    @Test
    void aPasskeyOfSomebodyElseIsNotAddedTwice() throws Exception {
        SoftPhone phone = added();
        holder();
        Tab tab = opened();
        assertThat(tab.follow(add(tab, phone)).body()).contains("Nous n’avons pas pu ajouter ce téléphone.");
        assertThat(count("passkey WHERE true")).isZero();
    }

    @Test
    void aRemovedPhoneOpensNothingAndItsSessionsEndAtOnce() throws Exception {
        SoftPhone phone = added();
        Tab onPhone = browser();
        open(onPhone, phone);
        Tab elsewhere = opened();
        String path = remove(elsewhere);
        assertThat(elsewhere.get(path).body())
                .contains("Enlever «\u00a0Poche\u00a0»")
                .doesNotContain("ici aussi");
        assertThat(onPhone.get(path).body()).contains("ici aussi");
        elsewhere.post(path, Tab.fields(elsewhere.get("/me/phones"), "/me/close", Map.of()));

        assertThat(Tab.location(onPhone.get("/me"))).startsWith("/me/open");
        assertThat(elsewhere.get("/me/phones").body()).contains("Vous n’avez pas encore ajouté de téléphone.");
        Tab again = browser();
        refused(again, open(again, phone), "removed");
        assertThat(elsewhere.get(path).statusCode()).isEqualTo(404);
    }

    private static String remove(Tab tab) throws Exception {
        Matcher found = Pattern.compile("/me/phones/[0-9a-f-]{36}/remove")
                .matcher(tab.get("/me/phones").body());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void aPhoneGetsAnotherNameByItsHolderAlone() throws Exception {
        added();
        Tab tab = opened();
        String path = remove(tab).replace("/remove", "/name");
        assertThat(tab.get(path).body()).contains("value=\"Poche\"");
        assertThat(rename(tab, path, " \u202e\n ").body()).contains("Écrivez un nom, 40\u00a0lettres au plus.");
        assertThat(rename(tab, path, "Le\u202e vieux\ntéléphone").body())
                .contains("Le vieux téléphone")
                .doesNotContain("Poche");
        holder();
        Tab stranger = opened();
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        HttpResponse<String> sent =
                stranger.post(path, Tab.fields(stranger.get("/me/phones"), "/me/close", Map.of("name", "Vu")));
        assertThat(stranger.follow(sent).statusCode()).isEqualTo(404);
        assertThat(tab.get(path).body()).contains("Le vieux téléphone");
    }

    private static HttpResponse<String> rename(Tab tab, String path, String name) throws Exception {
        return tab.follow(tab.post(path, Tab.fields(tab.get(path), path, Map.of("name", name))));
    }

    @Test
    void aPhoneThatIsAddedIsToldWhereItsHolderGaveAnAddress() throws Exception {
        holder();
        UUID contact = UUID.randomUUID();
        byte[] address = server.platform()
                .vault()
                .seal(
                        "alix@exemple.invalid".getBytes(StandardCharsets.US_ASCII),
                        "holder_contact.address|" + contact + "|" + holder);
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO holder_contact (id, holder_id, kind, address, language, created_at, confirmed_at)"
                                + " VALUES (?, ?, 'MAIL', ?, 'fr', now(), now())",
                        contact,
                        holder.value(),
                        address));
        SoftPhone phone = phone();
        add(opened(), phone);
        assertThat(count("outbox WHERE kind = 'MAIL'")).isEqualTo(1);
        open(browser(), phone);
        assertThat(count("outbox WHERE kind = 'MAIL'")).as("not each opening").isEqualTo(1);
    }

    @Test
    void anAnswerThatComesAfterItsSessionIsNotKept() throws Exception {
        holder();
        Tab tab = opened();
        HttpResponse<String> ready = ready(tab, PIN);
        execute("DELETE FROM session WHERE holder_id = ?");
        assertThat(Tab.location(register(tab, ready, phone().create(options(ready)))))
                .startsWith("/me/open");
        assertThat(tab.jar()).doesNotContainKey("resume");
    }

    @Test
    void whoeverRemovesThePhoneInTheirHandIsTold() throws Exception {
        SoftPhone phone = added();
        Tab onPhone = browser();
        open(onPhone, phone);
        HttpResponse<String> removed =
                onPhone.post("/me/phones/remove-all", Tab.fields(onPhone.get("/me/phones"), "/me/close", Map.of()));
        assertThat(removed.headers().firstValue("Location")).contains("/me/open?done=holder.phones-removed");
        assertThat(onPhone.jar()).doesNotContainKey("me");
        assertThat(onPhone.get("/me/open?done=holder.phones-removed").body())
                .contains("Vous avez enlevé tous vos téléphones.");
        assertThat(count("session WHERE true")).isZero();
    }

    @Test
    void aNewPinEndsEveryPhoneAndThePageSaysSoBefore() throws Exception {
        SoftPhone phone = added();
        Tab onPhone = browser();
        open(onPhone, phone);
        Tab changing = browser();
        open(changing, phone);
        HttpResponse<String> started = ready(changing, PIN);
        String options = options(started);
        HttpResponse<String> form = changing.get("/me/pin");
        assertThat(form.body()).contains("Votre téléphone n’ouvrira plus votre espace.");
        HttpResponse<String> changed = changing.follow(changing.post(
                "/me/pin", Tab.fields(form, "/me/pin", Map.of("old", PIN, "pin", OTHER_PIN, "again", OTHER_PIN))));

        assertThat(changed.body()).contains("Votre téléphone n’ouvre plus votre espace.");
        assertThat(Tab.location(onPhone.get("/me"))).startsWith("/me/open");
        assertThat(changing.get("/me").statusCode()).isEqualTo(200);
        assertThat(
                        count(
                                "session WHERE idle_seconds = 900 AND passkey_id IS NULL AND ends_at < now() + interval '5 hours'"))
                .isEqualTo(1);
        assertThat(count("session WHERE true")).isEqualTo(1);
        Tab again = browser();
        refused(again, open(again, phone), "after a new PIN");
        assertThat(changing.follow(register(changing, started, phone().create(options)))
                        .body())
                .as("started before the new PIN")
                .contains("Nous n’avons pas pu ajouter ce téléphone.");
    }

    @Test
    void aNewCardEndsEveryPhone() throws Exception {
        SoftPhone phone = added();
        Tab tab = opened();
        HttpResponse<String> form = tab.get("/me/card");
        assertThat(form.body()).contains("Votre téléphone n’ouvrira plus votre espace.");
        tab.post("/me/card", Tab.fields(form, "/me/card", Map.of("pin", PIN)));
        assertThat(count("passkey WHERE true")).isZero();
        Tab again = browser();
        refused(again, open(again, phone), "after a new card");
    }

    @Test
    void fivePhonesAtMostAlsoAtOnce() throws Exception {
        SoftPhone phone = added();
        Tab one = opened();
        Tab two = opened();
        HttpResponse<String> readyOne = ready(one, PIN);
        HttpResponse<String> readyTwo = ready(two, PIN);
        execute(
                "INSERT INTO passkey (id, holder_id, credential_id, public_key, signature_count, backup_eligible, backed_up,"
                        + " name, created_at, last_used_at) SELECT gen_random_uuid(), holder_id, sha256(('more' || n || id)::bytea),"
                        + " public_key, 0, false, false, 'Poche ' || n, now(), now() FROM passkey, generate_series(1, 3) n"
                        + " WHERE holder_id = ?");
        CompletableFuture<HttpResponse<String>> first = later(one, readyOne);
        CompletableFuture<HttpResponse<String>> second = later(two, readyTwo);
        assertThat(List.of(Tab.location(first.join()), Tab.location(second.join())))
                .containsOnlyOnce("/me/phones");
        assertThat(count("passkey WHERE true")).isEqualTo(5);

        Tab full = opened();
        assertThat(full.get("/me/phones").body())
                .contains("Vous avez déjà 5 téléphones.")
                .doesNotContain("/me/phones/new");
        assertThat(ready(full, PIN).body()).contains("Vous avez déjà 5 téléphones.");
        assertThat(Tab.location(open(browser(), phone))).isEqualTo("/me");
    }

    private CompletableFuture<HttpResponse<String>> later(Tab tab, HttpResponse<String> ready) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Tab.fields(ready, "/me/phones", Map.of()));
        form.put("name", "Poche");
        form.put("answer", phone().create(options(ready)));
        return tab.postLater("/me/phones", form);
    }

    @Test
    void wrongAnswersCloseTheirNetworkAndNoPhone() throws Exception {
        SoftPhone phone = added();
        Tab attacker = browser();
        int last = 0;
        for (int i = 0; i < 61; i++) {
            last = attacker.follow(send(attacker, "{}")).statusCode();
        }
        assertThat(last).isEqualTo(429);
        assertThat(Tab.location(open(browser(), phone))).isEqualTo("/me");
        SoftPhone liar = phone.copy();
        liar.tampered = true;
        Tab guessing = browser();
        for (int i = 0; i < 20; i++) {
            last = guessing.follow(open(guessing, liar)).statusCode();
        }
        assertThat(last).isEqualTo(422);
        assertThat(guessing.follow(open(guessing, liar)).statusCode()).isEqualTo(429);
    }
}
