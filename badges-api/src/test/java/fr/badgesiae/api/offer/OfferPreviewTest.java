package fr.badgesiae.api.offer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.person.PersonId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a preview shows and refuses, and the choices of its form. */
class OfferPreviewTest {
    @RegisterExtension
    final OfferDesk desk = new OfferDesk();

    @Test
    void aPreviewTellsOfAnotherOfferOfTheSameBadge() {
        PersonId person = desk.fixture.person();
        PreviewOffer.Previewed first = previewed(person);
        assertThat(first.twin()).isNull();
        assertThat(first.sheetMissing()).isFalse();
        assertThat(first.workerName()).isEqualTo("Alix Exemple");
        assertThat(first.credential().has("evidence")).isFalse();

        OfferId offer = desk.fixture.offered(person);
        assertThat(previewed(person).twin())
                .isEqualTo(new PreviewOffer.Twin(
                        offer, false, desk.fixture.platform.clock().instant()));
        // Offered first ten days ago, as the list of offers says; a new slip has moved its end since.
        desk.fixture.owner.useHandle(handle -> handle.execute(
                "UPDATE offer SET created_at = created_at - interval '10 days' WHERE id = ?", offer.value()));
        assertThat(previewed(person).twin())
                .isEqualTo(new PreviewOffer.Twin(
                        offer, false, desk.fixture.platform.clock().instant().minus(Duration.ofDays(10))));
        desk.fixture.owner.useHandle(handle -> handle.execute(
                "UPDATE offer SET created_at = created_at + interval '10 days' WHERE id = ?", offer.value()));
        desk.fixture.accepted(offer);
        assertThat(previewed(person).twin())
                .isEqualTo(new PreviewOffer.Twin(
                        offer, true, desk.fixture.platform.clock().instant()));
        assertThat(desk.fixture.count("offer")).isEqualTo(1);
    }

    private PreviewOffer.Previewed previewed(PersonId person) {
        return (PreviewOffer.Previewed) desk.preview.apply(desk.counsellor(), desk.request(person));
    }

    @Test
    void aPreviewShowsTheEvidenceAndAsksForTheSheet() {
        PersonId person = desk.fixture.person();
        desk.fixture.owner.useHandle(
                handle -> handle.execute("UPDATE worker SET notice_given_on = NULL WHERE id = ?", person.value()));
        OfferRequest request = new OfferRequest(person, desk.fixture.version, "Peint un mur.", "Chantier de la gare.");

        PreviewOffer.Previewed previewed = (PreviewOffer.Previewed) desk.preview.apply(desk.counsellor(), request);

        assertThat(previewed.sheetMissing()).isTrue();
        assertThat(previewed.credential().at("/evidence/0/narrative").asText()).isEqualTo("Chantier de la gare.");
    }

    @Test
    void aPreviewRefusesWhatAnOfferWould() {
        OfferRequest empty = new OfferRequest(desk.fixture.person(), desk.fixture.version, "", "");
        assertThat(desk.preview.apply(desk.counsellor(), empty)).isInstanceOf(PreviewOffer.Refused.class);
    }

    @Test
    void peopleOfOneNameAreToldApartAndTheOneChosenBeforeIsThere() {
        PersonId one = desk.fixture.person();
        assertThat(desk.choices
                        .apply(desk.fixture.organisation, Optional.empty())
                        .people())
                .singleElement()
                .satisfies(choice -> assertThat(choice.created()).isNull());
        PersonId two = desk.fixture.person();
        assertThat(desk.choices
                        .apply(desk.fixture.organisation, Optional.of(one))
                        .people())
                .hasSize(2)
                .allSatisfy(choice -> assertThat(choice.created()).isNotNull())
                .extracting(ListOfferChoices.PersonChoice::id)
                .containsExactlyInAnyOrder(one, two);
    }

    @Test
    void ofMoreThanFiveHundredPeopleOnlyTheOneChosenBeforeIsAChoice() {
        desk.fixture.owner.useHandle(handle -> handle.execute(
                "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, created_at, updated_at)"
                        + " SELECT gen_random_uuid(), ?, 'Abel', 'Abc ' || n, gen_random_uuid(), now(), now()"
                        + " FROM generate_series(1, 500) n",
                desk.fixture.organisation.value()));
        PersonId last = desk.fixture.person();
        assertThat(desk.choices
                        .apply(desk.fixture.organisation, Optional.empty())
                        .people())
                .hasSize(500)
                .allSatisfy(choice -> assertThat(choice.created()).isNull());
        assertThat(desk.choices
                        .apply(desk.fixture.organisation, Optional.of(last))
                        .people())
                .extracting(ListOfferChoices.PersonChoice::id)
                .containsExactly(last);
    }
}
