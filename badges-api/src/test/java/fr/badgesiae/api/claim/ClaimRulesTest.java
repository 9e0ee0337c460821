package fr.badgesiae.api.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.db.Blocked;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules of claims at their limits, and while an organisation is paused. */
class ClaimRulesTest {
    private static final String PIN = "271828";

    private ClaimFixture fixture;

    @BeforeEach
    void open() {
        fixture = ClaimFixture.open();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static void assertProblem(ThrowingCallable call, ProblemType type) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    @Test
    void theAcceptanceKeepsTheChoicesAndTheDigestOfTheText() {
        OfferId offer = fixture.offered();
        byte[] digest = fixture.find(offer).text().accepted(NameChoice.FIRST_AND_INITIAL, true);
        AcceptOffer.Accepted accepted = fixture.accepted(offer);

        assertThat(fixture.count(
                        "acceptance WHERE offer_id = ? AND name_choice = 'FIRST_AND_INITIAL' AND show_evidence"
                                + " AND text_hash = ? AND holder_id = ? AND credential_id = ?",
                        offer.value(),
                        digest,
                        accepted.holder().value(),
                        accepted.credential().value()))
                .isEqualTo(1);
        assertThat(fixture.signed(accepted.credential()).document()).contains("Chantier de la gare");
    }

    @Test
    void whoAcceptsAgainGetsTheSameBadge() {
        OfferId offer = fixture.offered();
        AcceptOffer.Accepted first = fixture.accepted(offer);
        AcceptOffer.Accepted again = fixture.accepted(offer);

        assertThat(first.before()).isFalse();
        assertThat(again.before()).isTrue();
        assertThat(again.credential()).isEqualTo(first.credential());
        assertThat(again.holder()).isEqualTo(first.holder());
    }

    @Test
    void whoAcceptsAgainHasABadgeFinishedThatWasCutShort() {
        OfferId offer = fixture.offered();
        AcceptOffer.Accepted first = fixture.withoutKeys(() -> fixture.accepted(offer));
        assertThat(fixture.credential(first.credential()).state()).isEqualTo(CredentialState.PREPARED);

        assertThat(fixture.accepted(offer).before()).isTrue();

        assertThat(fixture.credential(first.credential()).state()).isEqualTo(CredentialState.ISSUED);
    }

    @Test
    void anAcceptedOfferWithoutItsAcceptanceIsClosed() {
        OfferId offer = fixture.offered();
        fixture.accepted(offer);
        fixture.owner.useHandle(handle -> handle.execute("UPDATE acceptance SET voided_at = now()"));

        assertThat(fixture.claims.accept().apply(fixture.organisation, offer, fixture.yes(offer)))
                .isEqualTo(new AcceptOffer.Closed(OfferState.ACCEPTED));
        assertThat(fixture.count("award")).isEqualTo(1);
    }

    /** Of two badges accepted at once, the second finds the space that the first has made. */
    @Test
    void aSpaceThatIsMadeMeanwhileIsThatOfTheBadge() {
        PersonId person = fixture.person();
        OfferId offer = fixture.offered(person);
        HolderId made = fixture.setup.holder();

        Blocked<AcceptOffer.Accepted> accepting = fixture.owner.inTransaction(handle -> {
            handle.execute("UPDATE worker SET holder_id = ? WHERE id = ?", made.value(), person.value());
            return Blocked.start(fixture.owner, () -> fixture.accepted(offer));
        });

        assertThat(accepting.result().holder()).isEqualTo(made);
        assertThat(fixture.count("credential WHERE holder_id = ? AND state = 'ISSUED'", made.value()))
                .isEqualTo(1);
    }

    /** As an erasure does: in the other order each could wait for the other. */
    @Test
    void aSpaceIsLockedBeforeTheFileThatAnAnswerWritesTo() {
        PersonId person = fixture.person();
        HolderId space = fixture.accepted(fixture.offered(person)).holder();
        OfferId second = fixture.offered(person);
        // An answer writes the day of the last activity where it is another.
        fixture.owner.useHandle(handle -> handle.execute("UPDATE worker SET last_activity_on = '2026-01-01'"));

        Blocked<AcceptOffer.Accepted> accepting = fixture.owner.inTransaction(handle -> {
            handle.execute("SELECT FROM holder WHERE id = ? FOR UPDATE", space.value());
            Blocked<AcceptOffer.Accepted> started = Blocked.start(fixture.owner, () -> fixture.accepted(second));
            assertThat(started.isWaiting()).isTrue();
            handle.execute("SELECT FROM worker WHERE id = ? FOR NO KEY UPDATE NOWAIT", person.value());
            return started;
        });

        assertThat(accepting.result().holder()).isEqualTo(space);
    }

    @Test
    void whileTheOrganisationIsPausedASlipWaits() {
        OfferId offer = fixture.offered();
        var slip = fixture.slip(offer);
        AcceptOffer.Acceptance yes = fixture.yes(offer);
        OfferId accepted = fixture.offered();
        var other = fixture.slip(accepted);
        fixture.accepted(accepted);
        fixture.pause();

        assertThat(fixture.claims.find().apply(slip.code())).isInstanceOf(OpenClaim.Paused.class);
        assertThat(fixture.claims.open().apply(slip.code(), slip.pin(), Client.unknown()))
                .isInstanceOf(OpenClaim.Paused.class);
        assertThat(fixture.claims.accept().apply(fixture.organisation, offer, yes))
                .isInstanceOf(AcceptOffer.Paused.class);
        assertThat(fixture.state(offer)).isEqualTo(OfferState.OFFERED);
        assertThat(fixture.claims.open().apply(other.code(), other.pin(), Client.unknown()))
                .as("a claim that has begun")
                .isInstanceOf(OpenClaim.Open.class);
        assertProblem(
                () -> fixture.offers.print().apply(fixture.organisation, fixture.counsellor, offer),
                ProblemType.PAUSED);
        assertProblem(
                () -> fixture.offers.reissue().apply(fixture.organisation, fixture.counsellor, offer),
                ProblemType.PAUSED);
    }

    @Test
    void aCardIsKeptOnceItIsShown() {
        OfferId offer = fixture.offered();
        assertThat(fixture.claims.keep().apply(fixture.organisation, offer, true))
                .isEmpty();
        AcceptOffer.Accepted accepted = fixture.accepted(offer);
        assertThat(fixture.claims.keep().apply(fixture.organisation, offer, true))
                .isEmpty();
        fixture.claims.card().apply(fixture.organisation, offer, PIN);

        assertThat(fixture.claims.keep().apply(fixture.organisation, offer, true))
                .hasValueSatisfying(kept -> {
                    assertThat(kept.holder()).isEqualTo(accepted.holder());
                    assertThat(kept.session()).isPresent();
                });

        assertThat(fixture.audited("HOLDER_OPENED", accepted.holder().value())).isEqualTo(1);
        assertThat(fixture.claims.keep().apply(fixture.organisation, offer, true))
                .isEmpty();
    }

    @Test
    void aSpaceThatStaysClosedIsNoVisit() {
        OfferId offer = fixture.offered();
        AcceptOffer.Accepted accepted = fixture.accepted(offer);
        fixture.claims.card().apply(fixture.organisation, offer, PIN);
        fixture.claims.keep().apply(fixture.organisation, offer, false);

        assertThat(fixture.audited("HOLDER_OPENED", accepted.holder().value())).isZero();
        assertProblem(
                () -> fixture.offers.reissue().apply(fixture.organisation, fixture.counsellor, offer),
                ProblemType.CONFLICT);
    }

    @Test
    void aClaimOfAHolderWithACardIsFinishedAtOnce() {
        PersonId person = fixture.person();
        fixture.carded(fixture.offered(person), PIN);
        OfferId second = fixture.offered(person);
        var slip = fixture.slip(second);
        FinishClaim finish =
                new FinishClaim(fixture.platform.database(), claims(), fixture.credentials.finishCredential());
        assertThat(finish.apply(fixture.organisation, second)).isFalse();
        fixture.accepted(second);

        assertThat(finish.apply(fixture.organisation, second)).isTrue();

        assertThat(fixture.claims.find().apply(slip.code())).isEqualTo(new OpenClaim.Closed(OfferState.ACCEPTED));
        assertThat(fixture.claims.progress().apply(fixture.organisation, second).finished())
                .isTrue();
    }

    @Test
    void withoutACardAClaimIsNotFinished() {
        OfferId offer = fixture.offered();
        var slip = fixture.slip(offer);
        fixture.accepted(offer);
        FinishClaim finish =
                new FinishClaim(fixture.platform.database(), claims(), fixture.credentials.finishCredential());

        assertThat(finish.apply(fixture.organisation, offer)).isFalse();

        assertThat(fixture.claims.find().apply(slip.code())).isInstanceOf(OpenClaim.AsksPin.class);
    }

    private Claims claims() {
        return new Claims(
                fixture.platform,
                new fr.badgesiae.api.organisation.Organisations(fixture.platform.database()),
                fixture.holders.cards(),
                fixture.offers.slips());
    }

    @Test
    void anAcceptanceIsWithdrawnWithinThirtyDaysToTheSecond() {
        AcceptOffer.Accepted first = fixture.accepted(fixture.offered());
        AcceptOffer.Accepted second = fixture.accepted(fixture.offered());
        fixture.setup.clock().advance(Duration.ofDays(30).minusSeconds(1));

        assertThat(fixture.claims.withdrawal().apply(first.holder(), first.credential()))
                .map(FindWithdrawal.Deadline::until)
                .contains(fixture.platform.clock().instant().plusSeconds(1));
        Optional<Instant> until = fixture.platform
                .database()
                .inHolder(
                        first.holder(),
                        handle -> new Acceptances(fixture.platform.clock())
                                .withdrawableUntil(handle, first.holder(), first.credential()));
        assertThat(until).contains(fixture.platform.clock().instant().plusSeconds(1));
        assertThat(fixture.claims.withdraw().apply(first.holder(), first.credential()))
                .isTrue();
        assertThat(fixture.claims.withdrawal().apply(first.holder(), first.credential()))
                .isEmpty();

        fixture.setup.clock().advance(Duration.ofSeconds(1));
        assertThat(fixture.claims.withdrawal().apply(second.holder(), second.credential()))
                .isEmpty();
        assertThat(fixture.claims.withdraw().apply(second.holder(), second.credential()))
                .isFalse();
    }

    @Test
    void whatTheOrganisationRevokedIsNotWithdrawn() {
        AcceptOffer.Accepted accepted = fixture.accepted(fixture.offered());
        fixture.platform
                .database()
                .inOrganisation(
                        fixture.organisation,
                        handle -> fixture.credentials
                                .revoke()
                                .revoke(
                                        handle,
                                        fixture.organisation,
                                        accepted.credential(),
                                        PublicReason.WRONG_PERSON,
                                        "",
                                        Actor.account(fixture.counsellor)));

        assertProblem(
                () -> fixture.claims.withdraw().apply(accepted.holder(), accepted.credential()), ProblemType.CONFLICT);
        assertThat(fixture.count("acceptance WHERE withdrawn_at IS NOT NULL")).isZero();
    }

    @Test
    void aSlipDoesNotSayThatARevokedBadgeIsReady() {
        OfferId offer = fixture.offered();
        AcceptOffer.Accepted accepted = fixture.accepted(offer);
        assertThat(fixture.claims.progress().apply(fixture.organisation, offer).revoked())
                .isFalse();

        fixture.claims.withdraw().apply(accepted.holder(), accepted.credential());

        assertThat(fixture.claims.progress().apply(fixture.organisation, offer).revoked())
                .isTrue();
    }
}
