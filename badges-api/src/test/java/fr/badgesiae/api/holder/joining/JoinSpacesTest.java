package fr.badgesiae.api.holder.joining;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.holder.OpenSpace;
import fr.badgesiae.api.holder.SpaceHarness;
import fr.badgesiae.api.holder.imported.ForeignIssuer;
import fr.badgesiae.api.holder.joining.JoiningFixture.Someone;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.auth.TestSessions;
import fr.badgesiae.api.platform.client.Client;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JoinSpacesTest {
    private final ForeignIssuer elsewhere = new ForeignIssuer();
    private JoiningFixture fixture;
    private Someone here;
    private Someone other;

    @BeforeEach
    void open() {
        fixture = new JoiningFixture();
        here = fixture.someone("271828");
        other = fixture.someone("314159");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<String> moving() {
        return fixture.claims.owner.withHandle(
                handle -> handle.createQuery("SELECT name FROM tables_of_space() WHERE moves")
                        .mapTo(String.class)
                        .list());
    }

    private Map<String, Long> rows(Someone who) {
        Map<String, Long> rows = new TreeMap<>();
        moving().forEach(table -> rows.put(table, fixture.of(table, who.holder())));
        return rows;
    }

    /** At least one row in every table of a space. */
    private void fill(Someone who) {
        keeps(who, "elsewhere", "2026-01-01");
        fixture.claims.share(who.holder(), who.badge(), "Pour une entreprise", 30);
        WalletBinding wallet = new WalletBinding(WalletKind.LEARNER_CREDENTIAL_WALLET, "did:key:z6MkExample");
        assertThat(fixture.claims.editions.apply(
                        who.holder(),
                        who.badge(),
                        ClaimFixture.choice(NameChoice.FULL, true).in(wallet)))
                .isInstanceOf(SignEdition.Signed.class);
        UUID badge = who.badge().value();
        UUID several = UUID.randomUUID();
        byte[] sealed =
                fixture.claims.shares.links().seal(fixture.claims.platform.ids().code(), several, who.holder());
        fixture.claims.owner.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO share_link (id, organisation_id, holder_id, code_lookup, code_sealed, label, created_at, ends_at)"
                            + " SELECT ?, organisation_id, holder_id, sha256(id::text::bytea), ?, 'Plusieurs', now(),"
                            + " now() + interval '100 years' FROM credential WHERE id = ?",
                    several,
                    sealed,
                    badge);
            for (String sql : new String[] {
                "INSERT INTO share_link_badge (share_link_id, place, organisation_id, holder_id, credential_id, created_at)"
                        + " SELECT s.id, 1, c.organisation_id, c.holder_id, c.id, now() FROM credential c"
                        + " JOIN share_link s ON s.holder_id = c.holder_id AND s.credential_id IS NULL WHERE c.id = ?",
                "INSERT INTO public_badge (id, organisation_id, holder_id, credential_id, version, hosted, signed, created_at)"
                        + " SELECT gen_random_uuid(), organisation_id, holder_id, id, gen_random_uuid() || '/1', '{}', '-', now()"
                        + " FROM credential WHERE id = ?",
                "INSERT INTO own_words (id, holder_id, words, created_at, updated_at)"
                        + " SELECT gen_random_uuid(), holder_id, 'Je range.', now(), now() FROM credential WHERE id = ?",
                "INSERT INTO wallet_document (credential_id, organisation_id, holder_id, content, created_at)"
                        + " SELECT id, organisation_id, holder_id, '-', now() FROM credential WHERE id = ?",
                "INSERT INTO wallet_offer (id, organisation_id, holder_id, credential_id, kind, name_choice, shows_evidence,"
                        + " read_digest, secret_lookup, challenge, created_at, expires_at)"
                        + " SELECT gen_random_uuid(), organisation_id, holder_id, id, 'LINK', 'NONE', false, repeat('0', 64),"
                        + " sha256(id::text::bytea), repeat('a', 22), now(), now() + interval '5 minutes'"
                        + " FROM credential WHERE id = ?",
                "INSERT INTO openid_offer (id, organisation_id, holder_id, credential_id, wallet, name_choice, shows_evidence,"
                        + " read_digest, code_lookup, wrong_codes, by_identifier, created_at, expires_at)"
                        + " SELECT gen_random_uuid(), organisation_id, holder_id, id, 'WALT_ID', 'NONE', false, repeat('0', 64),"
                        + " sha256(id::text::bytea), 0, false, now(), now() + interval '5 minutes'"
                        + " FROM credential WHERE id = ?",
            }) {
                handle.execute(sql, badge);
            }
            handle.execute(
                    "INSERT INTO access_reopening (id, organisation_id, worker_id, holder_id, witness, reason, state,"
                            + " created_at, ends_at, code_lookup) SELECT gen_random_uuid(), organisation_id, worker_id, holder_id,"
                            + " ?, 'LOST_CARD', 'CANCELLED', now(), now() + interval '1 day', sha256(id::text::bytea)"
                            + " FROM credential WHERE id = ?",
                    fixture.claims.counsellor.value(),
                    badge);
        });
    }

    /** A badge from elsewhere, brought through the page; both spaces may keep the same. */
    private void keeps(Someone who, String badge, String startsAt) {
        byte[] file = elsewhere.badge(
                "https://ailleurs.example/badges/" + badge, badge, "Alix Exemple", startsAt + "T08:00:00Z");
        SpaceHarness space = new SpaceHarness(fixture.claims, who.holder());
        String path = URI.create(space.upload("/me/imported", "badge", file, "address", "")
                        .header("Location"))
                .getPath();
        assertThat(space.post(path + "/keep").status()).isEqualTo(303);
    }

    @Test
    void ofABadgeFromElsewhereThatBothKeepTheNewerStays() {
        keeps(here, "both", "2026-01-01");
        keeps(other, "both", "2026-02-01");
        keeps(here, "as-new", "2026-01-01");
        keeps(other, "as-new", "2026-01-01");

        fixture.joined(here, other);

        List<String> kept = fixture.claims.owner.withHandle(handle -> handle.createQuery(
                        "SELECT starts_at::date::text FROM imported_badge WHERE holder_id = :here ORDER BY 1")
                .bind("here", here.holder().value())
                .mapTo(String.class)
                .list());
        assertThat(kept).containsExactly("2026-01-01", "2026-02-01");
    }

    @Test
    void aBadgeFromElsewhereThatIsBroughtAgainAfterwardsIsThereOnce() {
        keeps(other, "both", "2026-01-01");

        fixture.joined(here, other);
        keeps(here, "both", "2026-01-01");

        assertThat(fixture.of("imported_badge", here.holder())).isEqualTo(1);
    }

    @Test
    void ofABadgeFromElsewhereOneWithAVerdictStays() {
        keeps(here, "both", "2026-02-01");
        keeps(other, "both", "2026-01-01");
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE imported_badge SET checked_at = NULL WHERE holder_id = ?",
                here.holder().value()));

        fixture.joined(here, other);

        assertThat(fixture.claims.count(
                        "imported_badge WHERE holder_id = ? AND checked_at IS NOT NULL",
                        here.holder().value()))
                .isEqualTo(1);
        assertThat(fixture.of("imported_badge", here.holder())).isEqualTo(1);
    }

    @Test
    void everythingOfTheOtherSpaceMoves() {
        fixture.open(other);
        fill(other);
        Map<String, Long> before = rows(here);
        Map<String, Long> belongings = rows(other);
        assertThat(belongings).as("a row in every table").doesNotContainValue(0L);

        fixture.joined(here, other);

        before.forEach((table, count) -> belongings.merge(table, count, Long::sum));
        // the opening with which the other was proved, and the line that says so
        belongings.merge("holder_visit", 2L, Long::sum);
        assertThat(rows(here)).isEqualTo(belongings);
        assertThat(rows(other).values()).containsOnly(0L);
        assertThat(fixture.claims.count(
                        "holder WHERE id = ? AND joined_into = ?",
                        other.holder().value(),
                        here.holder().value()))
                .isEqualTo(1);
    }

    @Test
    void theOtherCardOpensNothingAndSaysWhy() {
        fixture.joined(here, other);

        assertThat(fixture.open(other)).isInstanceOf(OpenSpace.Joined.class);
        assertThat(fixture.claims.holders.space().apply(other.card(), here.pin(), Client.unknown()))
                .as("the number alone says nothing")
                .isInstanceOf(OpenSpace.Wrong.class);
        assertThat(fixture.open(here))
                .isInstanceOf(OpenSpace.Opened.class)
                .hasFieldOrPropertyWithValue("holder", here.holder());
        assertThat(fixture.prove(here, other)).isEqualTo(ProveOther.Refused.JOINED);
    }

    @Test
    void theCardOfAJoinedSpaceGoesOnSayingSoAfterTheNextJoining() {
        Someone third = fixture.someone("161803");
        fixture.joined(here, other);
        fixture.joined(third, here);

        assertThat(fixture.open(other)).isInstanceOf(OpenSpace.Joined.class);
        assertThat(fixture.open(here)).isInstanceOf(OpenSpace.Joined.class);
        assertThat(fixture.of("credential", third.holder())).isEqualTo(3);
        assertThat(fixture.claims.count(
                        "holder WHERE joined_into = ?", third.holder().value()))
                .isEqualTo(2);
    }

    @Test
    void theOtherCardIsCheckedAsWhereItOpensItsSpace() {
        for (int i = 0; i < 5; i++) {
            assertThat(fixture.prove.apply(here.here(), other.card(), here.pin(), Client.unknown()))
                    .isEqualTo(ProveOther.Refused.WRONG);
        }
        assertThat(fixture.prove(here, other)).isEqualTo(ProveOther.Refused.LATER);
        assertThat(fixture.open(other)).isInstanceOf(OpenSpace.Later.class);
        assertThat(fixture.claims.count(
                        "holder_visit WHERE holder_id = ? AND how = 'REFUSED'",
                        other.holder().value()))
                .isEqualTo(5);
        assertThat(fixture.prove.apply(here.here(), new Code("0000000000000000"), here.pin(), Client.unknown()))
                .isEqualTo(ProveOther.Refused.WRONG);
    }

    @Test
    void theCardOfTheOpenSpaceIsNoOther() {
        assertThat(fixture.prove(here, here)).isEqualTo(ProveOther.Refused.SAME);
    }

    @Test
    void aRightPinOfTheOtherCardStandsInItsHistory() {
        fixture.proven(here, other);
        assertThat(fixture.claims.count(
                        "holder_visit WHERE holder_id = ? AND how = 'CARD'",
                        other.holder().value()))
                .isEqualTo(1);
        assertThat(fixture.claims.audited("HOLDER_OPENED", other.holder().value()))
                .isEqualTo(1);
    }

    @Test
    void thePinOfTheOpenSpaceConfirms() {
        String proof = fixture.proven(here, other);
        assertThat(fixture.join.apply(here.here(), proof, other.pin())).isEqualTo(JoinSpaces.Ended.WRONG);
        assertThat(fixture.of("credential", here.holder())).isEqualTo(1);
        List<JoinSpaces.Outcome> tries = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            tries.add(fixture.join.apply(here.here(), proof, other.pin()));
        }
        assertThat(tries).contains(JoinSpaces.Ended.LATER);
        assertThat(fixture.join(here, proof)).isEqualTo(JoinSpaces.Ended.LATER);
    }

    @Test
    void whatWasProvenServesInThisSessionAloneAndForMinutes() {
        String proof = fixture.proven(here, other);
        Someone third = fixture.someone("161803");

        assertThat(fixture.join(third, proof)).isEqualTo(JoinSpaces.Ended.STALE);
        assertThat(fixture.join(here, proof.substring(1))).isEqualTo(JoinSpaces.Ended.STALE);
        assertThat(fixture.join(here, "")).isEqualTo(JoinSpaces.Ended.STALE);
        assertThat(fixture.show.apply(third.here(), proof)).isEmpty();
        fixture.claims.setup.clock().advance(OtherSpace.LASTS);
        assertThat(fixture.join(here, proof)).isEqualTo(JoinSpaces.Ended.STALE);
        assertThat(fixture.show.apply(here.here(), proof)).isEmpty();
    }

    /** Nobody takes a space in unseen: with it goes the address where its holder was told of things. */
    @Test
    void whereTheOtherHolderWasToldOfThingsTheyAreToldThisToo() {
        UUID contact = UUID.randomUUID();
        byte[] address = fixture.claims
                .platform
                .vault()
                .seal(
                        "alix@exemple.invalid".getBytes(StandardCharsets.US_ASCII),
                        "holder_contact.address|" + contact + "|" + other.holder());
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "INSERT INTO holder_contact (id, holder_id, kind, address, language, created_at, confirmed_at)"
                        + " VALUES (?, ?, 'MAIL', ?, 'fr', now(), now())",
                contact,
                other.holder().value(),
                address));

        fixture.joined(here, other);

        assertThat(fixture.of("holder_contact", other.holder())).isZero();
        assertThat(fixture.of("outbox", here.holder())).isEqualTo(1);
        String message = fixture.claims.owner.withHandle(handle -> handle.select("SELECT id, content FROM outbox")
                .map((row, context) -> new String(
                        fixture.claims
                                .platform
                                .vault()
                                .open(row.getBytes("content"), "outbox.content|" + row.getObject("id", UUID.class)),
                        StandardCharsets.UTF_8))
                .one());
        assertThat(message).contains("alix@exemple.invalid", "Votre espace est dans un autre espace", "/claim/lost");
    }

    @Test
    void aCardThatWasReplacedMeanwhileProvesNothing() {
        String proof = fixture.proven(here, other);
        fixture.claims
                .platform
                .database()
                .inHolder(
                        other.holder(), handle -> fixture.claims.holders.cards().replace(handle, other.holder()));
        assertThat(fixture.join(here, proof)).isEqualTo(JoinSpaces.Ended.STALE);
        assertThat(fixture.of("credential", other.holder())).isEqualTo(1);
        assertThat(fixture.show.apply(here.here(), proof)).as("nor shows").isEmpty();
    }

    @Test
    void neitherSpaceMayBeReopenedAndWaiting() {
        String proof = fixture.proven(here, other);
        for (Someone limited : List.of(here, other)) {
            limit(limited, Duration.ofDays(7));
            assertThat(fixture.join(here, proof))
                    .isEqualTo(new JoinSpaces.Waits(
                            fixture.claims.platform.clock().instant().plus(Duration.ofDays(7))));
            fixture.claims.owner.useHandle(handle -> handle.execute(
                    "UPDATE holder SET limited_until = NULL WHERE id = ?",
                    limited.holder().value()));
            assertThat(fixture.join(here, proof)).isEqualTo(new JoinSpaces.Waits(null));
            limit(limited, Duration.ZERO);
        }
        limit(other, Duration.ofDays(7));
        assertThat(fixture.prove(here, other))
                .isEqualTo(new ProveOther.Waits(
                        fixture.claims.platform.clock().instant().plus(Duration.ofDays(7))));
        limit(other, Duration.ZERO);
        assertThat(fixture.join(here, proof)).as("the waits are over").isEqualTo(JoinSpaces.Ended.JOINED);
        assertThat(fixture.claims.count("holder WHERE limited_to IS NOT NULL")).isZero();
    }

    private void limit(Someone who, Duration wait) {
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE holder SET limited_to = ?, limited_until = ? WHERE id = ?",
                fixture.claims.organisation.value(),
                fixture.claims.platform.clock().instant().plus(wait).atOffset(java.time.ZoneOffset.UTC),
                who.holder().value()));
    }

    @Test
    void nothingMovesWhileABadgeOfTheOtherSpaceIsBeingSigned() {
        fixture.claims.withoutKeys(() -> {
            var accepted = fixture.claims.accepted(fixture.claims.offered(other.person()));
            assertThat(fixture.claims.count("credential WHERE state = 'PREPARED'"))
                    .isEqualTo(1);
            assertThat(fixture.join(here, fixture.proven(here, other))).isEqualTo(JoinSpaces.Ended.BUSY);
            return accepted;
        });
        assertThat(fixture.of("credential", here.holder())).isEqualTo(1);
    }

    @Test
    void sessionsOfTheOtherSpaceEndAndThoseOfTheOpenOneElsewhere() {
        TestSessions open = new TestSessions(fixture.claims.platform, fixture.sessions);
        open.openHolder(here.holder());
        open.openHolder(other.holder());
        fixture.joined(here, other);
        assertThat(fixture.claims.count("session WHERE kind = 'HOLDER'")).isZero();
    }

    @Test
    void theSpaceIsClosedNoEarlierThanEitherWouldHaveBeen() {
        fixture.open(here);
        String proof = fixture.proven(here, other);
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE holder SET last_opened_at = timestamptz '2099-01-01 12:00Z' WHERE id = ?",
                other.holder().value()));
        assertThat(fixture.join(here, proof)).isEqualTo(JoinSpaces.Ended.JOINED);
        assertThat(fixture.claims.count(
                        "holder WHERE id = ? AND last_opened_at = timestamptz '2099-01-01 12:00Z'",
                        here.holder().value()))
                .isEqualTo(1);
        assertThat(fixture.claims.count(
                        "unopened_spaces(timestamptz '2200-01-01', date '2200-01-01', 10) u WHERE u.holder_id = ?",
                        other.holder().value()))
                .isZero();
    }

    @Test
    void bothSpacesAreShownBeforeTheyAreJoined() {
        fill(other);
        ShowSpaces.Spaces spaces =
                fixture.show.apply(here.here(), fixture.proven(here, other)).orElseThrow();
        assertThat(spaces.sameName()).isTrue();
        assertThat(spaces.here().badges())
                .containsExactly(new ShowSpaces.Line("Peindre un mur", "Atelier des Deux Rives"));
        assertThat(spaces.other())
                .isEqualTo(new ShowSpaces.Space(
                        List.of(new ShowSpaces.Line("Peindre un mur", "Atelier des Deux Rives")),
                        List.of(new ShowSpaces.Line("Alix Exemple", "Atelier des Deux Rives")),
                        1,
                        1,
                        1,
                        1));
    }

    @Test
    void otherNamesAreTold() {
        name("ÀLIX", "exemple");
        assertThat(fixture.show
                        .apply(here.here(), fixture.proven(here, other))
                        .orElseThrow()
                        .sameName())
                .as("case and accents")
                .isTrue();
        name("Alix", "Modèle");
        String proof = fixture.proven(here, other);
        assertThat(fixture.show.apply(here.here(), proof).orElseThrow().sameName())
                .isFalse();
        assertThat(fixture.join(here, proof)).as("never refused").isEqualTo(JoinSpaces.Ended.JOINED);
    }

    private void name(String first, String last) {
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE worker SET first_name = ?, last_name = ? WHERE id = ?",
                first,
                last,
                other.person().value()));
    }
}
