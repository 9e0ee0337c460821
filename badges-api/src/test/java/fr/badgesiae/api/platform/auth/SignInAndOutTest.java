package fr.badgesiae.api.platform.auth;

import static fr.badgesiae.api.platform.auth.DeskBrowser.PASSWORD;
import static fr.badgesiae.api.platform.auth.DeskBrowser.withoutKey;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.limits.Throttles;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions of the desk: how they begin, end and sleep. */
class SignInAndOutTest {
    @RegisterExtension
    final DeskBrowser desk = new DeskBrowser();

    @Test
    void aRightPasswordOpensTheDeskUnderANewToken() {
        desk.browser.jar().put("desk", "planted-by-somebody-else");
        Answer answer = desk.signIn(PASSWORD);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(desk.browser.jar().get("desk")).hasSize(43).isNotEqualTo("planted-by-somebody-else");
        assertThat(desk.browser.get("/routes/desk").status()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
        Answer wrong = desk.signIn("conseil", "autre chose");
        Answer unknown = desk.signIn("personne", "autre chose");
        assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(422);
        assertThat(withoutKey(wrong).replace("conseil", "personne")).isEqualTo(withoutKey(unknown));
        assertThat(desk.browser.jar()).doesNotContainKey("desk");
    }

    @Test
    void afterManyFailuresEvenTheRightPasswordWaits() {
        for (int i = 0; i < 6; i++) {
            desk.signIn("faux");
        }
        assertThat(desk.signIn(PASSWORD).status()).isEqualTo(429);
        desk.setup.clock().advance(Duration.ofHours(2));
        assertThat(desk.signIn(PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void whatNoLongerCountsAgainstANameIsForgottenAfterADay() {
        Throttles throttle = desk.setup.platform().throttles();
        desk.signIn("faux");
        throttle.sweep();
        assertThat(desk.attemptRows()).isPositive();
        desk.setup.clock().advance(Duration.ofHours(25));
        throttle.sweep();
        assertThat(desk.attemptRows()).isZero();
    }

    @Test
    void signingOutEndsTheSessionAndNotOnlyItsCookie() {
        desk.signIn(PASSWORD);
        String kept = desk.browser.jar().get("desk");
        String token = desk.browser.get("/routes/desk").text().replaceFirst(".* ", "");
        assertThat(desk.browser
                        .post("/signout", Map.of("_csrf", token), Map.of())
                        .status())
                .isEqualTo(303);
        desk.browser.jar().put("desk", kept);
        assertThat(desk.browser.get("/routes/desk").status()).isEqualTo(303);
        UUID left = desk.setup
                .database()
                .owner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT actor_id FROM audit_event WHERE code = 'SIGNED_OUT' ORDER BY id DESC LIMIT 1")
                        .mapTo(UUID.class)
                        .one());
        assertThat(left).isEqualTo(desk.counsellor.value());
    }

    @Test
    void aSessionEndsWhenIdle() {
        desk.browser.keep(TestSessions.of(desk.setup.platform()).openDesk(desk.organisation, desk.counsellor));
        desk.setup.clock().advance(Duration.ofMinutes(119));
        assertThat(desk.browser.get("/routes/desk").status()).isEqualTo(200);
        desk.setup.clock().advance(Duration.ofMinutes(122));
        assertThat(desk.browser.get("/routes/desk").status()).isEqualTo(303);
    }

    @Test
    void aSessionEndsWhenItsMemberLeaves() {
        desk.browser.keep(TestSessions.of(desk.setup.platform()).openDesk(desk.organisation, desk.counsellor));
        desk.setup.platform().database().inOrganisation(desk.organisation, handle -> {
            desk.sessions.closeAll(handle, desk.organisation, desk.counsellor);
            return true;
        });
        assertThat(desk.browser.get("/routes/desk").status()).isEqualTo(303);
    }

    @Test
    void aDeskAsleepReachesOnlyTheClaimUntilThePasswordIsGiven() {
        desk.signIn(PASSWORD);
        UUID offer = desk.setup.offer(desk.organisation);
        desk.browser.keep(desk.sessions.openClaim(desk.organisation, desk.setup.offer(desk.organisation)));
        desk.setup
                .database()
                .owner()
                .useHandle(handle ->
                        handle.execute("UPDATE session SET asleep = true, offer_id = ? WHERE kind = 'DESK'", offer));
        assertThat(desk.browser.get("/routes/desk").header("Location")).endsWith("/signin/wake");
        desk.browser.keep(TestSessions.of(desk.setup.platform()).openHolder(desk.setup.holder()));
        assertThat(desk.browser.get("/routes/holder").header("Location")).endsWith("/signin/wake");
        assertThat(desk.browser.get("/routes/claim").text()).isEqualTo(offer + " " + desk.counsellor);
        String before = desk.browser.jar().get("desk");
        assertThat(desk.browser
                        .post(
                                "/signin/wake",
                                Map.of("password", PASSWORD, "_csrf", desk.browser.token("/signin/wake")),
                                Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(desk.browser.jar().get("desk")).isNotEqualTo(before);
        assertThat(desk.browser.get("/routes/desk").status()).isEqualTo(200);
    }
}
