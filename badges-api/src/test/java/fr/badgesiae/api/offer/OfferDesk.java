package fr.badgesiae.api.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A desk that offers badges, anew for each test. */
final class OfferDesk implements BeforeEachCallback, AfterEachCallback {
    ClaimFixture fixture;
    HandOverDevice handOver;
    PreviewOffer preview;
    ShowOffer show;
    ListOfferChoices choices;

    @Override
    public void beforeEach(ExtensionContext context) {
        fixture = ClaimFixture.open();
        Organisations organisations = new Organisations(fixture.platform.database());
        handOver = new HandOverDevice(fixture.platform, organisations, fixture.offers.offers());
        preview = new PreviewOffer(
                fixture.platform, organisations, fixture.offers.offers(), fixture.credentials.compose());
        show = new ShowOffer(
                fixture.platform.database(),
                fixture.offers.offers(),
                fixture.credentials.credentials(),
                fixture.platform.clock());
        choices = new ListOfferChoices(fixture.platform.database(), organisations);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        fixture.close();
    }

    static void assertProblem(ThrowingCallable call, ProblemType type) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    Principal counsellor() {
        return new Principal(
                fixture.counsellor, fixture.organisation, Role.COUNSELLOR, "Conseil", "Atelier", UUID.randomUUID());
    }

    OfferRequest request(PersonId person) {
        return new OfferRequest(person, fixture.version, "Peint seule un mur.", "");
    }

    void correct(OfferId offer) {
        fixture.offers.correct().apply(fixture.organisation, fixture.counsellor, offer, "Peint seule deux murs.", "");
    }
}
