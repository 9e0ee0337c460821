package fr.badgesiae.api.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShowClaimTest {
    private ClaimFixture fixture;
    private OfferId offer;
    private ShowClaim show;

    @BeforeEach
    void open() {
        fixture = ClaimFixture.open();
        offer = fixture.offered();
        show = new ShowClaim(fixture.platform.database(), fixture.offers.offers(), fixture.platform.clock());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anOpenOfferIsShownWithItsOrganisation() {
        ShowClaim.Outcome outcome = show.apply(fixture.organisation, offer);

        assertThat(outcome).isInstanceOf(ShowClaim.Open.class);
        ShowClaim.Open open = (ShowClaim.Open) outcome;
        assertThat(open.offer().id()).isEqualTo(offer);
        assertThat(open.organisation()).isEqualTo("Atelier des Deux Rives");
    }

    @Test
    void anOfferOfAPausedOrganisationWaits() {
        Code code = fixture.slip(offer).code();
        fixture.pause();

        assertThat(show.apply(fixture.organisation, offer)).isEqualTo(new ShowClaim.Paused(false));
        assertThat(fixture.claims.accept().apply(fixture.organisation, offer, fixture.yes(offer)))
                .isEqualTo(new AcceptOffer.Paused());
        assertThat(fixture.claims.find().apply(code)).isEqualTo(new OpenClaim.Paused());
    }

    @Test
    void anAnsweredOfferIsClosedWhetherPausedOrNot() {
        fixture.claims.decline().apply(fixture.organisation, offer);
        fixture.pause();

        assertThat(show.apply(fixture.organisation, offer)).isEqualTo(new ShowClaim.Closed(OfferState.DECLINED));
    }

    @Test
    void anOfferOfAnotherOrganisationIsNotShown() {
        OrganisationId stranger = fixture.setup.organisation("Jardins de l’Exemple");

        assertThatThrownBy(() -> show.apply(stranger, offer)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> fixture.claims.progress().apply(stranger, offer))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> fixture.claims.decline().apply(stranger, offer))
                .isInstanceOf(ProblemException.class);
        assertThat(fixture.state(offer)).isEqualTo(OfferState.OFFERED);
    }

    @Test
    void aClaimIsFinishedOnceItsSlipIsClosedAndItsBadgeReleased() {
        FinishClaim finish =
                new FinishClaim(fixture.platform.database(), claims(), fixture.credentials.finishCredential());
        assertThat(finish.apply(fixture.organisation, offer)).isFalse();
        fixture.carded(offer, "271828");
        OfferId second = fixture.offered(fixture.find(offer).person().id());
        fixture.accepted(second);
        assertThat(fixture.claims.progress().apply(fixture.organisation, second).step())
                .isEqualTo(Progress.Step.DONE);
        assertThat(fixture.claims.progress().apply(fixture.organisation, second).finished())
                .isFalse();

        assertThat(finish.apply(fixture.organisation, second)).isTrue();

        assertThat(fixture.claims.progress().apply(fixture.organisation, second).finished())
                .isTrue();
        assertThat(fixture.find(second).slipOpens()).isFalse();
    }

    @Test
    void aClaimIsNotFinishedBeforeItsBadgeIsMade() {
        fixture.carded(offer, "271828");
        OfferId second = fixture.offered(fixture.find(offer).person().id());

        fixture.withoutKeys(() -> {
            fixture.accepted(second);
            assertThat(fixture.claims.finishClaim().apply(fixture.organisation, second))
                    .isFalse();
            return second;
        });
        assertThat(fixture.claims.progress().apply(fixture.organisation, second).finished())
                .isFalse();

        assertThat(fixture.claims.finishClaim().apply(fixture.organisation, second))
                .isTrue();
    }

    @Test
    void anOfferThatIsNotHereHasNoSlip() {
        OfferId unknown = new OfferId(UUID.randomUUID());
        OpenClaim.Outcome outcome = fixture.platform
                .database()
                .inOrganisation(
                        fixture.organisation, handle -> claims().look(handle, fixture.organisation, unknown.value()));

        assertThat(outcome).isInstanceOf(OpenClaim.Unknown.class);
        AcceptOffer.Acceptance yes = fixture.yes(offer);
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> fixture.claims.decline().apply(fixture.organisation, unknown),
                () -> fixture.claims.progress().apply(fixture.organisation, unknown),
                () -> fixture.claims.accept().apply(fixture.organisation, unknown, yes))) {
            assertThatThrownBy(act)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
        }
    }

    private Claims claims() {
        return new Claims(
                fixture.platform,
                new Organisations(fixture.platform.database()),
                fixture.holders.cards(),
                fixture.offers.slips());
    }
}
