package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.FrenchZone;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The journal as the management of an organisation reads it. */
class JournalPagesTest {
    @RegisterExtension
    static final JournalReaders journal = new JournalReaders();

    @Test
    void theManagementReadsWhoDidWhatToWhomNewestFirst() throws Exception {
        journal.line("WORKER_CREATED", journal.id("worker"), 3);
        journal.line("SLIP_PRINTED", journal.id("offer"), 2);
        journal.line(journal.own.organisation, "SLIP", journal.id("offer"), "OFFER_DISPUTED", journal.id("offer"), 1);
        journal.line(journal.own.organisation, "SYSTEM", null, "CREDENTIAL_SIGNED", journal.id("credential"), 0);

        String body = journal.admin.get("/app/journal").body();

        String who = journal.name(journal.own.counsellor);
        assertThat(body)
                .containsSubsequence(
                        "Le service a signé le badge «\u00a0Peindre Deux-Rives\u00a0» pour Alix Deux-Rives.",
                        "Alix Deux-Rives a signalé une erreur dans le badge «\u00a0Peindre Deux-Rives\u00a0».",
                        who
                                + " a imprimé ou affiché le ticket du badge «\u00a0Peindre Deux-Rives\u00a0» pour Alix Deux-Rives.",
                        who + " a créé le dossier\u00a0: Alix Deux-Rives.")
                .contains(
                        "href=\"/app/offers/" + journal.id("offer") + "\"",
                        "href=\"/app/credentials/" + journal.id("credential") + "\"",
                        "href=\"/app/workers/" + journal.id("worker") + "\"",
                        "Une ligne est gardée 5\u00a0ans")
                .doesNotContain("journal.");
        assertThat(journal.admin.get("/app/journal?lang=en").body())
                .contains(who + " printed or showed the slip of the badge “Peindre Deux-Rives” for Alix Deux-Rives.");
    }

    @Test
    void eachActHasASentenceInBothLanguagesWhateverIsLeftOfItsRows() throws Exception {
        journal.server.features().all().stream()
                .flatMap(feature -> feature.auditCodes().stream())
                .forEach(code -> journal.line(code.name(), UUID.randomUUID(), 0));

        for (String language : new String[] {"fr", "en"}) {
            for (String kind : new String[] {"", "&kind=signing"}) {
                HttpResponse<String> page = journal.admin.get("/app/journal?lang=" + language + kind);
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains("<td role=\"cell\"").doesNotContain("journal.");
            }
        }
    }

    @Test
    void aLineOfAnotherOrganisationIsNeverShown() throws Exception {
        journal.line(
                journal.stranger.organisation,
                "ACCOUNT",
                journal.stranger.admin.value(),
                "WORKER_CREATED",
                UUID.fromString(journal.stranger.ids.get("worker")),
                0);
        journal.line(null, "HOLDER", journal.own.holder.value(), "HOLDER_OPENED", journal.own.holder.value(), 0);

        for (String query : new String[] {
            "", "?worker=" + journal.stranger.ids.get("worker"), "?member=" + journal.stranger.admin, "?kind=people"
        }) {
            assertThat(journal.admin.get("/app/journal" + query).body())
                    .as(query)
                    .doesNotContain("Zéphyrine", "a créé le dossier", "<td role=\"cell\"");
        }
    }

    @Test
    void theListIsFilteredByBadgeAloneAndOfOnePerson() throws Exception {
        UUID badge = journal.id("achievement");
        journal.line("ACHIEVEMENT_PUBLISHED", badge, 3);
        journal.line("OFFER_MADE", journal.id("offer"), 2);
        journal.line("CREDENTIAL_REVOKED", journal.id("credential"), 1);
        journal.line("NOTICE_GIVEN", journal.id("worker"), 0);

        String page = journal.admin.get("/app/journal?badge=" + badge).body();
        assertThat(page)
                .contains("<option value=\"" + badge + "\" selected>Peindre Deux-Rives</option>")
                .containsSubsequence("a retiré", "a proposé", "a publié")
                .doesNotContain("feuille d’information est donnée");
        assertThat(journal.admin
                        .get("/app/journal?worker=" + journal.id("worker") + "&badge=" + badge)
                        .body())
                .containsSubsequence("a retiré", "a proposé")
                .doesNotContain("a publié", "feuille d’information est donnée");
        assertThat(journal.admin
                        .get("/app/journal?badge=" + journal.stranger.ids.get("achievement"))
                        .body())
                .contains("Rien ne correspond");
        assertThat(journal.network.get("/app/journal?badge=" + badge).body()).doesNotContain("name=\"badge\"");
        assertThat(journal.admin.get("/app/journal?badge=autre").statusCode()).isEqualTo(400);
    }

