package fr.badgesiae.api.claim;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each outcome of a claim has an answer of its own, with what it carries. */
class ClaimOutcomesTest {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private static String answer(AcceptOffer.Outcome outcome) {
        return outcome.fold(new AcceptOffer.Cases<>() {
            @Override
            public String accepted(AcceptOffer.Accepted accepted) {
                return "accepted " + accepted.before();
            }

            @Override
            public String textChanged() {
                return "text changed";
            }

            @Override
            public String paused() {
                return "paused";
            }

            @Override
            public String closed(OfferState state) {
                return "closed " + state;
            }
        });
    }

    private static String answer(OpenClaim.Outcome outcome) {
        return outcome.fold(new OpenClaim.Cases<>() {
            @Override
            public String unknown() {
                return "unknown";
            }

            @Override
            public String asksPin() {
                return "asks PIN";
            }

            @Override
            public String closed(OfferState state) {
                return "closed " + state;
            }

            @Override
            public String paused() {
                return "paused";
            }

            @Override
            public String locked() {
                return "locked";
            }

            @Override
            public String later() {
                return "later";
            }

            @Override
            public String wrong(int left) {
                return "wrong, left " + left;
            }

            @Override
            public String open(OrganisationId organisation, OfferId offer) {
                return "open " + offer.value();
            }
        });
    }

    @Test
    void ofAnAcceptance() {
        assertThat(answer(new AcceptOffer.Accepted(new CredentialId(ID), new HolderId(ID), true)))
                .isEqualTo("accepted true");
        assertThat(answer(new AcceptOffer.TextChanged())).isEqualTo("text changed");
        assertThat(answer(new AcceptOffer.Paused())).isEqualTo("paused");
        assertThat(answer(new AcceptOffer.Closed(OfferState.EXPIRED))).isEqualTo("closed EXPIRED");
    }

    @Test
    void ofACodeAndAPin() {
        assertThat(answer(new OpenClaim.Unknown())).isEqualTo("unknown");
        assertThat(answer(new OpenClaim.AsksPin())).isEqualTo("asks PIN");
        assertThat(answer(new OpenClaim.Closed(OfferState.DECLINED))).isEqualTo("closed DECLINED");
        assertThat(answer(new OpenClaim.Paused())).isEqualTo("paused");
        assertThat(answer(new OpenClaim.Locked())).isEqualTo("locked");
        assertThat(answer(new OpenClaim.Later())).isEqualTo("later");
        assertThat(answer(new OpenClaim.Wrong(3))).isEqualTo("wrong, left 3");
        assertThat(answer(new OpenClaim.Open(new OrganisationId(ID), new OfferId(ID))))
                .isEqualTo("open " + ID);
    }
}
