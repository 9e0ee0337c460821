package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Rights;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Members as other features may see them, in a transaction on behalf of their organisation. */
public final class Members {
    /** SQL: whether a row of {@code membership} has the right to manage, by its preset or by hand. */
    public static final String MANAGES = """
            CASE WHEN rights IS NULL THEN role IN ('ORG_ADMIN', 'NETWORK_ADMIN') ELSE 'MANAGE' = ANY (rights) END
            """;

    private static final int MOST = 500;

    /** Whether the organisation has an active administrator. */
    public boolean administered(Handle handle, OrganisationId organisation) {
        return handle.attach(MemberDao.class).administered(organisation.value());
    }

    /** An active member. */
    public record Active(AccountId id, String name, Rights rights) {}

    /** The active members, by name: a bounded number. */
    public List<Active> active(Handle handle, OrganisationId organisation) {
        return handle.attach(MemberDao.class).active(organisation.value(), MOST).stream()
                .map(member -> new Active(new AccountId(member.id()), member.displayName(), member.rights()))
                .toList();
    }

    /** Locks the rows of those who manage; before those of other members. */
    public void lockManagers(Handle handle, OrganisationId organisation) {
        handle.attach(MemberDao.class).lockManagers(organisation.value());
    }

    /** Those of these members who are active; none of them leaves before the transaction ends. */
    public Set<AccountId> lockActive(Handle handle, OrganisationId organisation, Set<AccountId> members) {
        UUID[] ids = members.stream().map(AccountId::value).toArray(UUID[]::new);
        return handle.attach(MemberDao.class).lockActive(organisation.value(), ids).stream()
                .map(AccountId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The rights of an active member, without any that are lent to them. */
    public Set<Rights.Right> ownRights(Handle handle, OrganisationId organisation, AccountId account) {
        return handle.attach(MemberDao.class)
                .find(organisation.value(), account.value())
                .filter(Member::active)
                .map(member -> member.rights().held())
                .orElse(Set.of());
    }

    /** The name of a member, deactivated ones included. */
    public Optional<String> name(Handle handle, OrganisationId organisation, AccountId account) {
        return handle.attach(MemberDao.class)
                .find(organisation.value(), account.value())
                .map(Member::displayName);
    }
}
