package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.offline.code.MakeCode;
import fr.badgesiae.api.share.ShareBadge;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A mistake in the text of a badge that was awarded: what is in force is signed again in the new version, where a member says so. */
class ReplacedTextTest {
    @RegisterExtension
    static final PublicBadges setting = new PublicBadges();

    private static final String CRITERIA = "Peindre un mur, sans coulure.";

    private Visitor desk;
    private CredentialId first;
    private CredentialId second;

    @BeforeEach
    void publishANewVersion() throws Exception {
        desk = new Visitor(
                setting.server,
                "/app/workers/new",
                sessions -> sessions.openDesk(setting.organisation, setting.badges.counsellor()));
        first = setting.badge;
        second = setting.badges.accept(NameChoice.FULL, false).badge();
        setting.badges.execute(
                "INSERT INTO achievement_version (id, achievement_id, organisation_id, version, content, image_type, image,"
                        + " created_at) SELECT gen_random_uuid(), achievement_id, organisation_id, version + 1,"
                        + " jsonb_set(content, '{criteria}', to_jsonb(?::text)), image_type, image, now()"
                        + " FROM achievement_version WHERE organisation_id = ? ORDER BY version DESC LIMIT 1",
                CRITERIA,
                setting.organisation.value());
    }

    @AfterEach
    void offerTheFirstVersionAgain() {
        setting.badges.execute(
                "UPDATE credential SET achievement_version_id = NULL WHERE organisation_id = ?",
                setting.organisation.value());
        setting.badges.execute(
                "UPDATE award a SET achievement_version_id = o.achievement_version_id FROM offer o WHERE o.id = a.offer_id");
        setting.badges.execute(
                "DELETE FROM achievement_version WHERE organisation_id = ? AND version > 1",
                setting.organisation.value());
    }

    private String post(String path, Map<String, String> fields, CredentialId... badges) throws Exception {
        List<Map.Entry<String, String>> form = new ArrayList<>(fields.entrySet());
        for (CredentialId badge : badges) {
            form.add(Map.entry("badge", badge.toString()));
        }
        HttpResponse<String> answer = desk.post("/app/credentials/several" + path, form);
        return answer.statusCode() == 303
                ? desk.get(answer.headers().firstValue("Location").orElseThrow())
                        .body()
                : answer.body();
    }

    /** As a member does who read the page before. */
    private String replace(CredentialId badge) throws Exception {
        return replace(badge, post("", Map.of("act", "REPLACE"), badge));
    }

    private String replace(CredentialId badge, String read) throws Exception {
        Matcher text = Pattern.compile("name=\"text\" value=\"([^\"]+)\"").matcher(read);
        return post("/do", Map.of("act", "REPLACE", "same", "on", "text", text.find() ? text.group(1) : ""), badge);
    }

    private void publish(String path, String value) {
        setting.badges.execute(
                "INSERT INTO achievement_version (id, achievement_id, organisation_id, version, content, image_type, image,"
                        + " created_at) SELECT gen_random_uuid(), achievement_id, organisation_id, version + 1,"
                        + " jsonb_set(content, CAST(? AS text[]), CAST(? AS jsonb)), image_type, image, now()"
                        + " FROM achievement_version WHERE organisation_id = ? ORDER BY version DESC LIMIT 1",
                path,
                value,
                setting.organisation.value());
    }

    private long rewritten(CredentialId badge) {
        return setting.badges.count("credential WHERE id = ? AND public_reason = 'TEXT_CORRECTED'", badge.value());
    }

    private String share() {
        UUID link = ((ShareBadge.Made) setting.server
                        .features()
                        .share()
                        .share()
                        .apply(setting.holder, new ShareBadge.Wish(first, null, "Garage", 30)))
                .link();
        return "/v/"
                + setting.server
                        .features()
                        .share()
                        .show()
                        .apply(setting.holder, link)
                        .code()
                        .grouped();
    }

    @Test
    void theDifferenceIsReadThenTheBadgeIsSignedAgainAndItsLinksFollow() throws Exception {
        String scanned = share();
        Visitor phone =
                new Visitor(setting.server, "/me/badges/" + first, sessions -> sessions.openHolder(setting.holder));
        assertThat(desk.get("/app/credentials?state=earlier").body()).contains(first.toString(), second.toString());

        String dry = post("", Map.of("act", "REPLACE"), first);
        assertThat(dry).contains("Rien n’est fait pour le moment.", "Sera signé à nouveau", CRITERIA, "Avant");
        assertThat(post("/do", Map.of("act", "REPLACE"), first)).contains("proposez plutôt le renouvellement");
        assertThat(rewritten(first)).isZero();
        String form = setting.published();
        assertThat(setting.get(form).statusCode()).isEqualTo(200);
        assertThat(replace(first, dry)).contains("Le texte d’un badge est remplacé.");
        assertThat(setting.get(form).statusCode())
                .as("what everybody reads has the text of before: it ends")
                .isEqualTo(410);

        assertThat(rewritten(first)).isEqualTo(1);
        assertThat(rewritten(second)).as("left as it is").isZero();
        assertThat(setting.badges.count(
                        "audit_event WHERE code = 'CREDENTIAL_TEXT_REPLACED' AND subject_id = ?", first.value()))
                .isEqualTo(1);
        assertThat(setting.get(scanned).body()).contains("verdict good", CRITERIA);
        assertThat(replace(first, dry)).as("the same request once more").contains("Aucun texte n’est remplacé.");
        assertThat(desk.get("/app/credentials?state=earlier").body())
                .contains(second.toString())
                .doesNotContain(first.toString());
        String now = phone.get("/me/badges/" + first)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(phone.get(now).body())
                .contains("La structure a corrigé le texte de ce badge", "Lire le texte d’avant", "Ce n’est pas juste");
        assertThat(desk.get("/app/credentials/" + first).body())
                .contains("Correction du texte demandée, le sens ne change pas par");
    }

