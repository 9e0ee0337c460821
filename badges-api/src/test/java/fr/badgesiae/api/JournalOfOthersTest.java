package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.auth.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a counsellor, a network and a holder read of the journal. */
class JournalOfOthersTest {
    @RegisterExtension
    static final JournalReaders journal = new JournalReaders();

    @Test
    void aCounsellorIsRefusedAndReadsOnAWorkersPageWhatTheirRoleAllows() throws Exception {
        journal.line("SLIP_PRINTED", journal.id("offer"), 2);
        journal.line("PASS_IAE_REVEALED", journal.id("pathway"), 1);
        String page = "/app/workers/" + journal.id("worker");

        assertThat(journal.counsellor.get("/app/journal").statusCode()).isEqualTo(403);
        assertThat(journal.counsellor.get(page).body())
                .contains("Ce qui a été fait", "a imprimé ou affiché le ticket")
                .doesNotContain("a affiché un numéro PASS IAE", "/app/journal");
        assertThat(journal.admin.get(page).body())
                .contains(
                        "a imprimé ou affiché le ticket",
                        "a affiché un numéro PASS IAE",
                        "/app/journal?worker=" + journal.id("worker"));
    }

    @Test
    void aNetworkReadsItsOwnActsAndNothingOfTheWorkOfItsOrganisations() throws Exception {
        journal.line(
                journal.own.organisation,
                "ACCOUNT",
                journal.own.networkAdmin.value(),
                "PAUSE_ASKED",
                journal.own.organisation.value(),
                3);
        journal.line(
                journal.own.organisation, "SYSTEM", null, "ORGANISATION_PAUSED", journal.own.organisation.value(), 2);
        journal.line(
                journal.own.organisation,
                "ACCOUNT",
                journal.own.networkAdmin.value(),
                "ADMIN_RECOVERED",
                journal.own.organisation.value(),
                1);
        journal.line(
                journal.own.network,
                "ACCOUNT",
                journal.own.networkAdmin.value(),
                "TRUST_SIGNER_PINNED",
                journal.id("signer"),
                1);
        journal.line(
                journal.own.organisation,
                "ACCOUNT",
                journal.own.networkAdmin.value(),
                "PAUSE_WITHDRAWN",
                journal.own.organisation.value(),
                30);
        journal.line(
                journal.stranger.organisation,
                "ACCOUNT",
                journal.stranger.networkAdmin.value(),
                "PAUSE_ASKED",
                journal.stranger.organisation.value(),
                1);
        journal.line("WORKER_CREATED", journal.id("worker"), 1);
        journal.line("SIGNED_IN", journal.own.counsellor.value(), 1);

        String body = journal.network.get("/app/journal").body();
        assertThat(body)
                .contains(
                        journal.name(journal.own.networkAdmin)
                                + " a demandé une pause de la structure «\u00a0Atelier Deux-Rives\u00a0».",
                        "Le service a mis en pause la structure",
                        "a fait un nouveau lien pour l’administration",
                        "a ajouté la liste d’un autre réseau",
                        "href=\"/app/organisations/" + journal.own.organisation + "\"")
                .doesNotContain(
                        "Zéphyrine",
                        "a créé le dossier",
                        journal.name(journal.own.counsellor),
                        "Alix",
                        "/app/journal/search")
                // before the organisation was a member
                .doesNotContain("a annulé la demande de pause");
        assertThat(journal.network
                        .get("/app/journal?member=" + journal.own.networkAdmin)
                        .body())
                .contains("a demandé une pause")
                .doesNotContain("Le service a mis en pause");
        assertThat(journal.network
                        .get("/app/journal?worker=" + journal.id("worker"))
                        .body())
                .doesNotContain("Alix", "a créé le dossier");
        assertThat(journal.admin.get("/app/journal").body())
                .contains(journal.name(journal.own.networkAdmin) + " (réseau) a demandé une pause");
    }

