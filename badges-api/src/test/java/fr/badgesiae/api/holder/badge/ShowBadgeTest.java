package fr.badgesiae.api.holder.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.holder.access.SpaceNotices;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.share.ShareBadge;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShowBadgeTest {
    private ClaimFixture fixture;
    private PersonId person;
    private HolderId holder;
    private CredentialId badge;
    private ShowBadge show;

    @BeforeEach
    void accept() {
        fixture = ClaimFixture.open();
        person = fixture.person();
        AcceptOffer.Accepted accepted = fixture.accepted(fixture.offered(person));
        holder = accepted.holder();
        badge = accepted.credential();
        show = new ShowBadge(
                fixture.platform.database(),
                fixture.platform.clock(),
                fixture.shares.links(),
                (handle, whose, credential) ->
                        Optional.of(fixture.platform.clock().instant()));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private UUID share(int days) {
        return fixture.share(holder, badge, "Pour un employeur", days);
    }

    private void revoke() {
        fixture.platform
                .database()
                .inOrganisation(
                        fixture.organisation,
                        handle -> fixture.credentials
                                .revoke()
                                .revoke(
                                        handle,
                                        fixture.organisation,
                                        badge,
                                        PublicReason.WRONG_CONTENT,
                                        "",
                                        Actor.SYSTEM));
    }

    private List<ListBadges.Line> list() {
        return new ListBadges(
                        fixture.platform.database(),
                        fixture.platform.clock(),
                        new SpaceNotices(fixture.platform.clock(), Duration.ofDays(7)))
                .apply(holder)
                .badges();
    }

    private static void assertNotFound(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    @Test
    void aBadgeIsShownWithItsLinks() {
        assertThat(show.apply(holder, badge).links()).isEmpty();
        UUID ending = share(1);
        fixture.setup.clock().advance(Duration.ofDays(2));
        UUID open = share(30);

        ShowBadge.Shown shown = show.apply(holder, badge);

        assertThat(shown.badge().inForce()).isTrue();
        assertThat(shown.links())
                .extracting(ShowBadge.Link::id, ShowBadge.Link::open)
                .containsExactly(tuple(open, true), tuple(ending, false));
    }

    @Test
    void anOpenLinkIsShownHoweverManyHaveEndedSince() {
        UUID open = share(30);
        fixture.owner.useHandle(handle -> handle.execute(
                "INSERT INTO share_link (id, organisation_id, holder_id, credential_id, code_lookup, code_sealed, label,"
                        + " created_at, ends_at, switched_off_at) SELECT gen_random_uuid(), organisation_id, holder_id,"
                        + " credential_id, sha256(convert_to(n::text, 'UTF8')), '', 'Un lien arrêté', created_at + interval '1 day',"
                        + " ends_at, created_at + interval '1 day' FROM share_link, generate_series(1, 200) n WHERE id = ?",
                open));

        ShowBadge.Shown shown = show.apply(holder, badge);

        assertThat(shown.links()).extracting(ShowBadge.Link::id).hasSize(200).startsWith(open);
        assertThat(shown.document()).isPresent();
    }

    @Test
    void aBadgeIsShownWithTheLinksOfAllItsEditionsAndWhatEachShows() {
        fixture.share(holder, badge, "Pour un employeur", 30);
        fixture.setup.clock().advance(Duration.ofMinutes(1));
        fixture.share(
                holder,
                new ShareBadge.Wish(badge, ClaimFixture.choice(NameChoice.NONE, false), "Affiché au local", 30));

        assertThat(show.apply(holder, badge).links())
                .extracting(ShowBadge.Link::label, ShowBadge.Link::name, ShowBadge.Link::evidence)
                .containsExactly(tuple("Affiché au local", null, false), tuple("Pour un employeur", "Alix E.", true));
        assertThat(list()).extracting(line -> line.badge().id()).containsExactly(badge);
        assertThat(list()).extracting(ListBadges.Line::openLinks).containsExactly(2);
    }

    @Test
    void aLinkCanShowOtherNamesWhileTheDeskHasItsFile() {
        assertThat(show.apply(holder, badge).choices())
                .contains(new ShareChoices(
                        "Alix E.",
                        "Alix Exemple",
                        "Peint seule un mur.",
                        "Chantier de la gare.",
                        NameChoice.FIRST_AND_INITIAL,
                        true));

        fixture.owner.useHandle(handle -> handle.execute("UPDATE worker SET erased_at = now()"));

        assertThat(show.apply(holder, badge).choices()).isEmpty();
    }

    @Test
    void wordsThatNameThePersonAreSaidBeforeNoNameIsChosen() {
        ShareChoices plain = show.apply(holder, badge).choices().orElseThrow();
        assertThat(plain.nameInText() || plain.nameInEvidence()).isFalse();

        fixture.owner.useHandle(handle -> handle.execute("UPDATE offer SET evidence = 'Vu par l’équipe d’Alix.'"));

        ShareChoices named = show.apply(holder, badge).choices().orElseThrow();
        assertThat(named.nameInText()).isFalse();
        assertThat(named.nameInEvidence()).isTrue();
        assertThat(named.read()).isNotEqualTo(plain.read());
    }

    @Test
    void nobodyElseReadsTheChoicesOfABadge() {
        HolderId other = fixture.accepted(fixture.offered()).holder();

        List<String> names = fixture.platform
                .database()
                .inHolder(
                        other,
                        handle -> handle.select("SELECT last_name FROM edition_choices(?)", badge.value())
                                .mapTo(String.class)
                                .list());

        assertThat(names).isEmpty();
    }

    @Test
    void theListCountsTheLinksThatShowABadgeNow() {
        share(1);
        fixture.setup.clock().advance(Duration.ofDays(2));
        share(30);
        share(60);
        CredentialId newer = fixture.accepted(fixture.offered(person)).credential();

        List<ListBadges.Line> lines = list();

        assertThat(lines).extracting(line -> line.badge().id()).containsExactly(newer, badge);
        assertThat(lines).extracting(ListBadges.Line::openLinks).containsExactly(0, 2);
    }

    @Test
    void aRevokedBadgeSaysWhomToAskAndNoLongerWhenToWithdraw() {
        assertThat(show.apply(holder, badge).contact().publicName()).isEqualTo("Atelier des Deux Rives");
        assertThat(show.apply(holder, badge).withdrawUntil()).isPresent();

        revoke();

        ShowBadge.Shown shown = show.apply(holder, badge);
        assertThat(shown.badge().revoked()).isTrue();
        assertThat(shown.contact().publicName()).isEqualTo("Atelier des Deux Rives");
        assertThat(shown.withdrawUntil()).isEmpty();
    }

    @Test
    void aBadgeIsShownWithItsSignedWords() {
        ShowBadge.Shown shown = show.apply(holder, badge);

        assertThat(shown.document().orElseThrow())
                .contains("Peint seule un mur.", "Prépare et peint un mur.", "Peindre dix murs.");
    }

    @Test
    void aBadgeOfAnotherHolderIsNotFound() {
        HolderId other = fixture.accepted(fixture.offered()).holder();

        assertNotFound(() -> show.apply(other, badge));
        assertNotFound(() -> new DownloadBadge(fixture.platform.database()).apply(other, badge));
        assertNotFound(() -> fixture.share(other, badge, "x", 1));
        List<String> contact = fixture.platform
                .database()
                .inHolder(
                        other,
                        handle -> handle.select("SELECT public_name FROM badge_contact(?)", badge.value())
                                .mapTo(String.class)
                                .list());
        assertThat(contact).isEmpty();
    }

    @Test
    void aRevokedBadgeIsNotShared() {
        revoke();

        assertNotFound(() -> share(1));
    }

    @Test
    void bothSignedFilesAreThoseReleased() {
        assertThat(new DownloadBadge(fixture.platform.database()).apply(holder, badge))
                .isEqualTo(fixture.signed(badge));
    }
}
