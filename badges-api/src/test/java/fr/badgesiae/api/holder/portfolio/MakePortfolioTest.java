package fr.badgesiae.api.holder.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.edition.EditionProblem;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A link to two badges of one person. */
class MakePortfolioTest {
    private ClaimFixture fixture;
    private PersonId person;
    private HolderId holder;
    private CredentialId first;
    private CredentialId second;
    private MakePortfolio make;
    private ShowPortfolio show;

    @BeforeEach
    void accept() {
        fixture = ClaimFixture.open();
        person = fixture.person();
        var accepted = fixture.accepted(fixture.offered(person));
        holder = accepted.holder();
        first = accepted.credential();
        var another = fixture.accepted(fixture.offered(person));
        second = another.credential();
        assertThat(another.holder()).isEqualTo(holder);
        make = new MakePortfolio(fixture.platform, fixture.shares.links(), fixture.editions);
        show = new ShowPortfolio(fixture.platform.database(), fixture.shares.links());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private ListShareable.Listed listed() {
        return new ListShareable(fixture.platform.database(), fixture.platform.clock(), fixture.shares.links())
                .apply(holder);
    }

    /** What the page offers, as its form would send it back. */
    private PortfolioForm form(NameChoice name, boolean evidence, CredentialId... badges) {
        Map<CredentialId, ShareableBadge> offered = listed().badges().stream()
                .collect(java.util.stream.Collectors.toMap(ShareableBadge::id, badge -> badge));
        return new PortfolioForm(
                Stream.of(badges).map(badge -> offered.get(badge).value()).toList(),
                name.name(),
                evidence ? "yes" : null,
                "Je cherche un poste.",
                "Un garage",
                "30");
    }

    private MakePortfolio.Outcome made(PortfolioForm form) {
        assertThat(form.check().byField()).isEmpty();
        return make.apply(holder, form.wish());
    }

    private UUID link(PortfolioForm form) {
        return ((MakePortfolio.Made) made(form)).link();
    }

    private void eraseDeskFile() {
        fixture.owner.useHandle(
                handle -> handle.execute("UPDATE worker SET erased_at = now() WHERE id = ?", person.value()));
    }

    @Test
    void oneLinkShowsTheBadgesInTheOrderOfThePageWithTheChosenName() {
        UUID link = link(form(NameChoice.FULL, false, second, first));

        ShowPortfolio.Shown shown = show.apply(holder, link);
        assertThat(shown.badges())
                .extracting(ShowPortfolio.Badge::id, ShowPortfolio.Badge::shownName, ShowPortfolio.Badge::evidence)
                .containsExactly(tuple(second, "Alix Exemple", false), tuple(first, "Alix Exemple", false));
        assertThat(shown.message()).isEqualTo("Je cherche un poste.");
        assertThat(shown.open(fixture.platform.clock().instant())).isTrue();
        assertThat(fixture.audited("SHARE_CREATED", link)).isEqualTo(1);
        assertThat(listed().links())
                .extracting(ListShareable.Link::id, ListShareable.Link::badges)
                .containsExactly(tuple(link, 2));
    }

    @Test
    void aChoiceThatWasMadeBeforeSignsNothing() {
        link(form(NameChoice.FULL, false, first, second));
        long signed = fixture.count("credential");

        link(form(NameChoice.FULL, false, first, second));
        link(form(NameChoice.FIRST_AND_INITIAL, true, first, second));

        assertThat(fixture.count("credential")).isEqualTo(signed);
    }

    @Test
    void whatWasReadBeforeItChangedIsNotSigned() {
        PortfolioForm form = form(NameChoice.FULL, false, first, second);
        fixture.owner.useHandle(
                handle -> handle.execute("UPDATE worker SET last_name = 'Éxemple' WHERE id = ?", person.value()));

        assertThat(made(form)).isEqualTo(new MakePortfolio.NotSigned("Peindre un mur", EditionProblem.CHANGED));
        assertThat(fixture.count("share_link")).isZero();
    }

    @Test
    void onceTheDeskFileIsErasedABadgeIsShownAsAcceptedOrNotAtAll() {
        eraseDeskFile();

        assertThat(made(form(NameChoice.NONE, true, first))).isEqualTo(new MakePortfolio.ShowsMore("Peindre un mur"));
        assertThat(made(form(NameChoice.FULL, false, first))).isEqualTo(new MakePortfolio.ShowsMore("Peindre un mur"));
        UUID link = link(form(NameChoice.FIRST_AND_INITIAL, true, first));
        assertThat(show.apply(holder, link).badges())
                .extracting(ShowPortfolio.Badge::shownName)
                .containsExactly("Alix E.");
    }

    @Test
    void theLinkIsForItsHolderAlone() {
        PortfolioForm form = form(NameChoice.FULL, false, first);
        UUID link = link(form);
        HolderId other = fixture.accepted(fixture.offered()).holder();

        assertThatThrownBy(() -> make.apply(other, form.wish())).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> show.apply(other, link)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> show.apply(holder, fixture.share(holder, first, "Un lien", 30)))
                .as("a link to one badge")
                .isInstanceOf(ProblemException.class);
        long seen = fixture.platform
                .database()
                .inOrganisation(
                        fixture.organisation,
                        handle -> handle.select("SELECT count(*) FROM share_link_badge")
                                .mapTo(Long.class)
                                .one());
        assertThat(seen).isZero();
    }

    @Test
    void hidingEverythingHidesItAndStoppingItCanBeUndone() {
        UUID link = link(form(NameChoice.FULL, false, first, second));

        assertThat(fixture.shares.hideEverything().apply(holder)).isEqualTo(1);
        assertThat(show.apply(holder, link).open(fixture.platform.clock().instant()))
                .isFalse();
        assertThat(fixture.shares.showAgain().apply(holder)).isEqualTo(1);
        fixture.shares.switchOff().apply(holder, link);
        fixture.setup.clock().advance(Duration.ofSeconds(60));
        assertThat(fixture.shares.switchOn().apply(holder, link)).isTrue();
        fixture.shares.change().apply(holder, link, "Une mairie", 60);
        assertThat(show.apply(holder, link).label()).isEqualTo("Une mairie");
    }

    @Test
    void whatCannotBeALinkIsSaidFieldByField() {
        assertThat(new PortfolioForm(List.of(), "X", null, "x".repeat(501), " ", "0")
                        .check()
                        .byField())
                .containsOnlyKeys("badges", "name", "message", "label", "days");
        List<String> many =
                Stream.generate(UUID::randomUUID).limit(21).map(UUID::toString).toList();
        assertThat(new PortfolioForm(many, "FULL", null, "", "Un garage", "30")
                        .check()
                        .byField())
                .containsOnlyKeys("badges");
        String twice = first + ".";
        assertThat(new PortfolioForm(List.of(twice, twice, "x"), "FULL", null, "", "Un garage", "30")
                        .wish()
                        .badges())
                .hasSize(1);
    }

    @Test
    void theMessageIsPlainTextOfLines() {
        PortfolioForm form =
                new PortfolioForm(List.of(first + "."), "FULL", null, " Un\r\ndeux\u0000\u202e ", "Un garage", "30");

        assertThat(form.wish().message()).isEqualTo("Un\ndeux");
        assertThat(new PortfolioForm(List.of(first + "."), "FULL", null, " ", "x", "30")
                        .wish()
                        .message())
                .isNull();
    }
}
