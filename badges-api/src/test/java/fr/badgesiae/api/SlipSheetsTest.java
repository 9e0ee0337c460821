package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The slips of many offers, chosen and printed together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlipSheetsTest {
    private static final Pattern CHOICE =
            Pattern.compile("name=\"offers\" type=\"checkbox\" value=\"([0-9a-f-]{36})\"( checked)?[^>]*>");

    private TestServer server;
    private Tenant own;
    private Tenant other;
    private Visitor member;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        own = new Tenant(server, "Deux-Rives", 1);
        other = new Tenant(server, "Trois-Rives", 2);
        member = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(own.organisation, own.counsellor));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** The slips of other tests, and of the tenant itself, are locked. */
    @BeforeEach
    void others() {
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE offer SET failed_pins = 5 WHERE organisation_id = ?", own.organisation.value()));
    }

    private String offered(String first, String last) throws Exception {
        UUID person = UUID.randomUUID();
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, notice_given_on,"
                                + " created_at, updated_at) VALUES (?, ?, ?, ?, ?, current_date - 1, now(), now())",
                        person,
                        own.organisation.value(),
                        first,
                        last,
                        UUID.randomUUID()));
        return member.post(
                        "/app/offers",
                        Map.of(
                                "worker",
                                person.toString(),
                                "version",
                                own.ids.get("version"),
                                "narrative",
                                "Peint deux murs.",
                                "evidence",
                                ""))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^/app/offers/", "")
                .replaceFirst("\\?.*", "");
    }

    private HttpResponse<String> print(String toASheet, List<String> offers) throws Exception {
        List<Map.Entry<String, String>> form = new ArrayList<>();
        form.add(Map.entry("sheet", toASheet));
        offers.forEach(offer -> form.add(Map.entry("offers", offer)));
        return member.post("/app/slips", form);
    }

    private List<String> chosen() throws Exception {
        List<String> chosen = new ArrayList<>();
        Matcher choices = CHOICE.matcher(member.get("/app/slips").body());
        while (choices.find()) {
            if (choices.group(2) != null) {
                chosen.add(choices.group(1));
            }
        }
        return chosen;
    }

    private long printed(String offer) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT count(*) FROM audit_event WHERE code = 'SLIP_PRINTED' AND subject_id = ?::uuid",
                                offer)
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void slipsAreSortedAsPayslipsAreAndEachLeavesALine() throws Exception {
        String late = offered("Alix", "Zénith-Modèle");
        String early = offered("Dominique", "Abri-Modèle");
        assertThat(chosen()).containsExactly(early, late);

        HttpResponse<String> sheets = print("4", List.of(late, early));

        assertThat(sheets.statusCode()).isEqualTo(200);
        assertThat(sheets.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        String body = sheets.body();
        assertThat(body.split("class=\"pair\"", -1)).hasSize(3);
        assertThat(body).contains("slips of-4").containsSubsequence("Dominique Abri-Modèle", "Alix Zénith-Modèle");
        assertThat(printed(late)).isEqualTo(1);
        assertThat(printed(early)).isEqualTo(1);
        assertThat(chosen()).as("not again what was printed").isEmpty();
        assertThat(member.get("/app/slips").body()).contains("déjà imprimé");
    }

    /** A list has its end: what was printed before makes place for what was not. */
    @Test
    void amongManySlipsThoseThatWereNeverPrintedAreListed() throws Exception {
        String before = offered("Alix", "Avant-Modèle");
        String last = offered("Alix", "Zèbre-Modèle");
        server.database().owner().useHandle(handle -> {
            handle.execute("UPDATE offer SET prints = 1 WHERE id = ?::uuid", before);
            new RowCopies(handle, 320)
                    .of(
                            "offer",
                            UUID.fromString(before),
                            "id",
                            "gen_random_uuid()",
                            "code_lookup",
                            RowCopies.hash("many"));
        });

        String list = member.get("/app/slips").body();

        assertThat(CHOICE.matcher(list).results().count()).isEqualTo(300);
        assertThat(list).contains("Zèbre-Modèle", "Cette liste montre les 300 premiers tickets.");
        assertThat(chosen()).containsExactly(last);
    }

    @Test
    void bothPartsNameThePersonAndTheStructure() throws Exception {
        String body = print("8", List.of(offered("Alix", "Moitié-Modèle"))).body();

        String[] parts = body.split("<section class=\"part", -1);
        assertThat(parts).hasSize(3);
        assertThat(parts[1])
                .contains(
                        "Alix Moitié-Modèle",
                        "Atelier Deux-Rives",
                        "Peindre Deux-Rives",
                        "class=\"qr\"",
                        "01 99 00 00 00");
        assertThat(parts[2])
                .contains("Pour Alix M.", "Atelier Deux-Rives")
                .containsPattern("[0-9]{3}\u00a0[0-9]{3}")
                .doesNotContain("Moitié-Modèle");
    }

    @Test
    void theNumberAndThePinOpenTheOffer() throws Exception {
        String offer = offered("Alix", "Clef-Modèle");
        String alone = member.post("/app/offers/" + offer + "/slip", Map.of()).body();
        String together = print("2", List.of(offer)).body();

        Matcher number = Pattern.compile("/claim/([0-9A-Z-]{19})|<strong class=\"code\">([0-9A-Z-]{19})")
                .matcher(together);
        assertThat(number.find()).isTrue();
        assertThat(alone.replace("<wbr>", "")).contains(number.group(2));
        Matcher pin = Pattern.compile("[0-9]{3}\u00a0[0-9]{3}").matcher(together);
        assertThat(pin.find()).isTrue();
        assertThat(alone).contains(pin.group());
    }

    @Test
    void whatIsNoLongerOpenIsLeftOutAndSaid() throws Exception {
        String open = offered("Alix", "Ouvert-Modèle");
        String cancelled = offered("Alix", "Fermé-Modèle");
        member.post("/app/offers/" + cancelled + "/cancel", Map.of());

        String body =
                print("4", List.of(open, cancelled, other.ids.get("offer"))).body();

        assertThat(body.split("class=\"pair\"", -1)).hasSize(2);
        assertThat(body).contains("2 tickets choisis ne sont pas ici.").doesNotContain("Fermé-Modèle", "Trois-Rives");
        assertThat(printed(cancelled)).isZero();
        assertThat(printed(other.ids.get("offer"))).isZero();
        assertThat(print("4", List.of(cancelled)).statusCode()).isEqualTo(409);
    }

    @Test
    void aChoiceThatCannotBePrintedSaysWhy() throws Exception {
        String offer = offered("Alix", "Choix-Modèle");

        assertThat(print("4", List.of()).body()).contains("Choisissez au moins un ticket.");
        HttpResponse<String> five = print("5", List.of(offer));
        assertThat(five.statusCode()).isEqualTo(422);
        assertThat(five.body())
                .contains("Choisissez combien de tickets vont sur une feuille.", "value=\"" + offer + "\" checked");
        assertThat(printed(offer)).isZero();
        List<String> many =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(301).toList();
        assertThat(print("4", many).body()).contains("Choisissez 300 tickets au plus.");
    }

    @Test
    void withoutAnOfferNothingIsToPrint() throws Exception {
        assertThat(member.get("/app/slips").body()).contains("Aucun ticket à imprimer");
    }
}
