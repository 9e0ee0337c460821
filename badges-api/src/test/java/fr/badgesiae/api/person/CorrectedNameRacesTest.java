package fr.badgesiae.api.person;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.holder.portfolio.MakePortfolio;
import fr.badgesiae.api.platform.db.Blocked;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A link that is made at the moment when a corrected name takes the place of the badge: it shows what stands. */
class CorrectedNameRacesTest extends CorrectedName {
    /** The release has its locks, and waits for the status list. */
    @Test
    void aLinkThatIsMadeWhileTheSuccessorIsReleasedLeadsToTheSuccessor() {
        fixture.platform.database().inOrganisation(fixture.organisation, handle -> {
            handle.execute("UPDATE worker SET last_name = 'Modèle' WHERE id = ?", person.value());
            return fixture.edition.reissue().reissue(handle, fixture.organisation, person);
        });
        CredentialId now = successor(badge);
        fixture.setup.clock().advance(Duration.ofSeconds(21));

        Blocked<UUID> link = fixture.owner.inTransaction(handle -> {
            handle.execute("SELECT FROM status_list FOR UPDATE");
            assertThat(Blocked.start(
                                    fixture.owner,
                                    () -> fixture.credentials.finishCredential().apply(fixture.organisation, now))
                            .isWaiting())
                    .isTrue();
            Blocked<UUID> making = Blocked.start(fixture.owner, () -> fixture.share(holder, badge, "Garage", 30));
            assertThat(making.isWaiting()).isTrue();
            return making;
        });

        assertThat(fixture.count("share_link WHERE id = ? AND credential_id = ?", link.result(), now.value()))
                .isEqualTo(1);
        assertThat(state(badge)).isEqualTo(CredentialState.REVOKED);
        assertThat(state(now)).isEqualTo(CredentialState.ISSUED);
    }

    /** The first badge is chosen before the correction, and the link made after it. */
    @Test
    void aLinkToSeveralLeadsToTheSuccessorThatWasReleasedMeanwhile() {
        PersonId twin = fixture.person();
        fixture.owner.useHandle(
                handle -> handle.execute("UPDATE worker SET holder_id = ? WHERE id = ?", holder.value(), twin.value()));
        CredentialId other = fixture.accepted(fixture.offered(twin)).credential();
        String read = ClaimFixture.choice(NameChoice.FIRST_AND_INITIAL, true).read();
        MakePortfolio.Wish wish = new MakePortfolio.Wish(
                List.of(new MakePortfolio.Chosen(badge, read), new MakePortfolio.Chosen(other, read)),
                NameChoice.FIRST_AND_INITIAL,
                true,
                null,
                "Garage",
                30);
        MakePortfolio make = new MakePortfolio(fixture.platform, fixture.shares.links(), fixture.editions);

        Blocked<MakePortfolio.Outcome> link = fixture.owner.inTransaction(handle -> {
            handle.execute("SELECT FROM credential WHERE id = ? FOR UPDATE", other.value());
            Blocked<MakePortfolio.Outcome> making = Blocked.start(fixture.owner, () -> make.apply(holder, wish));
            assertThat(making.isWaiting()).isTrue();
            correct(MARRIED, 1);
            return making;
        });

        UUID made = ((MakePortfolio.Made) link.result()).link();
        List<UUID> shown = fixture.owner.withHandle(handle -> handle.select(
                        "SELECT credential_id FROM share_link_badge WHERE share_link_id = ? ORDER BY place", made)
                .mapTo(UUID.class)
                .list());
        assertThat(shown).containsExactly(successor(badge).value(), other.value());
    }
}
