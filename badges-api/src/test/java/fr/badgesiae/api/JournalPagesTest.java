package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The journal of an organisation and of a network, the lines on a worker's page, and those in a holder's space. */
class JournalPagesTest {
    private TestServer server;
    private Tenant own;
    private Tenant stranger;
    private Visitor admin;
    private Visitor counsellor;
    private Visitor network;
    private Visitor holder;

    @BeforeEach
    void open() throws Exception {
        server = TestServer.start();
        own = new Tenant(server, "Deux-Rives", 4);
        stranger = new Tenant(server, "Zéphyrine", 5);
        admin = member(own, own.admin);
        counsellor = member(own, own.counsellor);
        network = new Visitor(
                server, "/app/organisations/new", sessions -> sessions.openDesk(own.network, own.networkAdmin));
        holder = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(own.holder));
        server.database().owner().useHandle(handle -> {
            handle.execute("UPDATE worker SET holder_id = ? WHERE id = ?", own.holder.value(), id("worker"));
            handle.execute("UPDATE network_membership SET vetted_on = current_date - 10");
        });
    }

    private Visitor member(Tenant tenant, AccountId who) throws Exception {
        return new Visitor(server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, who));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private UUID id(String name) {
        return UUID.fromString(own.ids.get(name));
    }

    private void line(
            @Nullable OrganisationId organisation,
            String kind,
            @Nullable UUID actor,
            String code,
            UUID subject,
            int daysAgo) {
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO audit_event (created_at, organisation_id, actor_kind, actor_id, code, subject_id)"
                                + " VALUES (now() - ? * interval '1 day', ?, ?, ?, ?, ?)",
                        daysAgo,
                        organisation == null ? null : organisation.value(),
                        kind,
                        actor,
                        code,
                        subject));
    }

    private void line(String code, UUID subject, int daysAgo) {
        line(own.organisation, "ACCOUNT", own.counsellor.value(), code, subject, daysAgo);
    }

    private String name(AccountId account) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT display_name FROM account WHERE id = ?", account.value())
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void theManagementReadsWhoDidWhatToWhomNewestFirst() throws Exception {
        line("WORKER_CREATED", id("worker"), 3);
        line("SLIP_PRINTED", id("offer"), 2);
        line(own.organisation, "SLIP", id("offer"), "OFFER_DISPUTED", id("offer"), 1);
        line(own.organisation, "SYSTEM", null, "CREDENTIAL_SIGNED", id("credential"), 0);

        String body = admin.get("/app/journal").body();

        String who = name(own.counsellor);
        assertThat(body)
                .containsSubsequence(
                        "Le service a signé le badge «\u00a0Peindre Deux-Rives\u00a0» pour Alix Deux-Rives.",
                        "Alix Deux-Rives a signalé une erreur dans le badge «\u00a0Peindre Deux-Rives\u00a0».",
                        who
                                + " a imprimé ou affiché le ticket du badge «\u00a0Peindre Deux-Rives\u00a0» pour Alix Deux-Rives.",
                        who + " a créé le dossier\u00a0: Alix Deux-Rives.")
                .contains(
                        "href=\"/app/offers/" + id("offer") + "\"",
                        "href=\"/app/credentials/" + id("credential") + "\"",
                        "href=\"/app/workers/" + id("worker") + "\"",
                        "Une ligne est gardée 5\u00a0ans")
                .doesNotContain("journal.");
        assertThat(admin.get("/app/journal?lang=en").body())
                .contains(who + " printed or showed the slip of the badge “Peindre Deux-Rives” for Alix Deux-Rives.");
    }

    @Test
    void eachActHasASentenceInBothLanguagesWhateverIsLeftOfItsRows() throws Exception {
        server.features().all().stream()
                .flatMap(feature -> feature.auditCodes().stream())
                .forEach(code -> line(code.name(), UUID.randomUUID(), 0));

        for (String language : new String[] {"fr", "en"}) {
            for (String kind : new String[] {"", "&kind=signing"}) {
                HttpResponse<String> page = admin.get("/app/journal?lang=" + language + kind);
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains("<td role=\"cell\"").doesNotContain("journal.");
            }
        }
    }

    @Test
    void aLineOfAnotherOrganisationIsNeverShown() throws Exception {
        line(
                stranger.organisation,
                "ACCOUNT",
                stranger.admin.value(),
                "WORKER_CREATED",
                UUID.fromString(stranger.ids.get("worker")),
                0);
        line(null, "HOLDER", own.holder.value(), "HOLDER_OPENED", own.holder.value(), 0);

        for (String query :
                new String[] {"", "?worker=" + stranger.ids.get("worker"), "?member=" + stranger.admin, "?kind=people"
                }) {
            assertThat(admin.get("/app/journal" + query).body())
                    .as(query)
                    .doesNotContain("Zéphyrine", "a créé le dossier", "<td role=\"cell\"");
        }
    }

    @Test
    void theListIsFilteredByKindMemberPersonAndPeriod() throws Exception {
        line("WORKER_CHANGED", id("worker"), 20);
        line("NOTICE_GIVEN", id("worker"), 1);
        line(own.organisation, "ACCOUNT", own.admin.value(), "LOGO_REPLACED", own.organisation.value(), 1);

        assertThat(admin.get("/app/journal?kind=organisation").body())
                .contains("a changé le logo")
                .doesNotContain("feuille d’information est donnée");
        assertThat(admin.get("/app/journal?member=" + own.admin).body())
                .contains("a changé le logo")
                .doesNotContain("feuille d’information est donnée");
        assertThat(admin.get("/app/journal?worker=" + id("worker")).body())
                .contains(
                        "Seulement ce qui concerne Alix Deux-Rives",
                        "feuille d’information est donnée",
                        "a corrigé le nom")
                .doesNotContain("a changé le logo");
        assertThat(admin.get("/app/journal?worker=" + id("worker") + "&member=" + own.admin)
                        .body())
                .contains("Rien ne correspond")
                .doesNotContain("feuille d’information est donnée");
        String today = FrenchZone.PARIS.today(Clock.systemUTC()).toString();
        assertThat(admin.get("/app/journal?until=" + today + "&from="
                                + LocalDate.parse(today).minusDays(5))
                        .body())
                .contains("feuille d’information est donnée")
                .doesNotContain("a corrigé le nom");
    }

    @Test
    void aPeriodThatCannotBeSaysSoAtItsField() throws Exception {
        HttpResponse<String> wrong = admin.get("/app/journal?from=hier");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("e-from", "value=\"hier\"");
        HttpResponse<String> reversed = admin.get("/app/journal?from=2026-05-02&until=2026-05-01");
        assertThat(reversed.statusCode()).isEqualTo(422);
        assertThat(reversed.body()).contains("e-until");
    }

    @Test
    void aPageHoldsFiftyLinesAndLeadsToTheNext() throws Exception {
        for (int i = 0; i < 51; i++) {
            line("WORKER_CHANGED", id("worker"), i);
        }
        line("NOTICE_GIVEN", id("worker"), 60);

        String first = admin.get("/app/journal?kind=people").body();
        assertThat(first.split("a corrigé le nom", -1)).hasSize(51);
        assertThat(first).doesNotContain("feuille d’information est donnée");
        String next =
                first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        String second = admin.get(next).body();
        assertThat(second.split("a corrigé le nom", -1)).hasSize(2);
        assertThat(second)
                .contains("feuille d’information est donnée", "href=\"/app/journal?kind=people\"")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void anErasedPersonHasNoNameAndNoLinkInTheJournal() throws Exception {
        line("SLIP_PRINTED", id("offer"), 2);
        line(own.organisation, "SLIP", id("offer"), "OFFER_DECLINED", id("offer"), 1);
        admin.post("/app/workers/" + id("worker") + "/data/erase", Map.of("sure", "yes"));

        String body = admin.get("/app/journal").body();
        assertThat(body)
                .contains(
                        "a effacé le dossier d’une personne",
                        "pour une personne au dossier effacé.",
                        "Une personne au dossier effacé a refusé le badge")
                .doesNotContain("Alix Deux-Rives", "/app/offers/" + id("offer"), "/app/workers/" + id("worker"));
        assertThat(admin.get("/app/journal?worker=" + id("worker")).body())
                .contains("une personne dont le dossier n’existe plus ici", "a effacé le dossier");
    }

    @Test
    void aSearchByNameLeadsToTheLinesOfThePerson() throws Exception {
        HttpResponse<String> one = admin.post("/app/journal/search", Map.of("words", "deux"));
        assertThat(one.statusCode()).isEqualTo(303);
        assertThat(one.headers().firstValue("Location").orElseThrow()).endsWith("/app/journal?worker=" + id("worker"));
        assertThat(admin.post("/app/journal/search", Map.of("words", "Zéphyrine"))
                        .body())
                .contains("Aucune personne n’a ce nom");
    }

    @Test
    void aCounsellorIsRefusedAndReadsOnAWorkersPageWhatTheirRoleAllows() throws Exception {
        line("SLIP_PRINTED", id("offer"), 2);
        line("PASS_IAE_REVEALED", id("pathway"), 1);
        String page = "/app/workers/" + id("worker");

        assertThat(counsellor.get("/app/journal").statusCode()).isEqualTo(403);
        assertThat(counsellor.get(page).body())
                .contains("Ce qui a été fait", "a imprimé ou affiché le ticket")
                .doesNotContain("a affiché un numéro PASS IAE", "/app/journal");
        assertThat(admin.get(page).body())
                .contains(
                        "a imprimé ou affiché le ticket",
                        "a affiché un numéro PASS IAE",
                        "/app/journal?worker=" + id("worker"));
    }

    @Test
    void aNetworkReadsItsOwnActsAndNothingOfTheWorkOfItsOrganisations() throws Exception {
        line(own.organisation, "ACCOUNT", own.networkAdmin.value(), "PAUSE_ASKED", own.organisation.value(), 3);
        line(own.organisation, "SYSTEM", null, "ORGANISATION_PAUSED", own.organisation.value(), 2);
        line(own.organisation, "ACCOUNT", own.networkAdmin.value(), "ADMIN_RECOVERED", own.organisation.value(), 1);
        line(own.network, "ACCOUNT", own.networkAdmin.value(), "TRUST_SIGNER_PINNED", id("signer"), 1);
        line(own.organisation, "ACCOUNT", own.networkAdmin.value(), "PAUSE_WITHDRAWN", own.organisation.value(), 30);
        line(
                stranger.organisation,
                "ACCOUNT",
                stranger.networkAdmin.value(),
                "PAUSE_ASKED",
                stranger.organisation.value(),
                1);
        line("WORKER_CREATED", id("worker"), 1);
        line("SIGNED_IN", own.counsellor.value(), 1);

        String body = network.get("/app/journal").body();
        assertThat(body)
                .contains(
                        name(own.networkAdmin)
                                + " a demandé une pause de la structure «\u00a0Atelier Deux-Rives\u00a0».",
                        "Le service a mis en pause la structure",
                        "a fait un nouveau lien pour l’administration",
                        "a ajouté la liste d’un autre réseau",
                        "href=\"/app/organisations/" + own.organisation + "\"")
                .doesNotContain("Zéphyrine", "a créé le dossier", name(own.counsellor), "Alix", "/app/journal/search")
                // before the organisation was a member
                .doesNotContain("a annulé la demande de pause");
        assertThat(network.get("/app/journal?member=" + own.networkAdmin).body())
                .contains("a demandé une pause")
                .doesNotContain("Le service a mis en pause");
        assertThat(network.get("/app/journal?worker=" + id("worker")).body())
                .doesNotContain("Alix", "a créé le dossier");
        assertThat(admin.get("/app/journal").body()).contains(name(own.networkAdmin) + " (réseau) a demandé une pause");
    }

    @Test
    void aHolderReadsWhatConcernsThemInTheirSpaceAndInTheirCopy() throws Exception {
        line("SLIP_PRINTED", id("offer"), 4);
        line("PASS_IAE_REVEALED", id("pathway"), 3);
        line(own.organisation, "ACCOUNT", own.counsellor.value(), "ACCESS_REOPENING_MADE", id("reopening"), 2);
        line(null, "HOLDER", own.holder.value(), "HOLDER_OPENED", own.holder.value(), 1);
        line("LOGO_REPLACED", own.organisation.value(), 1);
        line(stranger.organisation, "SYSTEM", null, "WORKER_CREATED", UUID.fromString(stranger.ids.get("worker")), 1);
        line(null, "HOLDER", stranger.holder.value(), "ALL_HIDDEN", stranger.holder.value(), 1);

        String body = holder.get("/me/data").body();
        assertThat(body)
                .containsSubsequence(
                        "Vous avez ouvert votre espace.",
                        "Atelier Deux-Rives a fait un ticket pour rouvrir votre espace.",
                        "Atelier Deux-Rives a affiché votre numéro PASS IAE.",
                        "Atelier Deux-Rives a imprimé ou affiché votre ticket. Badge\u00a0: «\u00a0Peindre Deux-Rives\u00a0».")
                .contains("Nous gardons une ligne 5\u00a0ans")
                .doesNotContain("Zéphyrine", "logo", name(own.counsellor), "tout caché", "journal.");
    }

    /** Whoever reopened a space for one organisation learns of no other. */
    @Test
    void aLimitedHolderReadsNoActOfAnotherOrganisation() throws Exception {
        line("SLIP_PRINTED", id("offer"), 4);
        assertThat(holder.get("/me/data").body()).contains("Atelier Deux-Rives a imprimé");
        limit(stranger.organisation.value());
        try {
            assertThat(holder.get("/me/data").body()).doesNotContain("Atelier Deux-Rives a imprimé");
        } finally {
            limit(null);
        }
    }

    private void limit(@Nullable UUID organisation) {
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE holder SET limited_to = ?::uuid, limited_until = CASE WHEN ?::uuid IS NULL THEN NULL"
                                + " ELSE now() + interval '7 days' END WHERE id = ?",
                        organisation,
                        organisation,
                        own.holder.value()));
    }
}
