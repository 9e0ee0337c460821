package fr.badgesiae.api.account.delegation;

import fr.badgesiae.api.account.member.Members;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Rights.Right;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import java.util.Set;

/** Lists what was lent to a member, and what the reader could lend them. */
public final class ListDelegations {
    private static final int MOST = 20;

    private final Database database;
    private final Members members;

    public ListDelegations(Database database, Members members) {
        this.database = database;
        this.members = members;
    }

    /**
     * The delegations of a member.
     *
     * @param mine the rights that the reader can lend, in order; none to themselves
     */
    public record Listed(String name, List<Delegation> delegations, List<Right> mine) {}

    /** @throws ProblemException NOT_FOUND unless this is an active member */
    public Listed apply(Principal reader, AccountId member) {
        return database.inOrganisation(reader.organisation(), handle -> {
            List<Members.Active> active = members.active(handle, reader.organisation());
            Members.Active shown = active.stream()
                    .filter(one -> one.id().equals(member))
                    .findFirst()
                    .orElseThrow(ProblemException::notFound);
            Set<Right> own = active.stream()
                    .filter(one -> one.id().equals(reader.account()))
                    .findFirst()
                    .map(one -> one.rights().held())
                    .orElse(Set.of());
            List<Right> mine = member.equals(reader.account()) || !own.contains(Right.MANAGE)
                    ? List.of()
                    : DelegationForm.LENT.stream().filter(own::contains).toList();
            return new Listed(
                    shown.name(),
                    handle.attach(DelegationDao.class).of(reader.organisation().value(), member.value(), MOST),
                    mine);
        });
    }
}