    @Test
    void aNameThatIsCorrectedLaterAndAPauseKeepTheNewText() throws Exception {
        replace(first);
        String path = "/app/credentials/" + first;
        desk.post(path + "/pause", Map.of("reason", "PAUSED_TO_CHECK"));
        assertThat(post("", Map.of("act", "REPLACE"), second, current())).contains("Reprenez ce badge, puis");
        desk.post(path + "/resume", Map.of());

        assertThat(desk.get(path).body()).contains(CRITERIA);
        Visitor phone =
                new Visitor(setting.server, "/me/badges/" + current(), sessions -> sessions.openHolder(setting.holder));
        assertThat(phone.get("/me/badges/" + current()).body())
                .as("told after the pause too")
                .contains("La structure a corrigé le texte de ce badge");
        assertThat(phone.get("/me").body()).contains("Le texte de ce badge est corrigé.");
    }

    @Test
    void onlyTheTextThatWasReadIsSigned() throws Exception {
        String dry = post("", Map.of("act", "REPLACE"), first);
        assertThat(post("/do", Map.of("act", "REPLACE", "same", "on"), first)).contains("Lisez-le d’abord");
        publish("{criteria}", "\"Peindre deux murs.\"");

        assertThat(replace(first, dry)).contains("Lisez-le d’abord");
        assertThat(rewritten(first)).isZero();
        assertThat(replace(first)).contains("Le texte d’un badge est remplacé.");
    }

    @Test
    void whereMoreThanWordsChangesThePersonIsAsked() throws Exception {
        String dry = post("", Map.of("act", "REPLACE"), first);
        publish("{validityMonths}", "7");
        String refused = post("", Map.of("act", "REPLACE"), first);
        assertThat(refused).contains("Proposez le renouvellement", "Aucun badge ne changera.");

        assertThat(replace(first, dry)).contains("Ne change pas");
        assertThat(rewritten(first)).isZero();
    }

    @Test
    void aCopyThatIsMadeAgainHasTheNewText() throws Exception {
        code();
        replace(first);
        code();

        assertThat(setting.badges.count(
                        "credential WHERE wallet = 'OFFLINE_CODE' AND state = 'ISSUED' AND award_id ="
                                + " (SELECT award_id FROM credential WHERE id = ?)",
                        first.value()))
                .as("one in each text")
                .isEqualTo(2);
        Visitor phone =
                new Visitor(setting.server, "/me/badges/" + current(), sessions -> sessions.openHolder(setting.holder));
        assertThat(phone.get("/me/badges/" + current()).body()).containsOnlyOnce("Cette copie garde le texte d’avant.");
    }

    private void code() {
        assertThat(setting.server
                        .features()
                        .offline()
                        .make()
                        .apply(setting.holder, first, AcceptedBadges.choice(NameChoice.FIRST_AND_INITIAL, false)))
                .isInstanceOf(MakeCode.Made.class);
    }

    private CredentialId current() {
        return new CredentialId(setting.server
                .database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT n.id FROM credential c JOIN credential n ON n.award_id = c.award_id AND n.edition = 1"
                                        + " WHERE c.id = ?",
                                first.value())
                        .mapTo(UUID.class)
                        .one()));
    }

    @Test
    void whatIsNotInForceSaysWhyAndAPausedOrganisationSignsNothing() throws Exception {
        desk.post("/app/credentials/" + first + "/pause", Map.of("reason", "PAUSED_TO_CHECK"));
        setting.badges.execute(
                "UPDATE credential SET valid_from = now() - interval '2 days', valid_until = now() - interval '1 day' WHERE id = ?",
                second.value());

        assertThat(post("", Map.of("act", "REPLACE"), first, second)).contains("Reprenez ce badge, puis", "expiré");
        setting.badges.execute("UPDATE credential SET valid_until = NULL WHERE id = ?", second.value());
        setting.badges.execute(
                "UPDATE network_membership SET state = 'SUSPENDED', suspended_on = '2026-10-05',"
                        + " suspended_reason = 'Une raison' WHERE organisation_id = ?",
                setting.organisation.value());
        try {
            assertThat(post("/do", Map.of("act", "REPLACE", "same", "on"), second))
                    .contains("votre structure est en pause");
            assertThat(rewritten(second)).isZero();
        } finally {
            setting.badges.execute(
                    "UPDATE network_membership SET state = 'ACTIVE', suspended_on = NULL, suspended_reason = NULL"
                            + " WHERE organisation_id = ?",
                    setting.organisation.value());
        }
    }

    @Test
    void allBadgesOfAListAreTakenWithoutTicks() throws Exception {
        Map<String, String> list = Map.of("act", "REPLACE", "all", "yes", "state", "earlier");
        String dry = post("", list);
        assertThat(dry).contains("value=\"" + first + "\"", "value=\"" + second + "\"");

        assertThat(post("", Map.of("act", "RESUME", "all", "yes", "state", "paused", "badge-of", "", "after", "x")))
                .doesNotContain("value=\"" + first + "\"");
    }
}
