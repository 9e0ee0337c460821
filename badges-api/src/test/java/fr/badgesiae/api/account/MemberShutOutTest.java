package fr.badgesiae.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.account.leaving.DeactivateMember;
import fr.badgesiae.api.account.member.CreatePasswordLink;
import fr.badgesiae.api.account.member.FindLink;
import fr.badgesiae.api.account.member.Links;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.db.Blocked;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member is deactivated, or changes their password, while somebody with the old password signs in. */
class MemberShutOutTest {
    private static final String PASSWORD = "cheval agrafe pluie";
    private static final String OTHER = "nuage tabouret sifflet";

    private static final String MEMBERSHIP = "membership WHERE account_id";
    private static final String ACCOUNT = "account WHERE id";

    private TestPlatform setup;
    private Platform platform;
    private Sessions sessions;
    private Jdbi owner;
    private OrganisationId organisation;
    private AccountId member;
    private AccountId manager;
    private Principal principal;

    @BeforeEach
    void open() {
        setup = TestPlatform.fresh();
        platform = setup.platform();
        owner = setup.database().owner();
        sessions = new Sessions(
                platform.database(), platform.settings(), platform.vault(), platform.ids(), platform.clock());
        organisation = setup.organisation("Atelier des Deux Rives");
        member = setup.member(organisation);
        manager = setup.member(organisation);
        principal = new Principal(member, organisation, Role.COUNSELLOR, "Alix", "Atelier", UUID.randomUUID());
        owner.useHandle(handle ->
                handle.execute("UPDATE membership SET role = 'ORG_ADMIN' WHERE account_id = ?", manager.value()));
        owner.useHandle(handle -> handle.execute(
                "UPDATE account SET login = 'alix', password_hash = ? WHERE id = ?",
                platform.passwords().hash(PASSWORD),
                member.value()));
    }

    @AfterEach
    void close() {
        setup.close();
    }

    private Object deactivate() {
        return new DeactivateMember(platform, sessions, List::of)
                .apply(organisation, manager, member, Optional.empty());
    }

    private ChangePassword.Outcome change() {
        return new ChangePassword(platform, platform.throttles().signIn(), sessions).apply(principal, PASSWORD, OTHER);
    }

    private SignIn.Outcome signIn() {
        return new SignIn(platform, platform.throttles().signIn(), sessions).apply("alix", PASSWORD, Client.unknown());
    }

    private Object wake() {
        return new WakeDesk(platform, platform.throttles().signIn(), sessions).apply(principal, PASSWORD);
    }

    private long open(AccountId account) {
        return owner.withHandle(
                handle -> handle.select("SELECT count(*) FROM session WHERE account_id = ?", account.value())
                        .mapTo(Long.class)
                        .one());
    }

    /** Both wait for a row of the member: what shuts out first, then the other, whose password was compared before. */
    private <T> T after(String row, Callable<?> shutsOut, Callable<T> act) {
        List<Blocked<?>> first = new ArrayList<>();
        Blocked<T> other = owner.inTransaction(handle -> {
            handle.execute("SELECT FROM " + row + " = ? FOR UPDATE", member.value());
            first.add(Blocked.start(owner, shutsOut));
            assertThat(first.get(0).isWaiting()).isTrue();
            Blocked<T> started = Blocked.start(owner, act);
            assertThat(started.isWaiting()).isTrue();
            return started;
        });
        first.get(0).result();
        return other.result();
    }

    @Test
    void whoeverSignsInBesideTheirDeactivationGetsNoSession() {
        assertThat(after(MEMBERSHIP, this::deactivate, this::signIn)).isInstanceOf(SignIn.Outcome.Wrong.class);
        assertThat(open(member)).isZero();
    }

    @Test
    void whoeverSignsInWithThePasswordOfBeforeGetsNoSession() {
        assertThat(after(ACCOUNT, this::change, this::signIn)).isInstanceOf(SignIn.Outcome.Wrong.class);
        assertThat(open(member)).as("of whoever changed it alone").isEqualTo(1);
    }

    @Test
    void aDeskIsNotTakenBackWithThePasswordOfBefore() {
        assertThat(after(ACCOUNT, this::change, this::wake)).isEqualTo(Optional.empty());
        assertThat(open(member)).isEqualTo(1);
    }

    @Test
    void twoChangesFromOnePasswordAreOne() {
        assertThat(after(ACCOUNT, this::change, this::change)).isInstanceOf(ChangePassword.Outcome.Refused.class);
        assertThat(open(member)).isEqualTo(1);
    }

    /** The session of before does not escape into another organisation. */
    @Test
    void whoeverChangesTheOrganisationWithThePasswordOfBeforeGetsNoSession() {
        OrganisationId place = alsoWorksElsewhere();
        signIn();
        UUID session = owner.withHandle(handle ->
                handle.select("SELECT id FROM session").mapTo(UUID.class).one());
        Principal old = new Principal(member, organisation, Role.COUNSELLOR, "Alix", "Atelier", session);

        Callable<?> enter = () -> new EnterPlace(platform, sessions).apply(old, place);

        assertThatThrownBy(() -> after(ACCOUNT, this::change, enter)).isInstanceOf(ProblemException.class);
        assertThat(open(member)).as("of whoever changed it alone").isEqualTo(1);
    }

    /** The account joins another organisation at the moment in which a link of the first one is used. */
    @Test
    void aLinkGivesNoWayIntoTheDeskThatTheAccountJoinsAtThisMoment() {
        Links links = new Links(platform);
        String address = new CreatePasswordLink(platform.database(), links)
                .apply(organisation, manager, member)
                .orElseThrow();
        FindLink.Found found = new FindLink(platform, new Organisations(platform.database()))
                .apply(address.replaceFirst(".*/", ""))
                .orElseThrow();

        Blocked<?> reset = owner.inTransaction(handle -> {
            handle.execute("SELECT FROM account WHERE id = ? FOR SHARE", member.value());
            Blocked<?> started =
                    Blocked.start(owner, () -> new ResetPassword(platform, links, sessions).apply(found, OTHER));
            assertThat(started.isWaiting()).isTrue();
            alsoWorksElsewhere();
            return started;
        });

        assertThatThrownBy(reset::result).isInstanceOf(ProblemException.class);
        assertThat(open(member)).isZero();
    }

    private OrganisationId alsoWorksElsewhere() {
        OrganisationId place = setup.organisation("Jardins de l’Exemple");
        owner.useHandle(handle -> handle.execute(
                "INSERT INTO membership (id, organisation_id, account_id, role, created_at)"
                        + " VALUES (gen_random_uuid(), ?, ?, 'COUNSELLOR', now())",
                place.value(),
                member.value()));
        return place;
    }

    @Test
    void whoeverSignsInFirstIsSignedOutByTheDeactivation() {
        assertThat(signIn()).isInstanceOf(SignIn.Outcome.SignedIn.class);
        deactivate();
        assertThat(open(member)).isZero();
    }
}
