package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.share.ShareBadge;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the desk, the public and the holder read of a badge that is paused, and of one that came back. */
class PausedBadgePagesTest {
    @RegisterExtension
    static final PublicBadges setting = new PublicBadges();

    private Visitor desk() throws Exception {
        return new Visitor(
                setting.server,
                "/app/workers/new",
                sessions -> sessions.openDesk(setting.organisation, setting.badges.counsellor()));
    }

    private String address() {
        UUID link = ((ShareBadge.Made) setting.server
                        .features()
                        .share()
                        .share()
                        .apply(setting.holder, new ShareBadge.Wish(setting.badge, null, "Garage", 30)))
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
    void whoeverReadsAPausedBadgeReadsSinceWhenAndWhyUntilItComesBack() throws Exception {
        String scanned = address();
        String published = setting.published();
        Visitor desk = desk();
        Visitor phone = new Visitor(
                setting.server, "/me/badges/" + setting.badge, sessions -> sessions.openHolder(setting.holder));
        String path = "/app/credentials/" + setting.badge;
        assertThat(desk.get(path).body()).contains("Mettre en pause").doesNotContain("Reprendre");

        HttpResponse<String> refused = desk.post(path + "/pause", Map.of("note", "Voir <le chantier>"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Choisissez une raison.", "Voir &lt;le chantier&gt;");
        HttpResponse<String> paused =
                desk.post(path + "/pause", Map.of("reason", "PAUSED_TO_CHECK", "note", "Voir le chantier"));
        assertThat(paused.statusCode()).isEqualTo(303);

        assertThat(desk.get(path).body())
                .contains(
                        "En pause depuis le",
                        "une vérification est en cours",
                        "Voir le chantier",
                        "Reprendre",
                        path + "/revoke")
                .doesNotContain("Retiré le");
        assertThat(desk.get("/app/credentials?state=paused").body()).contains(path, "En pause depuis le");
        assertThat(desk.get("/app/credentials?state=revoked").body()).doesNotContain(path);
        assertThat(setting.get(scanned).body())
                .contains(
                        "Authentique, en pause depuis le",
                        "il ne compte pas pour le moment",
                        "une vérification est en cours")
                .doesNotContain("Voir le chantier", "<h1 id=\"\">Retiré");
        assertThat(setting.get(scanned + "?facile=1").body())
                .contains("Il est en pause pour le moment.", "une vérification est en cours");
        assertThat(setting.get(published).statusCode()).isEqualTo(410);
        assertThat(phone.get("/me/badges/" + setting.badge).body())
                .contains("En pause depuis le", "La structure vérifie quelque chose. Il ne compte pas pour le moment.")
                .doesNotContain("Voir le chantier", "Il ne compte plus");
        assertThat(phone.get("/me?lang=en").body()).contains("Paused since");

        assertThat(desk.get(path + "/pause").body()).contains("une vérification est en cours", path + "/resume");
        assertThat(desk.post(path + "/resume", Map.of()).statusCode()).isEqualTo(303);

        assertThat(setting.get(scanned).body())
                .doesNotContain("Authentique, en pause")
                .contains("verdict good");
        assertThat(setting.get(published).statusCode()).isEqualTo(200);
        assertThat(desk.get(path).body()).contains("Mettre en pause").doesNotContain("En pause depuis le");
        HttpResponse<String> led = phone.get("/me/badges/" + setting.badge);
        assertThat(led.statusCode()).as("the address of before leads on").isEqualTo(303);
        String now = led.headers().firstValue("Location").orElseThrow();
        assertThat(desk.get(path).body())
                .as("its history")
                .contains(
                        "Badge mis en pause par",
                        "Badge repris par",
                        "Voir le chantier",
                        "Badge accepté par la personne");
        assertThat(phone.get(now).body()).contains("Ce badge compte à nouveau depuis le");
    }

    /** What the page of verification says of a file. */
    private String verified(CredentialId edition) throws Exception {
        String file = setting.server
                .platform()
                .database()
                .inOrganisation(
                        setting.organisation,
                        handle -> setting.server
                                .features()
                                .credential()
                                .credentials()
                                .signed(handle, setting.organisation, edition))
                .orElseThrow()
                .document();
        String body = "--part\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n" + file + "\r\n--part--\r\n";
        HttpResponse<String> answer = setting.client.send(
                HttpRequest.newBuilder(setting.server.origin().resolve("/verify"))
                        .header("Content-Type", "multipart/form-data; boundary=part")
                        .header("Accept", "text/html")
                        .header("Accept-Language", "fr")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return setting.get(answer.headers().firstValue("Location").orElseThrow())
                .body();
    }

    @Test
    void aFileOfAnyEditionSaysThatItsBadgeIsPausedAndThenThatAnotherStandsInItsPlace() throws Exception {
        CredentialId nameless = ((SignEdition.Signed) setting.server
                        .features()
                        .edition()
                        .sign()
                        .apply(setting.holder, setting.badge, AcceptedBadges.choice(NameChoice.NONE, false)))
                .edition();
        Visitor desk = desk();
        String path = "/app/credentials/" + setting.badge;
        desk.post(path + "/pause", Map.of("reason", "PAUSED_TO_CHECK"));

        assertThat(verified(nameless)).contains("en pause depuis le", "une vérification est en cours");
        assertThat(verified(setting.badge)).contains("en pause depuis le");
        desk.post(path + "/resume", Map.of());

        assertThat(verified(nameless)).contains("Retiré le", "pause terminée, un autre badge le remplace");
        assertThat(verified(setting.badge)).contains("Retiré le", "pause terminée, un autre badge le remplace");
    }

    @Test
    void aPauseIsNoRevocationOnThePagesOfThePersonAndInPublic() throws Exception {
        setting.published();
        UUID number = setting.number();
        desk().post("/app/credentials/" + setting.badge + "/pause", Map.of("reason", "PAUSED_TO_CHECK"));

        assertThat(desk().get("/app/workers/" + setting.accepted.person()).body())
                .contains("En pause depuis le")
                .doesNotContain("Retiré le");
        Visitor phone = new Visitor(
                setting.server, "/me/badges/" + setting.badge, sessions -> sessions.openHolder(setting.holder));
        assertThat(phone.get("/me/badges/" + setting.badge).body())
                .as("accepting was not their choice")
                .contains("/me/badges/" + setting.badge + "/withdraw");
        setting.server.features().assertion().withdraw().apply(setting.holder, setting.badge);
        assertThat(setting.badges.count("ended_public_badge WHERE id = ? AND NOT revoked", number))
                .isEqualTo(1);
        setting.badges.execute(
                "UPDATE credential SET public_reason = 'RENEWED', pause_ended_at = now() WHERE id = ?",
                setting.badge.value());
        assertThat(desk().get("/app/workers/" + setting.accepted.person()).body())
                .contains("Remplacé le")
                .doesNotContain("Retiré le");
    }

    @Test
    void aBadgeThatIsNotPausedHasNothingToResume() throws Exception {
        Visitor desk = desk();
        String path = "/app/credentials/" + setting.badge;

        assertThat(desk.post(path + "/resume", Map.of()).statusCode()).isEqualTo(303);
        desk.post(path + "/pause", Map.of("reason", "PAUSED_ON_REQUEST"));
        assertThat(desk.post(path + "/pause", Map.of("reason", "PAUSED_TO_CHECK"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(desk.get(path + "/revoke").statusCode())
                .as("it can be revoked for good")
                .isEqualTo(200);
    }
}
