package fr.badgesiae.api.paper;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.IssuingNode;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.db.CountingDataSource;
import fr.badgesiae.api.platform.pdf.PdfWriter;
import fr.badgesiae.api.platform.pdf.VeraPdf;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import fr.badgesiae.api.share.PublicPagesFixture;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The attestation of a person's badges at the desk. */
class AttestationTest {
    private PublicPagesFixture pages;
    private List<CountingDataSource> reads;
    private DrawBadge draw;
    private WebHarness desk;
    private String path;

    @BeforeEach
    void open() {
        pages = PublicPagesFixture.open();
        Platform platform = pages.issuing.node.platform;
        reads = new ArrayList<>();
        IssuingNode watched = pages.issuing.watched(source -> {
            reads.add(new CountingDataSource(source, thread -> true));
            return reads.get(0);
        });
        draw = Papers.draw(pages, watched.platform);
        desk = desk(new PdfWriter(platform.throttles().documents(), "Badges IAE"));
        path = "/app/workers/" + pages.issuing.person + "/attestation";
        Papers.picture(pages);
    }

    private WebHarness desk(PdfWriter writer) {
        Platform platform = pages.issuing.node.platform;
        Principal counsellor = new Principal(
                new AccountId(UUID.randomUUID()),
                pages.issuing.organisation,
                Role.COUNSELLOR,
                "Camille Exemple",
                "Atelier des Deux Rives",
                UUID.randomUUID());
        ContainerRequestFilter signedIn = request -> request.setProperty(Principal.class.getName(), counsellor);
        return new WebHarness(
                platform.settings(),
                platform.pages(),
                List.of(new AttestationPages(platform, new People(), draw, writer), signedIn));
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
                        "Badges reçus",
                        "Atelier des Deux Rives",
                        "ces 2 badges",
                        "Alix Exemple",
                        "Parcours du 6 janvier 2025 au 30 octobre 2026.",
                        "Accueillir le public",
                        "Tient la caisse.",
                        "Fait le 2 novembre 2026.")
                .doesNotContain("paper.", "verification.", "pendant le parcours", "plus de 40");
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
    void aPathwayToComeIsNotTheirs() throws Exception {
        pages.issuing.issued();
        pathway("2025-01-06", "2026-10-30");
        pathway("2027-01-04", null);

        assertThat(Papers.text(call("POST")))
                .contains("Parcours du 6 janvier 2025 au 30 octobre 2026.")
                .doesNotContain("2027");
    }

    @Test
    void aLapsedBadgeIsNotInForce() {
        pages.issuing.issued();
        pages.issuing.pass(Duration.ofDays(800));

        for (String method : List.of("GET", "POST")) {
            assertThat(call(method).text()).contains("Cette personne n’a aucun badge accepté qui compte aujourd’hui.");
        }
    }

    @Test
    void ofMoreThanFortyItSaysThatItShowsTheLastForty() throws Exception {
        IssuedCredential first = pages.issuing.issued("Le premier geste.");
        pages.issuing.pass(Duration.ofMinutes(1));
        for (int i = 0; i < ListAccepted.MOST; i++) {
            pages.issuing.issued();
        }
        String says = "Il y a plus de 40 badges\u00a0: l’attestation montre les 40 derniers.";

        assertThat(call("GET").text()).contains(says);
        Answer pdf = call("POST");
        assertThat(Papers.text(pdf)).contains("plus de 40 badges", "les 40 derniers.", "ces 40 badges");
        assertThat(Papers.attached(pdf))
                .hasSize(ListAccepted.MOST)
                .doesNotContain(pages.issuing.signed(first.id()).document());
        assertThat(Papers.authentic(pages, pdf)).isEqualTo(ListAccepted.MOST);
    }

    @Test
    void picturesAreReadForThePaperAlone() {
        pages.issuing.issued();
        reads.get(0).drain();

        call("GET");
        assertThat(desk(Papers.busy()).call("POST", path, Map.of(), new byte[0]).status())
                .isEqualTo(503);
        assertThat(reads.get(0).drain()).isEmpty();

        call("POST");
        assertThat(reads.get(0).drain()).isNotEmpty();
    }

    @Test
    void whatWasNotWrittenLeavesNoLine() {
        pages.issuing.issued();

        desk(Papers.busy()).call("POST", path, Map.of(), new byte[0]);

        assertThat(pages.issuing.lines("ATTESTATION_WRITTEN", pages.issuing.person.value()))
                .isZero();
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
                    .contains("Cette personne n’a aucun badge accepté qui compte aujourd’hui.")
                    .doesNotContain("<form method=\"post\" action=\"" + path);
        }
        assertThat(pages.issuing.lines("ATTESTATION_WRITTEN", pages.issuing.person.value()))
                .isZero();
    }
}
