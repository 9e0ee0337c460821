package fr.badgesiae.api.account;

import fr.badgesiae.api.account.member.AccountAudit;
import fr.badgesiae.api.organisation.OrganisationKind;
import fr.badgesiae.api.organisation.OrganisationModule;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Role;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The invented network, organisations and members of a demonstration. */
public final class DemonstrationAccounts {
    private final Platform platform;
    private final OrganisationModule organisations;

    DemonstrationAccounts(Platform platform, OrganisationModule organisations) {
        this.platform = platform;
        this.organisations = organisations;
    }

    /** One invented member and their organisation. */
    public record Member(OrganisationId organisation, AccountId account) {}

    /** All invented members. */
    public record People(
            Member networkAdmin,
            Member firstAdmin,
            Member firstCounsellor,
            Member secondAdmin,
            Member secondCounsellor) {}

    /**
     * Creates them in an empty database, with the logins {@code reseau}, {@code direction}, {@code conseil}, {@code
     * direction2} and {@code conseil2}.
     *
     * @param passwords the password for a login
     */
    public People seed(UnaryOperator<String> passwords) {
        OrganisationId network = platform.database().inPublic(handle -> {
            OrganisationId id = organisations.networks().oldestOrNew(handle, "Réseau Exemple");
            platform.audit()
                    .record(handle, new AuditEvent(id, Actor.SYSTEM, AccountAudit.DEMONSTRATION_SEEDED, id.value()));
            return id;
        });
        Member admin = member(network, "reseau", "Noa Réseau", Role.NETWORK_ADMIN, passwords);
        OrganisationId first = organisations.demonstration(
                network, admin.account(), OrganisationKind.ACI, "90000000100009", "Atelier des Deux Rives");
        OrganisationId second = organisations.demonstration(
                network, admin.account(), OrganisationKind.EI, "90000000200007", "Jardins de l’Exemple");
        return new People(
                admin,
                member(first, "direction", "Camille Direction", Role.ORG_ADMIN, passwords),
                member(first, "conseil", "Dominique Conseil", Role.COUNSELLOR, passwords),
                member(second, "direction2", "Charlie Direction", Role.ORG_ADMIN, passwords),
                member(second, "conseil2", "Morgan Conseil", Role.COUNSELLOR, passwords));
    }

    private Member member(
            OrganisationId organisation, String login, String name, Role role, UnaryOperator<String> passwords) {
        UUID account = platform.ids().uuid();
        String hash = platform.passwords().hash(passwords.apply(login));
        Instant now = platform.clock().instant();
        return platform.database().inOrganisation(organisation, handle -> {
            AccountDao dao = handle.attach(AccountDao.class);
            dao.insertAccount(account, login, name, hash, now);
            dao.insertMembership(platform.ids().uuid(), organisation.value(), account, role.name(), now);
            platform.audit()
                    .record(handle, new AuditEvent(organisation, Actor.SYSTEM, AccountAudit.MEMBER_JOINED, account));
            return new Member(organisation, new AccountId(account));
        });
    }
}
