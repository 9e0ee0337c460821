package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.share.PublicPagesFixture;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pages of a badge say of the network of its organisation: today, and on the day of the award, 2 November 2026. */
class MembershipOnPagesTest {
    private static PublicPagesFixture pages;
    private static IssuedCredential badge;
    private static UUID network;

    @BeforeAll
    static void open() {
        pages = PublicPagesFixture.open();
        badge = pages.issuing.issued();
        network = network("Réseau Exemple");
    }

    @AfterAll
    static void close() {
        pages.close();
    }

    @BeforeEach
    void inNoNetwork() {
        pages.issuing.owner.useHandle(handle -> handle.execute("DELETE FROM network_membership"));
    }

    private static UUID network(String name) {
        UUID id = UUID.randomUUID();
        pages.issuing.owner.useHandle(handle -> handle.execute(
                "INSERT INTO organisation (id, kind, legal_name, public_name, created_at, updated_at)"
                        + " VALUES (?, 'NETWORK', ?, ?, now(), now())",
                id,
                name,
                name));
        return id;
    }

    private static void member(UUID of, String since, @Nullable String paused, @Nullable String ended) {
        pages.issuing.owner.useHandle(handle -> handle.execute(
                "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on, state,"
                        + " suspended_on, ended_on) VALUES (gen_random_uuid(), ?, ?, now(), ?, ?, ?, ?)",
                of,
                pages.issuing.organisation.value(),
                LocalDate.parse(since),
                ended != null ? "ENDED" : paused != null ? "SUSPENDED" : "ACTIVE",
                paused == null ? null : LocalDate.parse(paused),
                ended == null ? null : LocalDate.parse(ended)));
    }

    private static String shown(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static String scanned() {
        return shown(pages.web.browse("/v/" + pages.share(badge).value(), "fr").text());
    }

    private static String uploaded() {
        byte[] document = pages.issuing.signed(badge.id()).document().getBytes(StandardCharsets.UTF_8);
        return shown(VerifyForm.send(pages.web, document, "", "fr").text());
    }

    private static void bothSay(String... sentences) {
        assertThat(scanned()).contains(sentences).doesNotContain("répond de", "répond plus");
        assertThat(uploaded()).contains(sentences).doesNotContain("répond de", "répond plus");
    }

    @Test
    void aMemberWasOneWhenItAwarded() {
        member(network, "2026-11-02", null, null);
        bothSay(
                "Structure membre de « Réseau Exemple » depuis le 2 novembre 2026.",
                "La structure en était membre au moment de la remise.");
    }

    @Test
    void whoJoinedAfterwardsWasNoMemberYet() {
        member(network, "2026-11-03", null, null);
        bothSay(
                "Structure membre de « Réseau Exemple » depuis le 3 novembre 2026.",
                "La structure n’en était pas membre au moment de la remise.");
        assertThat(scanned()).doesNotContain("en était membre");
    }

    @Test
    void aPauseIsToldNeutrallyAndTheDayOfTheAwardStays() {
        member(network, "2026-09-01", "2026-11-05", null);
        bothSay(
                "Rattachement au réseau « Réseau Exemple » en pause depuis le 5 novembre 2026. Le badge reste authentique.",
                "La structure en était membre au moment de la remise.");
    }

    @Test
    void aNetworkThatWasLeftStaysThatOfTheDayOfTheAward() {
        member(network, "2026-01-05", null, "2026-11-02");
        bothSay("Au moment de la remise, la structure était membre de « Réseau Exemple », jusqu’au 2 novembre 2026.");
        member(network("Réseau Voisin"), "2026-11-10", null, null);
        bothSay(
                "Structure membre de « Réseau Voisin » depuis le 10 novembre 2026.",
                "Au moment de la remise, la structure était membre de « Réseau Exemple », jusqu’au 2 novembre 2026.");
    }

    @Test
    void whatEndedBeforeTheAwardIsNotTold() {
        member(network, "2026-01-05", null, "2026-11-01");
        bothSay("Structure enregistrée ici, sans réseau");
        assertThat(scanned()).doesNotContain("Réseau Exemple");
    }

    @Test
    void aHiddenNetworkIsNamedNowhereOnThePageAndAPauseIsStillTold() {
        member(network, "2026-09-01", null, null);
        String path = "/v/" + pages.share(badge).value();
        pages.issuing.owner.useHandle(handle -> handle.execute("UPDATE share_link SET shows_network = false"));
        assertThat(pages.web.browse(path, "fr").text()).doesNotContain("Réseau Exemple", "membre");
        pages.issuing.owner.useHandle(handle ->
                handle.execute("UPDATE network_membership SET state = 'SUSPENDED', suspended_on = '2026-11-05'"));
        assertThat(shown(pages.web.browse(path, "fr").text()))
                .contains("Rattachement à son réseau en pause depuis le 5 novembre 2026. Le badge reste authentique.")
                .doesNotContain("Réseau Exemple");
    }
}
