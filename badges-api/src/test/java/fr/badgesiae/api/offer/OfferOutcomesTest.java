package fr.badgesiae.api.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.badgesiae.api.platform.html.Errors;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each outcome of an offer that is made or shown before has an answer of its own, with what it carries. */
class OfferOutcomesTest {
    private static final Errors ERRORS = Errors.of("narrative", "common.required");

    private static String answer(OfferBadge.Outcome outcome) {
        return outcome.fold(new OfferBadge.Cases<>() {
            @Override
            public String offered(OfferId offer) {
                return "offered " + offer.value();
            }

            @Override
            public String refused(Errors errors) {
                return "refused " + errors.byField().keySet();
            }

            @Override
            public String sheetMissing() {
                return "sheet missing";
            }
        });
    }

    private static String answer(PreviewOffer.Outcome outcome) {
        return outcome.fold(new PreviewOffer.Cases<>() {
            @Override
            public String previewed(PreviewOffer.Previewed preview) {
                return "previewed " + preview.workerName();
            }

            @Override
            public String refused(Errors errors) {
                return "refused " + errors.byField().keySet();
            }
        });
    }

    @Test
    void ofAnOffer() {
        UUID id = UUID.fromString("00000000-0000-4000-8000-000000000001");
        assertThat(answer(new OfferBadge.Offered(new OfferId(id)))).isEqualTo("offered " + id);
        assertThat(answer(new OfferBadge.Refused(ERRORS))).isEqualTo("refused [narrative]");
        assertThat(answer(new OfferBadge.SheetMissing())).isEqualTo("sheet missing");
    }

    @Test
    void ofAPreview() {
        PreviewOffer.Previewed preview = new PreviewOffer.Previewed(
                "Alix Exemple", "Exempleville", JsonNodeFactory.instance.objectNode(), false, null);
        assertThat(answer(preview)).isEqualTo("previewed Alix Exemple");
        assertThat(answer(new PreviewOffer.Refused(ERRORS))).isEqualTo("refused [narrative]");
    }
}