    @Test
    void thePageSaysUntilWhenItIsSealed() throws Exception {
        assertThat(journal.admin.get("/app/journal").body()).doesNotContain("Numéro du sceau");
        journal.execute("INSERT INTO audit_round (number, owners, until_xact, until_id, previous, digest, created_at)"
                + " VALUES (900, '{}', 0, 0, sha256(''), sha256(''), '2026-11-02T09:00:00Z')");
        journal.execute(
                "INSERT INTO audit_head (organisation_id, round, number, lines, lines_digest, sign_ins, sign_ins_digest,"
                        + " oldest_at, previous, digest, created_at) VALUES (?, 900, 1, 1, sha256(''), 0, sha256(''), now(),"
                        + " sha256(''), sha256('a'), '2026-11-02T09:00:00Z')",
                journal.own.organisation.value());
        try {
            assertThat(journal.admin.get("/app/journal").body())
                    .contains("scellé jusqu’au 2 novembre 2026", "Numéro du sceau\u00a0: ca978112ca1bbdca.");
            assertThat(journal.member(journal.stranger, journal.stranger.admin)
                            .get("/app/journal")
                            .body())
                    .doesNotContain("ca978112ca1bbdca");
        } finally {
            journal.execute("DELETE FROM audit_round");
        }
    }

    @Test
    void theListIsFilteredByKindMemberPersonAndPeriod() throws Exception {
        journal.line("WORKER_CHANGED", journal.id("worker"), 20);
        journal.line("NOTICE_GIVEN", journal.id("worker"), 1);
        journal.line(
                journal.own.organisation,
                "ACCOUNT",
                journal.own.admin.value(),
                "LOGO_REPLACED",
                journal.own.organisation.value(),
                1);

        assertThat(journal.admin.get("/app/journal?kind=organisation").body())
                .contains("a changé le logo")
                .doesNotContain("feuille d’information est donnée");
        assertThat(journal.admin.get("/app/journal?member=" + journal.own.admin).body())
                .contains("a changé le logo")
                .doesNotContain("feuille d’information est donnée");
        assertThat(journal.admin
                        .get("/app/journal?worker=" + journal.id("worker"))
                        .body())
                .contains(
                        "Seulement ce qui concerne Alix Deux-Rives",
                        "feuille d’information est donnée",
                        "a corrigé le nom")
                .doesNotContain("a changé le logo");
        assertThat(journal.admin
                        .get("/app/journal?worker=" + journal.id("worker") + "&member=" + journal.own.admin)
                        .body())
                .contains("Rien ne correspond")
                .doesNotContain("feuille d’information est donnée");
        String today = FrenchZone.PARIS.today(Clock.systemUTC()).toString();
        assertThat(journal.admin
                        .get("/app/journal?until=" + today + "&from="
                                + LocalDate.parse(today).minusDays(5))
                        .body())
                .contains("feuille d’information est donnée")
                .doesNotContain("a corrigé le nom");
    }

    @Test
    void aPeriodThatCannotBeSaysSoAtItsField() throws Exception {
        HttpResponse<String> wrong = journal.admin.get("/app/journal?from=hier");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("e-from", "value=\"hier\"");
        HttpResponse<String> reversed = journal.admin.get("/app/journal?from=2026-05-02&until=2026-05-01");
        assertThat(reversed.statusCode()).isEqualTo(422);
        assertThat(reversed.body()).contains("e-until");
    }

    @Test
    void aPageHoldsFiftyLinesAndLeadsToTheNext() throws Exception {
        for (int i = 0; i < 51; i++) {
            journal.line("WORKER_CHANGED", journal.id("worker"), i);
        }
        journal.line("NOTICE_GIVEN", journal.id("worker"), 60);

        String first = journal.admin.get("/app/journal?kind=people").body();
        assertThat(first.split("a corrigé le nom", -1)).hasSize(51);
        assertThat(first).doesNotContain("feuille d’information est donnée");
        String next =
                first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        String second = journal.admin.get(next).body();
        assertThat(second.split("a corrigé le nom", -1)).hasSize(2);
        assertThat(second)
                .contains("feuille d’information est donnée", "href=\"/app/journal?kind=people\"")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void anErasedPersonHasNoNameAndNoLinkInTheJournal() throws Exception {
        Tenant other = new Tenant(journal.server, "Effacé", 6);
        UUID worker = UUID.fromString(other.ids.get("worker"));
        UUID offer = UUID.fromString(other.ids.get("offer"));
        Visitor direction = journal.member(other, other.admin);
        journal.line(other.organisation, "ACCOUNT", other.counsellor.value(), "SLIP_PRINTED", offer, 2);
        journal.line(other.organisation, "SLIP", offer, "OFFER_DECLINED", offer, 1);
        direction.post("/app/workers/" + worker + "/data/erase", Map.of("sure", "yes"));

        String body = direction.get("/app/journal").body();
        assertThat(body)
                .contains(
                        "a effacé le dossier d’une personne",
                        "pour une personne au dossier effacé.",
                        "Une personne au dossier effacé a refusé le badge")
                .doesNotContain("Alix Effacé", "/app/offers/" + offer, "/app/workers/" + worker);
        assertThat(direction.get("/app/journal?worker=" + worker).body())
                .contains("une personne dont le dossier n’existe plus ici", "a effacé le dossier");
    }

    @Test
    void aSearchByNameLeadsToTheLinesOfThePerson() throws Exception {
        HttpResponse<String> one = journal.admin.post("/app/journal/search", Map.of("words", "alix deux"));
        assertThat(one.statusCode()).isEqualTo(303);
        assertThat(one.headers().firstValue("Location").orElseThrow())
                .endsWith("/app/journal?worker=" + journal.id("worker"));
        assertThat(journal.admin
                        .post("/app/journal/search", Map.of("words", "Zéphyrine"))
                        .body())
                .contains("Aucune personne n’a ce nom");
    }
}
