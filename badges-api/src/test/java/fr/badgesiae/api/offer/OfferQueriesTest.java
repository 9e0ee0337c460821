package fr.badgesiae.api.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OfferQueriesTest {
    private static final Duration THIRTEEN_MONTHS = Duration.ofDays(395);

    private static ClaimFixture fixture;
    private static OrganisationId stranger;
    private static OfferId offer;

    @BeforeAll
    static void open() {
        fixture = ClaimFixture.open();
        stranger = fixture.setup.organisation("Jardins de l’Exemple");
        offer = fixture.offered();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static ListOffers list() {
        return new ListOffers(fixture.platform.database(), fixture.platform.clock(), 50);
    }

    private static List<OfferId> ids(OrganisationId organisation, Optional<OfferId> before) {
        return list().apply(organisation, ListOffers.Filter.NONE, ListOffers.NEWEST_FIRST, before).lines().stream()
                .map(ListOffers.Line::id)
                .toList();
    }

    @Test
    void aListHoldsTheNamesOfPersonAndBadge() {
        ListOffers.Line line = list()
                .apply(fixture.organisation, ListOffers.Filter.NONE, ListOffers.NEWEST_FIRST, Optional.empty())
                .lines()
                .stream()
                .filter(found -> found.id().equals(offer))
                .findFirst()
                .orElseThrow();

        assertThat(line.person()).isEqualTo("Alix Exemple");
        assertThat(line.badge()).isEqualTo("Peindre un mur");
        assertThat(line.state()).isEqualTo(OfferState.OFFERED);
    }

    @Test
    void aListHoldsNothingOfAnotherOrganisation() {
        assertThat(ids(stranger, Optional.empty())).isEmpty();
        assertThat(ids(stranger, Optional.of(offer))).isEmpty();
    }

    @Test
    void anUnknownCursorStartsAtTheFirstPage() {
        Optional<OfferId> unknown = Optional.of(new OfferId(UUID.randomUUID()));

        assertThat(ids(fixture.organisation, unknown))
                .contains(offer)
                .isEqualTo(ids(fixture.organisation, Optional.empty()));
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(list().apply(fixture.organisation, ListOffers.Filter.NONE, ListOffers.NEWEST_FIRST, Optional.empty())
                        .next())
                .isEmpty();
    }

    /** As many offers as a page holds are one page. */
    @Test
    void aListShowsThoseOfOnePersonOrOfOneBadge() {
        PersonId person = fixture.person();
        List<OfferId> theirs = List.of(fixture.offered(person), fixture.offered(person));
        ListOffers list = new ListOffers(fixture.platform.database(), fixture.platform.clock(), 2);
        ListOffers.Found ofPerson = list.apply(
                fixture.organisation,
                of(Optional.of(person), Optional.empty()),
                ListOffers.NEWEST_FIRST,
                Optional.empty());
        AchievementId badge = fixture.find(offer).achievement().achievement();

        assertThat(ofPerson.lines()).extracting(ListOffers.Line::id).containsExactlyInAnyOrderElementsOf(theirs);
        assertThat(ofPerson.next()).isEmpty();
        assertThat(ofPerson.badges()).containsExactly(new ListOffers.Badge(badge, "Peindre un mur"));
        assertThat(lines(of(Optional.empty(), Optional.of(badge))))
                .contains(offer)
                .containsAll(theirs);
        assertThat(lines(of(Optional.empty(), Optional.of(new AchievementId(UUID.randomUUID())))))
                .isEmpty();
    }

    private static ListOffers.Filter of(Optional<PersonId> person, Optional<AchievementId> badge) {
        return new ListOffers.Filter(Optional.empty(), person, badge);
    }

    private static List<OfferId> lines(ListOffers.Filter filter) {
        return list().apply(fixture.organisation, filter, ListOffers.NEWEST_FIRST, Optional.empty()).lines().stream()
                .map(ListOffers.Line::id)
                .toList();
    }

    @Test
    void aPartOfTheListHasItsWordInAnAddress() {
        assertThat(ListOffers.Part.DISPUTED.word()).isEqualTo("disputed");
    }

    @Test
    void anOfferIsFoundByPartOfANameInItsOwnOrganisation() {
        SearchOffers search = new SearchOffers(fixture.platform.database(), fixture.platform.clock());

        assertThat(search.apply(fixture.organisation, "exemp").lines())
                .extracting(ListOffers.Line::id)
                .contains(offer);
        assertThat(search.apply(fixture.organisation, "jardin").lines()).isEmpty();
        assertThat(search.apply(stranger, "exemp").lines()).isEmpty();
    }

    @Test
    void aListCountsAnEndThatTheJobHasNotWritten() {
        try (ClaimFixture own = ClaimFixture.open()) {
            own.offered();
            own.setup.clock().advance(THIRTEEN_MONTHS);

            ListOffers list = new ListOffers(own.platform.database(), own.platform.clock(), 50);
            assertThat(list.apply(own.organisation, ListOffers.Filter.NONE, ListOffers.NEWEST_FIRST, Optional.empty())
                            .lines())
                    .extracting(ListOffers.Line::state)
                    .containsExactly(OfferState.EXPIRED);
        }
    }

    /** A position compared row by row reads the whole list for the last page. */
    @Test
    void thePositionOfAPageIsAConditionOfItsIndex() {
        String plan = fixture.owner.inTransaction(handle -> {
            handle.execute("SET LOCAL enable_seqscan = off");
            handle.execute("SET LOCAL enable_bitmapscan = off");
            return String.join(
                    "\n",
                    handle.createQuery("EXPLAIN " + OfferDao.SORTED)
                            .define("filters", " AND o.state = :state" + ListOffers.NEWEST_FIRST.after("o", "offer"))
                            .define("order", ListOffers.NEWEST_FIRST.orderBy("o"))
                            .bind("organisation", fixture.organisation.value())
                            .bind("state", "OFFERED")
                            .bind("after", offer.value())
                            .bind("limit", 50)
                            .mapTo(String.class)
                            .list());
        });

        assertThat(plan)
                .contains("offer_latest_by_state")
                .containsPattern("Index Cond: .*ROW\\((o\\.)?created_at, (o\\.)?id\\) <");
    }

    @Test
    void anOfferOfAnotherOrganisationIsNotShown() {
        ShowOffer show = new ShowOffer(
                fixture.platform.database(),
                fixture.offers.offers(),
                fixture.credentials.credentials(),
                fixture.platform.clock());

        assertThat(show.apply(fixture.organisation, offer).badge()).isEmpty();
        assertThatThrownBy(() -> show.apply(stranger, offer)).isInstanceOf(ProblemException.class);
    }

    @Test
    void theChoicesAreTheOrganisationsOwn() {
        ListOfferChoices choices =
                new ListOfferChoices(fixture.platform.database(), new Organisations(fixture.platform.database()));
        PersonId person = fixture.person();

        ListOfferChoices.Choices own = choices.apply(fixture.organisation, Optional.of(person));
        ListOfferChoices.Choices others = choices.apply(stranger, Optional.of(person));

        assertThat(own.people())
                .anySatisfy(choice -> assertThat(choice.id()).isEqualTo(person))
                .allSatisfy(choice -> assertThat(choice.name()).isEqualTo("Alix Exemple"));
        assertThat(own.badges()).extracting(ListOfferChoices.BadgeChoice::id).containsExactly(fixture.version);
        assertThat(own.paused()).isFalse();
        assertThat(own.requireNotPaused()).isSameAs(own);
        assertThat(others.people()).isEmpty();
        assertThat(others.badges()).isEmpty();
    }

    @Test
    void aRequestWithErrorsIsRefusedAndWritesNothing() {
        OfferRequest request = new OfferRequest(fixture.person(), fixture.version, " ", "");
        long before = fixture.count("offer");

        OfferBadge.Outcome outcome = fixture.offers.offer().apply(fixture.organisation, fixture.counsellor, request);

        String field = outcome.fold(new OfferBadge.Cases<>() {
            @Override
            public String offered(OfferId made) {
                return "offered";
            }

            @Override
            public String refused(Errors errors) {
                return String.join(",", errors.byField().keySet());
            }

            @Override
            public String sheetMissing() {
                return "sheet";
            }
        });
        assertThat(field).isEqualTo("narrative");
        assertThat(fixture.count("offer")).isEqualTo(before);
    }

    @Test
    void nobodyIsOfferedABadgeBeforeTheInformationSheet() {
        PersonId person = fixture.person();
        fixture.owner.useHandle(
                handle -> handle.execute("UPDATE worker SET notice_given_on = NULL WHERE id = ?", person.value()));
        OfferRequest request = new OfferRequest(person, fixture.version, "Peint seule un mur.", "");
        long before = fixture.count("offer");

        OfferBadge.Outcome outcome = fixture.offers.offer().apply(fixture.organisation, fixture.counsellor, request);

        assertThat(outcome).isEqualTo(new OfferBadge.SheetMissing());
        assertThat(fixture.count("offer")).isEqualTo(before);
    }

    @Test
    void aPersonOfAnotherOrganisationIsNotOfferedABadge() {
        OfferRequest request = new OfferRequest(fixture.person(), fixture.version, "Peint seule un mur.", "");

        assertThatThrownBy(() -> fixture.offers.offer().apply(stranger, fixture.counsellor, request))
                .isInstanceOf(ProblemException.class);
    }
}
