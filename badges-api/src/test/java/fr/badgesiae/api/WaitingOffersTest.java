package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Offers without an answer: found, prolonged, reminded, alone and several at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitingOffersTest {
    private static final Pattern FROM = Pattern.compile("name=\"from\" value=\"(\\d+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"offer\" value=\"([^\"]+\\.\\d+)\"");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private AwardRunFixture desk;

    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private String offer(String first) throws Exception {
        String person = desk.person(first, "Attente");
        desk.offered(desk.written("Peint un mur.", person));
        return desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select("SELECT id FROM offer WHERE worker_id = ?::uuid", person)
                        .mapTo(String.class)
                        .one());
    }

    private ZonedDateTime moment(String column, String offer) {
        return desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select("SELECT " + column + " FROM offer WHERE id = ?::uuid", offer)
                        .mapTo(ZonedDateTime.class)
                        .one())
                .withZoneSameInstant(PARIS);
    }

    private String slip(String offer) {
        return desk.server
                .database()
                .owner()
                .withHandle(handle -> handle.select("SELECT code_lookup::text FROM offer WHERE id = ?::uuid", offer)
                        .mapTo(String.class)
                        .one());
    }

    private String page(String path) throws Exception {
        return desk.member.get(path).body();
    }

    private String read(HttpResponse<String> answer) throws Exception {
        return answer.statusCode() == 303 ? page(AwardRunFixture.led(answer)) : answer.body();
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        return found.find() ? found.group(1) : "none in " + page;
    }

    private HttpResponse<String> prolong(String offer, String from, String months) throws Exception {
        return desk.member.post("/app/offers/" + offer + "/prolong", Map.of("from", from, "months", months));
    }

    @Test
    void anOfferLastsTwelveMonthsAndIsProlongedByWholeMonthsUpToTwentyFour() throws Exception {
        String offer = offer("Lou");
        ZonedDateTime made = moment("created_at", offer);
        assertThat(moment("ends_at", offer)).isEqualTo(made.plusMonths(12));
        String slip = slip(offer);
        String form = page("/app/offers/" + offer + "/prolong");
        assertThat(form).contains("(+1\u00a0mois)", "(+12\u00a0mois)").doesNotContain("(+13\u00a0mois)");
        String from = first(FROM, form);

        assertThat(read(prolong(offer, from, "0"))).contains("Choisissez une nouvelle date.");
        assertThat(read(prolong(offer, from, "13"))).doesNotContain("plus de temps pour répondre.");
        assertThat(moment("ends_at", offer)).isEqualTo(made.plusMonths(12));
        assertThat(read(prolong(offer, from, "2")))
                .contains("La personne a plus de temps pour répondre.", "Plus de temps pour répondre, jusqu’au");
        assertThat(prolong(offer, from, "2").statusCode())
                .as("its end is another")
                .isNotEqualTo(200);

        assertThat(moment("ends_at", offer)).isEqualTo(made.plusMonths(14));
        assertThat(slip(offer)).as("the slip printed before stays good").isEqualTo(slip);
        assertThat(desk.count("audit_event WHERE code = 'OFFER_PROLONGED' AND subject_id = ?::uuid", offer))
                .isEqualTo(1);
    }

    @Test
    void aReminderAndASlipGivenAgainStandInTheHistory() throws Exception {
        String offer = offer("Sacha");
        String path = "/app/offers/" + offer + "/note";
        String today = LocalDate.now(PARIS).toString();

        String refused =
                read(desk.member.post(path, Map.of("kind", "GIVEN_AGAIN", "how", "PHONE", "day", "2031-01-01")));
        assertThat(refused)
                .contains("Un ticket se donne en main propre ou par courrier.", "entre la proposition et aujourd’hui");
        assertThat(read(desk.member.post(path, Map.of("kind", "REMINDED", "how", "PHONE", "day", today))))
                .contains("C’est noté", "Rappel par téléphone", "Badge proposé");
        assertThat(read(desk.member.post(path, Map.of("kind", "GIVEN_AGAIN", "how", "POST", "day", today))))
                .contains("Ticket redonné, par courrier");

        assertThat(page("/app/offers?state=offered")).contains("Rappel le ", "depuis aujourd’hui");
    }

    @Test
    void theListOfThoseWithoutAnswerSaysForHowLong() throws Exception {
        String offer = offer("Noa");
        desk.update("UPDATE offer SET offered_at = now() - interval '41 days' WHERE id = ?::uuid", offer);
        assertThat(page("/app")).contains("/app/offers?state=waiting");
        assertThat(page("/app/offers?state=waiting")).contains("Noa", "depuis 41\u00a0jours");
        desk.update(
                "UPDATE offer SET state = 'DECLINED', pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL"
                        + " WHERE id = ?::uuid",
                offer);
        assertThat(page("/app/offers?state=waiting")).doesNotContain("Noa");
        assertThat(page("/app/offers/" + offer)).doesNotContain("/prolong", "/note");
        assertThat(desk.member.get("/app/offers/" + offer + "/prolong").statusCode())
                .isEqualTo(409);
    }

    private HttpResponse<String> several(String path, String act, List<String> offers) throws Exception {
        List<Map.Entry<String, String>> form = new ArrayList<>();
        form.add(Map.entry("act", act));
        offers.forEach(offer -> form.add(Map.entry("offer", offer)));
        return desk.member.post("/app/offers/several" + path, form);
    }

    @Test
    void severalAreReadFirstThenProlongedOnceEachByItself() throws Exception {
        String one = offer("Alix");
        String answered = offer("Béa");
        ZonedDateTime end = moment("ends_at", one);
        desk.update(
                "UPDATE offer SET state = 'CANCELLED', pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL"
                        + " WHERE id = ?::uuid",
                answered);

        String dry = read(several("", "PROLONG_3", List.of(one, answered)));
        assertThat(dry)
                .contains("Rien n’est fait pour le moment.", "Une ligne changera.", "plus en attente de réponse");
        assertThat(moment("ends_at", one)).isEqualTo(end);
        String seen = first(Pattern.compile("name=\"offer\" value=\"(" + one + "\\.\\d+)\""), dry);

        assertThat(read(several("/do", "PROLONG_3", List.of(seen, answered + ".0"))))
                .contains("Une personne a plus de temps pour répondre.", "plus en attente de réponse");
        assertThat(read(several("/do", "PROLONG_3", List.of(seen)))).contains("quelqu’un l’a changé entre-temps");
        assertThat(moment("ends_at", one)).isEqualTo(end.plusMonths(3));
        String late = read(several("", "PROLONG_12", List.of(one)));
        assertThat(late).contains("plus de 24\u00a0mois").doesNotContain("action=\"/app/offers/several/do\"");
        assertThat(first(SEEN, late)).startsWith("none");
    }

    @Test
    void severalAreCancelledOrPrintedAndNothingIsDoneForNobody() throws Exception {
        String one = offer("Cléo");
        String two = offer("Dany");
        assertThat(read(several("", "PRINT", List.of(one, two))))
                .contains("action=\"/app/slips\"", "Imprimer 2 tickets", "name=\"offers\" value=\"" + one);
        assertThat(read(several("/do", "CANCEL", List.of(one + ".0", two))))
                .as("another end than was read")
                .contains("quelqu’un l’a changé entre-temps");
        String dry = read(several("", "CANCEL", List.of(one, two)));
        List<String> seen = List.of(
                first(Pattern.compile("name=\"offer\" value=\"(" + one + "\\.\\d+)\""), dry),
                first(Pattern.compile("name=\"offer\" value=\"(" + two + "\\.\\d+)\""), dry));
        assertThat(read(several("/do", "CANCEL", seen))).contains("2 propositions sont annulées.");
        assertThat(desk.count("offer WHERE id IN (?::uuid, ?::uuid) AND state = 'CANCELLED'", one, two))
                .isEqualTo(2);
        assertThat(read(several("", "CANCEL", List.of()))).contains("Cochez au moins un badge proposé");
        assertThat(read(several("", "CANCEL", List.of(desk.other.ids.get("offer")))))
                .as("an offer of another organisation")
                .contains("Aucune ligne ne changera.");
    }

    @Test
    void aPausedOrganisationOnlyCancels() throws Exception {
        String one = offer("Éli");
        desk.update(
                "UPDATE network_membership SET state = 'SUSPENDED', suspended_on = '2026-10-05',"
                        + " suspended_reason = 'Une raison' WHERE organisation_id = ?",
                desk.own.organisation.value());
        try {
            assertThat(page("/app/offers?state=offered"))
                    .contains("value=\"CANCEL\"")
                    .doesNotContain("PROLONG_3");
            assertThat(read(several("", "PROLONG_3", List.of(one)))).contains("votre structure est en pause");
            assertThat(page("/app/offers/" + one)).doesNotContain("/prolong");
        } finally {
            desk.update(
                    "UPDATE network_membership SET state = 'ACTIVE', suspended_on = NULL, suspended_reason = NULL"
                            + " WHERE organisation_id = ?",
                    desk.own.organisation.value());
        }
    }
}
