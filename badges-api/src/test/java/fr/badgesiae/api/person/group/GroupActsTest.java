package fr.badgesiae.api.person.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.person.CreatePerson;
import fr.badgesiae.api.person.PersonForm;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.db.Blocked;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupActsTest {
    private TestPlatform test;
    private Platform platform;
    private AddMembers add;
    private RemoveMembers remove;
    private ChangeGroup change;
    private ArchiveGroup archive;
    private ShowGroup show;
    private Principal ours;
    private Principal theirs;

    @BeforeAll
    void start() {
        test = TestPlatform.fresh();
        platform = test.platform();
        add = new AddMembers(platform);
        remove = new RemoveMembers(platform);
        change = new ChangeGroup(platform);
        archive = new ArchiveGroup(platform);
        show = new ShowGroup(platform.database());
        ours = member(test.organisation("Atelier des Deux Rives"));
        theirs = member(test.organisation("Jardins de l’Exemple"));
    }

    @AfterAll
    void stop() {
        test.close();
    }

    private Principal member(OrganisationId organisation) {
        UUID id = platform.ids().uuid();
        return new Principal(new AccountId(id), organisation, Role.COUNSELLOR, "Conseil", "Atelier", id);
    }

    private CreateGroup.Created create(String kind, String name, String site) {
        return new CreateGroup(platform).apply(ours, new GroupForm(kind, name, site));
    }

    private GroupId group(String kind, String name) {
        CreateGroup.Created created = create(kind, name, "");
        assertThat(created.errors()).isEqualTo(Errors.none());
        return created.id();
    }

    private PersonId person(String name) {
        return new CreatePerson(platform).apply(ours, new PersonForm("Alix", name));
    }

    private List<PersonId> people(GroupId group) {
        return show.apply(ours.organisation(), group, null).page().people().stream()
                .map(Member::id)
                .toList();
    }

    @Test
    void aPersonIsInOneSiteAtMostAndInAnyNumberOfTeamsAndGroups() {
        GroupId north = group("SITE", "Site nord");
        GroupId south = group("SITE", "Site sud");
        GroupId red = group("TEAM", "Équipe rouge");
        GroupId blue = group("TEAM", "Équipe bleue");
        PersonId person = person("Exemple");
        for (GroupId group : List.of(north, red, blue)) {
            assertThat(add.apply(ours, group, Set.of(person))).isEqualTo(1);
        }
        assertThat(add.apply(ours, south, Set.of(person))).isEqualTo(1);
        assertThat(people(north)).isEmpty();
        assertThat(people(south)).containsExactly(person);
        assertThat(people(red)).containsExactly(person);
        assertThat(people(blue)).containsExactly(person);
        assertThat(add.apply(ours, red, Set.of(person))).as("in it already").isZero();
    }

    @Test
    void aNameIsUniqueAmongTheLivingOnesOfItsKind() {
        GroupId first = group("TEAM", "Élagage");
        Errors taken = Errors.of("name", "worker.group.error.taken.TEAM");
        assertThat(create("TEAM", "elagage", "").errors()).isEqualTo(taken);
        assertThat(create("GROUP", "Élagage", "").errors()).isEqualTo(Errors.none());
        archive.apply(ours, first, true);
        GroupId second = group("TEAM", "Élagage");
        assertThat(archive.apply(ours, first, false)).isEqualTo(taken);
        GroupForm renamed = new GroupForm("TEAM", "Élagage d’avant", "");
        assertThat(change.apply(ours, first, 2, renamed)).isEqualTo(new ChangeGroup.Outcome.Saved());
        assertThat(archive.apply(ours, first, false)).isEqualTo(Errors.none());
        assertThat(change.apply(ours, second, 1, renamed))
                .isInstanceOfSatisfying(
                        ChangeGroup.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.errors()).isEqualTo(taken));
    }

    @Test
    void ofTwoWhoCreateTheSameNameOneIsToldThatItIsTaken() {
        Blocked<CreateGroup.Created> second = test.database().owner().inTransaction(handle -> {
            handle.execute("LOCK TABLE audit_event IN SHARE MODE");
            Blocked.start(test.database().owner(), () -> create("GROUP", "Au même moment", ""));
            return Blocked.start(test.database().owner(), () -> create("GROUP", "au même moment", ""));
        });
        assertThat(second.result().errors()).isEqualTo(Errors.of("name", "worker.group.error.taken.GROUP"));
    }

    @Test
    void onlyASiteThatIsNotArchivedIsTheSiteOfATeam() {
        Errors wrong = Errors.of("site", "worker.group.error.site");
        GroupId site = group("SITE", "Site est");
        GroupId team = group("TEAM", "Équipe est");
        assertThat(create("TEAM", "Équipe a", site.toString()).errors()).isEqualTo(Errors.none());
        assertThat(create("TEAM", "Équipe b", team.toString()).errors()).isEqualTo(wrong);
        archive.apply(ours, site, true);
        assertThat(create("TEAM", "Équipe c", site.toString()).errors()).isEqualTo(wrong);
        CreateGroup.Created free = create("GROUP", "Groupe d", site.toString());
        assertThat(free.errors()).as("a group has no site").isEqualTo(Errors.none());
    }

    @Test
    void anOlderRevisionAnswersWithWhatWasSavedSince() {
        GroupId group = group("GROUP", "Sortie");
        change.apply(ours, group, 1, new GroupForm("GROUP", "Sortie de mai", ""));
        assertThat(change.apply(ours, group, 1, new GroupForm("GROUP", "Sortie de juin", "")))
                .isInstanceOfSatisfying(
                        ChangeGroup.Outcome.SavedSince.class,
                        since -> assertThat(since.now().name()).isEqualTo("Sortie de mai"));
        assertThat(change.apply(ours, group, 1, new GroupForm("GROUP", "Sortie de mai", "")))
                .isEqualTo(new ChangeGroup.Outcome.Saved());
    }

    @Test
    void whoIsTakenOutIsNamedAndComesBack() {
        GroupId group = group("GROUP", "Jardin");
        PersonId stays = person("Reste");
        PersonId goes = person("Part");
        add.apply(ours, group, Set.of(stays, goes));
        RemoveMembers.Removed removed = remove.apply(ours, group, Set.of(goes));
        assertThat(removed.people()).extracting(Member::name).containsExactly("Alix Part");
        assertThat(people(group)).containsExactly(stays);
        assertThat(add.apply(ours, group, Set.of(goes))).isEqualTo(1);
    }

    @Test
    void nobodyJoinsAnArchivedGroup() {
        GroupId group = group("GROUP", "Fini");
        archive.apply(ours, group, true);
        assertThatThrownBy(() -> add.apply(ours, group, Set.of(person("Tard")))).isInstanceOf(ProblemException.class);
    }

    @Test
    void anotherOrganisationNeitherSeesNorChangesIt() {
        GroupId group = group("GROUP", "Chez nous");
        PersonId person = person("Ici");
        add.apply(ours, group, Set.of(person));
        assertThatThrownBy(() -> show.apply(theirs.organisation(), group, null)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> remove.apply(theirs, group, Set.of(person))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> add.apply(theirs, group, Set.of(person))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> archive.apply(theirs, group, true)).isInstanceOf(ProblemException.class);
        PersonId stranger = new CreatePerson(platform).apply(theirs, new PersonForm("Sacha", "Ailleurs"));
        assertThat(add.apply(ours, group, Set.of(stranger))).isZero();
        assertThat(people(group)).containsExactly(person);
    }

    @Test
    void aPageStartsAfterThePersonBefore() {
        GroupId group = group("GROUP", "Grand");
        for (int i = 0; i <= Member.PAGE; i++) {
            add.apply(ours, group, Set.of(person("Page %02d".formatted(i))));
        }
        Member.Page first = show.apply(ours.organisation(), group, null).page();
        assertThat(first.people()).hasSize(Member.PAGE);
        PersonId last = first.next().orElseThrow();
        assertThat(show.apply(ours.organisation(), group, last).page().people())
                .extracting(Member::name)
                .containsExactly("Alix Page 50");
        assertThat(new ListOthers(platform.database())
                        .apply(ours.organisation(), group, "page", null)
                        .page()
                        .people())
                .isEmpty();
    }
}
