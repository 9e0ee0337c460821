package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Concurrent edits and refused forms: no typed or saved text is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SavedSinceTest {
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    private TestServer server;
    private Tenant tenant;
    private Visitor one;
    private Visitor other;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        tenant = new Tenant(server, "Deux-Rives", 4);
        // Nobody is asked about a name that no badge shows.
        server.database()
                .owner()
                .useHandle(
                        handle -> handle.execute("UPDATE credential SET name_choice = 'NONE', displayed_name = NULL"));
        one = visitor();
        other = visitor();
    }

    private Visitor visitor() throws Exception {
        return new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.counsellor));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String revision(HttpResponse<String> form) {
        Matcher found = REVISION.matcher(form.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Map<String, String> with(Map<String, String> fields, String revision) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("revision", revision);
        return all;
    }

    /** Both open the form; the second to save sees both versions and chooses. */
    private void bothSave(String form, String action, Map<String, String> first, Map<String, String> second)
            throws Exception {
        bothSave(one, other, form, action, first, second);
    }

    private static void bothSave(
            Visitor one,
            Visitor other,
            String form,
            String action,
            Map<String, String> first,
            Map<String, String> second)
            throws Exception {
        String read = revision(one.get(form));
        assertThat(other.post(action, with(first, read)).statusCode()).isEqualTo(303);

        HttpResponse<String> conflict = one.post(action, with(second, read));

        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("Quelqu’un a enregistré autre chose", "Ce qui diffère");
        assertThat(conflict.body()).contains(first.get("beside"), second.get("shown"));
        assertThat(one.get(form).body()).contains(first.get("shown")).doesNotContain(second.get("shown"));
        assertThat(one.post(action, with(second, revision(conflict))).statusCode())
                .isEqualTo(303);
        assertThat(one.get(form).body()).contains(second.get("shown"));
    }

    @Test
    void aNameThatSomebodyElseCorrectedMeanwhileIsNotLost() throws Exception {
        String person = "/app/workers/" + tenant.ids.get("worker");
        bothSave(
                person + "/edit",
                person,
                Map.of("firstName", "Alix", "lastName", "Desrives", "shown", "Desrives", "beside", "Desrives"),
                Map.of("firstName", "Alix", "lastName", "Deux-Rivières", "shown", "Deux-Rivières"));
    }

    @Test
    void aPathwayThatSomebodyElseChangedMeanwhileIsNotLost() throws Exception {
        String pathway = "/app/workers/" + tenant.ids.get("worker") + "/pathways/" + tenant.ids.get("pathway");
        bothSave(
                pathway,
                pathway,
                Map.of("startsOn", "2026-03-01", "shown", "2026-03-01", "beside", "1er mars 2026"),
                Map.of("startsOn", "2026-04-02", "shown", "2026-04-02"));
    }

    @Test
    void aDraftThatSomebodyElseWroteMeanwhileIsNotLost() throws Exception {
        String badge = "/app/badges/" + tenant.ids.get("achievement");
        Map<String, String> words = Map.of(
                "name", "Repeindre",
                "description", "Sait repeindre.",
                "category", "TECHNICAL",
                "evidencePolicy", "NONE",
                "language", "fr");
        Map<String, String> first = new HashMap<>(words);
        first.putAll(Map.of("criteria", "A peint un mur.", "shown", "A peint un mur.", "beside", "A peint un mur."));
        Map<String, String> second = new HashMap<>(words);
        second.putAll(Map.of("criteria", "A poncé une porte.", "shown", "A poncé une porte."));
        bothSave(badge + "/edit", badge, first, second);
    }

    @Test
    void aProfileThatSomebodyElseChangedMeanwhileIsNotLost() throws Exception {
        bothSave(
                administrator(),
                administrator(),
                "/app/organisation",
                "/app/organisation",
                Map.of("publicName", "Atelier A", "shown", "Atelier A", "beside", "Atelier A"),
                Map.of("publicName", "Atelier B", "showsLegalIdentity", "on", "shown", "Atelier B"));
    }

    private Visitor administrator() throws Exception {
        return new Visitor(
                server, "/app/organisation", sessions -> sessions.openDesk(tenant.organisation, tenant.admin));
    }

    @Test
    void theSameWordsSavedTwiceAreNoConflict() throws Exception {
        String person = "/app/workers/" + tenant.ids.get("worker");
        String read = revision(one.get(person + "/edit"));
        Map<String, String> same = Map.of("firstName", "Sacha", "lastName", "Pareil");
        assertThat(other.post(person, with(same, read)).statusCode()).isEqualTo(303);
        assertThat(one.post(person, with(same, read)).statusCode()).isEqualTo(303);
    }

    @Test
    void aFormShownAgainKeepsItsWordsInTheOtherLanguage() throws Exception {
        assertThat(one.get("/app/workers/new").body()).contains("href=\"/app/workers/new?lang=en\"");
        HttpResponse<String> again = one.post("/app/workers", Map.of("firstName", "Camille", "lastName", ""));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("value=\"Camille\"");
        Matcher link = Pattern.compile("href=\"(/answers/[^\"?]+\\?lang=en)\"").matcher(again.body());
        assertThat(link.find()).isTrue();
        assertThat(one.get(link.group(1)).body()).contains("lang=\"en\"", "value=\"Camille\"");
    }

    @Test
    void aProblemAtTheDeskKeepsItsNavigation() throws Exception {
        String nobody = "/app/workers/00000000-0000-0000-0000-000000000000";
        Map<String, Integer> problems = Map.of(nobody, 404, "/app/nowhere", 404, "/app/members", 403);
        for (String path : problems.keySet()) {
            HttpResponse<String> answer = one.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(problems.get(path));
            assertThat(answer.body()).as(path).contains("desk-nav", "href=\"/app/badges\"", "action=\"/signout\"");
        }
        assertThat(one.get("/nowhere").body()).doesNotContain("desk-nav");
    }
}
