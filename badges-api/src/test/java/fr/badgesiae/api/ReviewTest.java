package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where an organisation wants it, one person asks for the publication of a badge and another one reads and publishes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewTest {
    private static final Pattern READ = Pattern.compile("name=\"read\" value=\"([0-9a-f]{64})\"");

    private TestServer server;
    private Tenant own;
    private Tenant other;
    private Visitor management;
    private Visitor counsellor;
    private String badge;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        own = new Tenant(server, "Deux-Rives", 1);
        other = new Tenant(server, "Trois-Rives", 2);
        management = new Visitor(server, "/app/workers/new", at -> at.openDesk(own.organisation, own.admin));
        counsellor = new Visitor(server, "/app/workers/new", at -> at.openDesk(own.organisation, own.counsellor));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** A draft that was never published, in an organisation that wants two people. */
    @BeforeEach
    void draft() throws Exception {
        UUID id = UUID.randomUUID();
        update(
                "INSERT INTO achievement (id, organisation_id, state, content, created_at, updated_at)"
                        + " SELECT ?, organisation_id, 'DRAFT', content || '{\"name\": \"Tailler une haie\"}', now(), now()"
                        + " FROM achievement WHERE id = ?::uuid",
                id,
                own.ids.get("achievement"));
        badge = "/app/badges/" + id;
        required("yes");
    }

    private int required(String answer) throws Exception {
        return management.post("/app/second-reader", Map.of("required", answer)).statusCode();
    }

    private void update(String sql, Object... values) {
        server.database().owner().useHandle(handle -> handle.execute(sql, values));
    }

    private long versions() {
        return count("achievement_version WHERE achievement_id = ?");
    }

    private long requests() {
        return count("publication_request WHERE achievement_id = ?");
    }

    private long count(String from) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT count(*) FROM " + from, UUID.fromString(id()))
                        .mapTo(Long.class)
                        .one());
    }

    private String id() {
        return badge.replaceFirst(".*/", "");
    }

    private void edited(String words) {
        update(
                "UPDATE achievement SET content = content || jsonb_build_object('criteria', ?::text) WHERE id = ?::uuid",
                words,
                id());
    }

    private int publish(Visitor by, String read) throws Exception {
        return by.post(badge + "/review/publish", Map.of("read", read)).statusCode();
    }

    private String read(Visitor by) throws Exception {
        Matcher read = READ.matcher(by.get(badge + "/review").body());
        return read.find() ? read.group(1) : "none";
    }

    private void asks() throws Exception {
        assertThat(counsellor.post(badge + "/review", Map.of()).statusCode()).isEqualTo(303);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void oneAsksAndAnotherOneReadsAndPublishes() throws Exception {
        assertThat(counsellor.post(badge + "/publish", Map.of()).statusCode())
                .as("alone")
                .isEqualTo(409);
        asks();
        assertThat(management.get("/app").body()).contains("à relire avant publication");
        assertThat(management.get("/app/badges").body()).contains("À relire");
        assertThat(read(counsellor)).as("no form for who asked").isEqualTo("none");
        String read = read(management);
        assertThat(publish(counsellor, read)).as("the same person").isEqualTo(409);
        assertThat(versions()).isZero();
        assertThat(publish(management, read)).isEqualTo(303);
        assertThat(versions()).isEqualTo(1);
        assertThat(requests()).isZero();
    }

    @Test
    void whatWasReadAndAskedForIsWhatIsPublished() throws Exception {
        asks();
        String read = read(management);
        edited("Tailler dix haies.");
        assertThat(publish(management, read)).as("edited since it was read").isEqualTo(409);
        assertThat(read(management)).as("edited since it was asked for").isEqualTo("none");
        assertThat(management.get(badge + "/review").body()).contains("Le badge a changé depuis cette demande");
        asks();
        assertThat(publish(management, read)).as("the form of the text before").isEqualTo(409);
        assertThat(publish(management, read(management))).isEqualTo(303);
        edited("Tailler vingt haies.");
        asks();
        assertThat(management.get(badge + "/review").body())
                .contains("Tailler dix haies.", "Tailler vingt haies.", "Ce qui change");
    }

    @Test
    void itIsSentBackWithANoteOrWithdrawn() throws Exception {
        asks();
        String back = badge + "/review/return";
        assertThat(management.post(back, Map.of("note", " ")).statusCode()).isEqualTo(422);
        HttpResponse<String> tooLong = management.post(back, Map.of("note", "x".repeat(301)));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).as("nothing typed is lost").contains("x".repeat(301));
        assertThat(counsellor.post(back, Map.of("note", "À moi")).statusCode())
                .as("by who asked")
                .isEqualTo(409);
        String read = read(management);
        assertThat(management
                        .post(back, Map.of("note", "Dire avec quel outil."))
                        .statusCode())
                .isEqualTo(303);
        assertThat(publish(management, read)).as("what was sent back").isEqualTo(409);
        assertThat(counsellor.get(badge + "/review").body()).contains("Dire avec quel outil.", "direction-1");
        asks();
        assertThat(counsellor.get(badge + "/review").body()).doesNotContain("Dire avec quel outil.");
        management.post(badge + "/review/withdraw", Map.of());
        assertThat(requests()).as("of somebody else").isEqualTo(1);
        counsellor.post(badge + "/review/withdraw", Map.of());
        assertThat(requests()).isZero();
    }

    @Test
    void withoutTheSwitchARequestStaysReadableAndItsAskerPublishes() throws Exception {
        asks();
        assertThat(required("no")).isEqualTo(303);
        assertThat(counsellor.get(badge + "/review").body()).contains("Une seule personne suffit maintenant");
        assertThat(counsellor.post(badge + "/publish", Map.of()).statusCode()).isEqualTo(303);
        assertThat(versions()).isEqualTo(1);
        assertThat(requests()).isZero();
    }

    @Test
    void theSwitchNeedsTwoWhoMayPublish() throws Exception {
        required("no");
        update("UPDATE membership SET rights = '{AWARD}' WHERE account_id = ?", own.counsellor.value());
        assertThat(management.get("/app/second-reader").body()).contains("Moins de deux personnes peuvent publier");
        assertThat(required("yes")).isEqualTo(422);
        update("UPDATE membership SET rights = NULL WHERE account_id = ?", own.counsellor.value());
        assertThat(required("yes")).isEqualTo(303);
        assertThat(counsellor
                        .post("/app/second-reader", Map.of("required", "no"))
                        .statusCode())
                .as("who does not manage")
                .isEqualTo(403);
    }

    @Test
    void aBadgeOfAnotherOrganisationIsNotThere() throws Exception {
        String theirs = "/app/badges/" + other.ids.get("achievement") + "/review";
        for (String act : new String[] {"", "/publish", "/return", "/withdraw"}) {
            assertThat(management
                            .post(theirs + act, Map.of("note", "Note", "read", "0".repeat(64)))
                            .statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(management.get(theirs).statusCode()).isEqualTo(404);
    }

    @Test
    void whoLeavesHandsTheirRequestOver() throws Exception {
        var leaving = server.member(own.organisation, "depart", "COUNSELLOR", "une phrase assez longue");
        Visitor member = new Visitor(server, "/app/workers/new", at -> at.openDesk(own.organisation, leaving));
        member.post(badge + "/review", Map.of());
        String leave = "/app/members/" + leaving + "/leave";
        assertThat(management.get(leave).body()).contains("demande de relecture");
        assertThat(management
                        .post(leave, Map.of("taker", own.counsellor.toString()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(publish(counsellor, read(management))).as("theirs now").isEqualTo(409);
        assertThat(publish(management, read(management))).isEqualTo(303);
    }
}
