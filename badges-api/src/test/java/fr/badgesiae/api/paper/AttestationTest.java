package fr.badgesiae.api.paper;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.achievement.AchievementModule;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.pdf.PdfWriter;
import fr.badgesiae.api.platform.pdf.VeraPdf;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import fr.badgesiae.api.share.PublicPagesFixture;
import fr.badgesiae.api.share.words.MatchingWords;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The attestation of a person's badges at the desk. */
class AttestationTest {
    private PublicPagesFixture pages;
    private WebHarness desk;
    private String path;

    @BeforeEach
    void open() {
        pages = PublicPagesFixture.open();
        Platform platform = pages.issuing.node.platform;
        AchievementModule achievement = new AchievementModule(platform, new Organisations(platform.database()));
        DrawBadge draw = new DrawBadge(
                platform.settings(), achievement.images(), new MatchingWords(platform.vault(), platform.clock()));
        PdfWriter writer = new PdfWriter(platform.throttles().documents(), "Badges IAE");
        Principal counsellor = new Principal(
                new AccountId(UUID.randomUUID()),
                pages.issuing.organisation,
                Role.COUNSELLOR,
                "Camille Exemple",
                "Atelier des Deux Rives",
                UUID.randomUUID());
        ContainerRequestFilter signedIn = request -> request.setProperty(Principal.class.getName(), counsellor);
        desk = new WebHarness(
                platform.settings(),
                platform.pages(),
                List.of(new AttestationPages(platform, new People(), draw, writer), signedIn));
        path = "/app/workers/" + pages.issuing.person + "/attestation";
        Papers.picture(pages);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    private Answer call(String method) {
        Answer answer = desk.call(method, path, Map.of("Accept-Language", "fr"), new byte[0]);
        Papers.keep("/attestation.pdf", answer);
        return answer;
    }

    private void pathway(String from, String to) {
        pages.issuing.owner.useHandle(handle -> handle.execute(
                "INSERT INTO pathway (id, organisation_id, worker_id, starts_on, ends_on, created_at, updated_at)"
                        + " VALUES (gen_random_uuid(), ?, ?, CAST(? AS date), CAST(? AS date), now(), now())",
                pages.issuing.organisation.value(),
                pages.issuing.person.value(),
                from,
                to));
    }

    @Test
    void namesThePersonThePathwayAndEachAcceptedBadge() throws Exception {
        IssuedCredential one = pages.issuing.issuedWithoutName();
        IssuedCredential two = pages.issuing.issued("Tient la caisse.");
        pathway("2025-01-06", "2026-10-30");

        Answer pdf = call("POST");

        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition")).isEqualTo("attachment; filename=\"attestation.pdf\"");
        assertThat(Papers.text(pdf))
                .containsSubsequence(
                        "Badges reçus pendant le parcours",
                        "Atelier des Deux Rives",
                        "ces 2 badges",
                        "Alix Exemple",
                        "Parcours du 6 janvier 2025 au 30 octobre 2026.",
                        "Accueillir le public",
                        "Tient la caisse.",
                        "Fait le 2 novembre 2026.")
                .doesNotContain("paper.", "verification.");
        assertThat(Papers.attached(pdf))
                .containsExactlyInAnyOrder(
                        pages.issuing.signed(one.id()).document(),
                        pages.issuing.signed(two.id()).document());
        assertThat(Papers.verified(pages, pdf)).contains("\"headline\":\"AUTHENTIC\"");
        assertThat(VeraPdf.broken(pdf.body())).isEmpty();
        assertThat(pages.issuing.lines("ATTESTATION_WRITTEN", pages.issuing.person.value()))
                .isEqualTo(1);
    }

    @Test
    void aPathwayThatGoesOnIsNotCalledEnded() throws Exception {
        pages.issuing.issued();
        pathway("2026-01-05", null);

        assertThat(Papers.text(call("POST")))
                .contains("Parcours commencé le 5 janvier 2026.", "ce badge")
                .doesNotContain("pendant le parcours");
    }

    @Test
    void theDeskReadsFirstWhatItWillSay() {
        pages.issuing.issued();

        assertThat(call("GET").text())
                .contains("Attestation des badges", "Accueillir le public", "Aucun parcours n’est noté")
                .doesNotContain(">paper.");
        assertThat(pages.issuing.lines("ATTESTATION_WRITTEN", pages.issuing.person.value()))
                .isZero();
    }

    @Test
    void withoutABadgeInForceThereIsNone() {
        IssuedCredential badge = pages.issuing.issued();
        pages.revoke(badge.id(), PublicReason.WRONG_PERSON);

        for (String method : List.of("GET", "POST")) {
            assertThat(call(method).text())
                    .contains("Cette personne n’a pas encore de badge accepté et en vigueur.")
                    .doesNotContain("<form method=\"post\" action=\"" + path);
        }
        assertThat(pages.issuing.lines("ATTESTATION_WRITTEN", pages.issuing.person.value()))
                .isZero();
    }
}
