package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The list of events narrowed by its address, and the entries of one event by pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventListTest {
    private AwardRunFixture desk;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @BeforeEach
    void forget() {
        desk.update("DELETE FROM badge_event");
    }

    private void event(String name, String from, String until) {
        desk.update(
                "INSERT INTO badge_event (id, organisation_id, achievement_id, name, place, held_on, opens_at, closes_at,"
                        + " most, code_lookup, code_sealed, created_by, created_at, updated_at)"
                        + " VALUES (gen_random_uuid(), ?, ?::uuid, ?, '', current_date, now() + ?::interval,"
                        + " now() + ?::interval, 200, sha256(?::bytea), '-'::bytea, ?, now(), now())",
                desk.own.organisation.value(),
                desk.own.ids.get("achievement"),
                name,
                from,
                until,
                name,
                desk.own.admin.value());
    }

    private void entries(String name, int number, String state) {
        desk.update(
                "INSERT INTO event_entry (id, organisation_id, event_id, first_name, last_name, by_card, state, reason,"
                        + " created_at, updated_at)"
                        + " SELECT gen_random_uuid(), e.organisation_id, e.id,"
                        + " CASE WHEN '" + state + "' = 'WAITING' THEN 'Alix' ELSE '' END,"
                        + " CASE WHEN '" + state + "' = 'WAITING' THEN 'Liste-' || lpad(n::text, 3, '0') ELSE '' END,"
                        + " false, '" + state + "', CASE WHEN '" + state + "' = 'REFUSED' THEN 'TWICE' END,"
                        + " now() + n * interval '1 second', now()"
                        + " FROM badge_event e, generate_series(1, " + number + ") n WHERE e.name = ?",
                name);
    }

    private List<String> names(String query) throws Exception {
        return Pattern.compile("<strong>(Atelier (?!Deux)[^<]+)</strong>")
                .matcher(desk.member.get("/app/events" + query).body())
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    @Test
    void theAddressNarrowsTheListToANameAndAState() throws Exception {
        event("Atelier Vélo", "-1 hour", "2 hours");
        event("Atelier Été", "1 day", "2 days");
        event("Atelier Passé", "-3 days", "-2 days");
        event("Atelier Arrêté", "-1 hour", "2 hours");
        desk.update("UPDATE badge_event SET ended_at = now() WHERE name = 'Atelier Arrêté'");
        entries("Atelier Passé", 2, "WAITING");
        entries("Atelier Vélo", 2, "REFUSED");

        assertThat(names("")).hasSize(4);
        assertThat(names("?words=velo")).containsExactly("Atelier Vélo");
        assertThat(names("?state=waiting")).containsExactly("Atelier Passé");
        assertThat(names("?state=coming")).containsExactly("Atelier Vélo", "Atelier Été");
        assertThat(names("?state=over")).containsExactly("Atelier Arrêté", "Atelier Passé");
        assertThat(names("?state=over&words=arr")).containsExactly("Atelier Arrêté");
        assertThat(names("?state=unknown")).hasSize(4);
        assertThat(desk.member.get("/app/events?state=waiting&words=velo").body())
                .contains("Aucun événement ne correspond", "value=\"velo\"", "<option value=\"waiting\" selected");
    }

    @Test
    void theNextPageKeepsTheFilter() throws Exception {
        for (int n = 0; n < 51; n++) {
            event("Atelier Longue liste %02d".formatted(n), "-1 hour", "2 hours");
        }
        event("Atelier Autre", "-1 hour", "2 hours");

        String body = desk.member.get("/app/events?words=longue&state=coming").body();
        String next =
                body.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(next).contains("words=longue", "state=coming", "before=");
        assertThat(names(next.replace("/app/events", ""))).hasSize(1);
    }

    @Test
    void theEntriesOfAnEventComeByPagesAndAMistakeStaysOnIts() throws Exception {
        event("Atelier Plein", "-1 hour", "2 hours");
        entries("Atelier Plein", 103, "WAITING");
        String list = desk.member.get("/app/events").body();
        String event = list.replaceAll("(?s).*<a href=\"(/app/events/[0-9a-f-]{36})\".*", "$1");

        String first = desk.member.get(event).body();
        assertThat(first).contains("Liste-001", "Liste-100").doesNotContain("Liste-101");
        String next = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1");
        String second = desk.member.get(next).body();
        assertThat(second).contains("Liste-101", "Liste-103").doesNotContain("Liste-100", "rel=\"next\"");

        String mistake = desk.member
                .post(event + "/entries", Map.of("do", "keep", "reason", "", "after", next.replaceAll(".*after=", "")))
                .body();
        assertThat(mistake).contains("Liste-101").doesNotContain("Liste-100");
    }
}