    @Test
    void aHolderReadsWhatConcernsThemInTheirSpaceAndInTheirCopy() throws Exception {
        journal.line("SLIP_PRINTED", journal.id("offer"), 4);
        journal.line("PASS_IAE_REVEALED", journal.id("pathway"), 3);
        journal.line(
                journal.own.organisation,
                "ACCOUNT",
                journal.own.counsellor.value(),
                "ACCESS_REOPENING_MADE",
                journal.id("reopening"),
                2);
        journal.line(null, "HOLDER", journal.own.holder.value(), "HOLDER_OPENED", journal.own.holder.value(), 1);
        journal.line("LOGO_REPLACED", journal.own.organisation.value(), 1);
        journal.line(
                journal.stranger.organisation,
                "SYSTEM",
                null,
                "WORKER_CREATED",
                UUID.fromString(journal.stranger.ids.get("worker")),
                1);
        journal.line(null, "HOLDER", journal.stranger.holder.value(), "ALL_HIDDEN", journal.stranger.holder.value(), 1);

        String body = journal.holder.get("/me/data").body();
        assertThat(body)
                .containsSubsequence(
                        "Vous avez ouvert votre espace.",
                        "Atelier Deux-Rives a fait un ticket pour rouvrir votre espace.",
                        "Atelier Deux-Rives a affiché votre numéro PASS IAE.",
                        "Atelier Deux-Rives a imprimé ou affiché votre ticket. Badge\u00a0: «\u00a0Peindre Deux-Rives\u00a0».")
                .contains("Nous gardons une ligne 5\u00a0ans")
                .doesNotContain("Zéphyrine", "logo", journal.name(journal.own.counsellor), "tout caché", "journal.");
    }

    /** The name stays with the organisation; a later change of rights does not change what was done before. */
    @Test
    void aHolderReadsWhatKindOfMemberActedAsThatMemberWasThen() throws Exception {
        journal.line("SLIP_PRINTED", journal.id("offer"), 4);
        journal.line("PASS_IAE_REVEALED", journal.id("pathway"), 1);
        journal.line(
                journal.own.organisation,
                "ACCOUNT",
                journal.own.admin.value(),
                "WORKER_CHANGED",
                journal.id("worker"),
                2);
        journal.line(journal.own.organisation, "SYSTEM", null, "DESK_FILE_EXPORTED", journal.id("worker"), 3);
        rights("ARRAY['PROPOSE', 'REVEAL']", "now() - interval '2 days'");
        try {
            assertThat(journal.holder.get("/me/data").body())
                    .contains(
                            "Badge\u00a0: «\u00a0Peindre Deux-Rives\u00a0». C’était un conseiller ou une conseillère.",
                            "a affiché votre numéro PASS IAE. C’était une personne de l’équipe.",
                            "a corrigé votre nom. C’était la direction.",
                            "a téléchargé une copie de votre dossier.</li>")
                    .doesNotContain(journal.name(journal.own.counsellor), journal.name(journal.own.admin));
            assertThat(journal.holder.get("/me/data?lang=en").body()).contains("It was the management.");
        } finally {
            rights("NULL", null);
        }
    }

    /** Rights set by hand, and when that was. */
    private static void rights(String rights, @Nullable String at) {
        journal.server.database().owner().useHandle(handle -> {
            UUID counsellor = journal.own.counsellor.value();
            if (at == null) {
                handle.execute("DELETE FROM rights_change WHERE account_id = ?", counsellor);
            } else {
                handle.execute(
                        "INSERT INTO rights_change (id, organisation_id, account_id, changed_by, rights_before,"
                                + " rights_after, created_at) VALUES (gen_random_uuid(), ?, ?, ?, ?, " + rights + ", "
                                + at
                                + ")",
                        journal.own.organisation.value(),
                        counsellor,
                        journal.own.admin.value(),
                        Role.COUNSELLOR.preset().stream().map(Enum::name).toArray(String[]::new));
            }
            handle.execute("UPDATE membership SET rights = " + rights + " WHERE account_id = ?", counsellor);
        });
    }

    /** Whoever reopened a space for one organisation learns of no other. */
    @Test
    void aLimitedHolderReadsNoActOfAnotherOrganisation() throws Exception {
        journal.line("SLIP_PRINTED", journal.id("offer"), 4);
        assertThat(journal.holder.get("/me/data").body()).contains("Atelier Deux-Rives a imprimé");
        limit(journal.stranger.organisation.value());
        try {
            assertThat(journal.holder.get("/me/data").body()).doesNotContain("Atelier Deux-Rives a imprimé");
        } finally {
            limit(null);
        }
    }

    private void limit(@Nullable UUID organisation) {
        journal.execute(
                "UPDATE holder SET limited_to = ?::uuid, limited_until = CASE WHEN ?::uuid IS NULL THEN NULL"
                        + " ELSE now() + interval '7 days' END WHERE id = ?",
                organisation,
                organisation,
                journal.own.holder.value());
    }
}
