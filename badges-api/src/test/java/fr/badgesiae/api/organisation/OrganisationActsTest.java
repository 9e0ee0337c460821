package fr.badgesiae.api.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganisationActsTest {
    private TestPlatform setup;
    private Platform platform;
    private CreateOrganisation create;
    private InsertOrganisation insert;
    private OrganisationId network;
    private AccountId admin;
    private final List<OrganisationId> asked = new ArrayList<>();

    @BeforeEach
    void open() {
        setup = TestPlatform.fresh();
        platform = setup.platform();
        insert = new InsertOrganisation(platform.audit(), List::of);
        create = new CreateOrganisation(platform, insert);
        network = setup.organisation("Réseau Exemple");
        admin = setup.member(network);
    }

    @AfterEach
    void close() {
        setup.close();
    }

    private ShowOrganisation show() {
        return new ShowOrganisation(platform.database(), (handle, organisation) -> {
            asked.add(organisation);
            // The transaction switched tenants: it sees the members of the organisation, not those of the network.
            return handle.select("SELECT DISTINCT organisation_id FROM membership")
                    .mapTo(java.util.UUID.class)
                    .list()
                    .equals(List.of(organisation.value()));
        });
    }

    private static OrganisationForm form(String siret) {
        return new OrganisationForm(
                "EI", siret, "Atelier", "Atelier", "", "", "", "", "", false, "", "", "", "", "Europe/Paris", "");
    }

    private OrganisationId created(String siret) {
        CreateOrganisation.Outcome outcome = create.apply(network, admin, form(siret));
        assertThat(outcome).isInstanceOf(CreateOrganisation.Outcome.Created.class);
        return ((CreateOrganisation.Outcome.Created) outcome).id();
    }

    /** They stand in headings, badges and messages. */
    @Test
    void namesStandOnOneLine() {
        OrganisationForm typed = OrganisationForm.of(new MultivaluedHashMap<>(Map.of(
                "kind",
                "EI",
                "siret",
                "",
                "legalName",
                "Atelier\r\nBcc: x",
                "publicName",
                " Atelier\t\u0085des  Rives\n ")));
        assertThat(typed.legalName()).isEqualTo("Atelier Bcc: x");
        assertThat(typed.publicName()).isEqualTo("Atelier des Rives");
    }

    @Test
    void aSiretIsTakenOnceForEachKind() {
        created("73282932000074");
        assertThat(create.apply(network, admin, form("73282932000074")))
                .isInstanceOf(CreateOrganisation.Outcome.SiretTaken.class);
    }

    @Test
    void aNetworkReadsItsOrganisationAndWhetherItIsAdministered() {
        OrganisationId own = created("73282932000074");
        assertThat(show().apply(network, own).administered()).isFalse();
        setup.member(own);
        ShowOrganisation.Shown shown = show().apply(network, own);
        assertThat(shown.organisation().id()).isEqualTo(own.value());
        assertThat(shown.administered()).isTrue();
    }

    @Test
    void anotherNetworkFindsNothingAndReadsNoMembers() {
        OrganisationId own = created("73282932000074");
        OrganisationId other = setup.organisation("Réseau Voisin");
        assertThatThrownBy(() -> show().apply(other, own)).isInstanceOf(ProblemException.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void aListHasFiftyLinesAndSaysWhetherMoreFollow() {
        for (int i = 0; i < 50; i++) {
            created("%014d".formatted(i));
        }
        ListOrganisations list = new ListOrganisations(platform.database());
        assertThat(list.apply(network, "", "", null).more()).isFalse();
        created("73282932000074");
        ListOrganisations.Listed first = list.apply(network, "", "", null);
        assertThat(first.lines()).hasSize(50);
        assertThat(first.more()).isTrue();
        OrganisationId last = new OrganisationId(first.lines().get(49).id());
        assertThat(list.apply(network, "", "", last).lines()).hasSize(1);
        assertThat(list.apply(setup.organisation("Réseau Voisin"), "", "", null).lines())
                .isEmpty();
    }

    @Test
    void aProfileIsSavedOnTheRevisionThatWasRead() {
        OrganisationId own = created("73282932000074");
        AccountId by = setup.member(own);
        EditProfile edit = new EditProfile(platform);
        ShowProfile.Profile read = new ShowProfile(platform.database()).apply(own);
        OrganisationForm changed = renamed("Atelier neuf");
        assertThat(edit.apply(own, by, read.revision(), changed)).isInstanceOf(EditProfile.Outcome.Saved.class);
        assertThat(edit.apply(own, by, read.revision(), changed)).isInstanceOf(EditProfile.Outcome.Saved.class);
        assertThat(edit.apply(own, by, read.revision(), renamed("Autre nom")))
                .isInstanceOf(EditProfile.Outcome.SavedSince.class);
        assertThat(edit.apply(own, by, read.revision(), renamed(""))).isInstanceOf(EditProfile.Outcome.Invalid.class);
        OrganisationForm stored =
                new ShowProfile(platform.database()).apply(own).form();
        assertThat(stored.publicName()).isEqualTo("Atelier neuf");
        assertThat(stored.siret()).isEqualTo("73282932000074");
    }

    /** A form with fields of a network that the act must ignore. */
    private static OrganisationForm renamed(String publicName) {
        return new OrganisationForm(
                "ETTI", "1", "X", publicName, "", "", "", "", "", false, "", "", "", "", "Europe/Paris", "");
    }

    private String zone(OrganisationId organisation) {
        return new ShowProfile(platform.database()).apply(organisation).form().timeZone();
    }

    @Test
    void thePostcodeOfANewOrganisationGivesItsTimeZoneAndItsFirstDay() {
        // 23:30 on the day before in Guyane, 06:30 in La Réunion
        setup.clock().advance(Duration.between(setup.clock().instant(), Instant.parse("2026-11-03T02:30:00Z")));
        OrganisationId cayenne = createdIn("73282932000074", "97300 Cayenne");
        OrganisationId saintDenis = createdIn("00000000000000", "97400 Saint-Denis");
        OrganisationId elsewhere = createdIn("44306184100047", "Ville-97400");

        assertThat(zone(cayenne)).isEqualTo("America/Cayenne");
        assertThat(zone(saintDenis)).isEqualTo("Indian/Reunion");
        assertThat(show().apply(network, cayenne).organisation().since()).isEqualTo("2026-11-02");
        assertThat(show().apply(network, saintDenis).organisation().since()).isEqualTo("2026-11-03");
        assertThat(zone(created("35600000000048"))).isEqualTo("Europe/Paris");
        assertThat(zone(elsewhere)).isEqualTo("Indian/Reunion");
    }

    private OrganisationId createdIn(String siret, String town) {
        OrganisationForm form = new OrganisationForm(
                "EI", siret, "Atelier", "Atelier", "", town, "", "", "", false, "", "", "", "", "", "");
        return ((CreateOrganisation.Outcome.Created) create.apply(network, admin, form)).id();
    }

    private static OrganisationForm inZone(String zone) {
        return new OrganisationForm("EI", "1", "X", "Atelier", "", "", "", "", "", false, "", "", "", "", zone, "");
    }

    @Test
    void anOrganisationChoosesATimeZoneOfTheListAndAFormWithoutOneKeepsIt() {
        OrganisationId own = created("73282932000074");
        AccountId by = setup.member(own);
        EditProfile edit = new EditProfile(platform);
        assertThat(edit.apply(own, by, 1, inZone("Pacific/Tahiti"))).isInstanceOf(EditProfile.Outcome.Saved.class);
        assertThat(edit.apply(own, by, 2, inZone("America/New_York"))).isInstanceOf(EditProfile.Outcome.Invalid.class);
        assertThat(edit.apply(own, by, 2, inZone(""))).isInstanceOf(EditProfile.Outcome.Saved.class);
        assertThat(zone(own)).isEqualTo("Pacific/Tahiti");
    }

    @Test
    void theOldestNetworkIsTakenAndOnlyOneIsCreated() {
        Networks networks = new Networks(platform.clock(), platform.ids(), insert);
        OrganisationId first = platform.database().inPublic(handle -> networks.oldestOrNew(handle, "Réseau Premier"));
        OrganisationId again = platform.database().inPublic(handle -> networks.oldestOrNew(handle, "Réseau Second"));
        assertThat(again).isEqualTo(first);
    }
}
