package fr.badgesiae.api.account.delegation;

import fr.badgesiae.api.account.member.AccountAudit;
import fr.badgesiae.api.account.member.Members;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Rights.Right;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** A member who manages lends rights of their own to another one. What was lent to them they cannot lend. */
public final class DelegateRights {
    /** Most that run or will, of one member. */
    static final int MOST = 10;

    private final Platform platform;
    private final Members members;

    public DelegateRights(Platform platform, Members members) {
        this.platform = platform;
        this.members = members;
    }

    /**
     * @return the errors, by field
     * @throws ProblemException NOT_FOUND unless this is another active member; FORBIDDEN for whoever does not manage in their own
     *     right any more
     */
    public Errors apply(Principal by, AccountId member, DelegationForm form) {
        if (member.equals(by.account())) {
            throw ProblemException.notFound();
        }
        LocalDate today = by.zone().today(platform.clock());
        Errors errors = form.errors(today);
        if (!errors.isEmpty()) {
            return errors;
        }
        return platform.database().inOrganisation(by.organisation(), handle -> {
            // First, as acts on members do: whoever manages may be one of both.
            members.lockManagers(handle, by.organisation());
            // The act that changes or ends either membership has come before, or ends this delegation too.
            Set<AccountId> there = members.lockActive(handle, by.organisation(), Set.of(by.account(), member));
            if (!there.contains(member)) {
                throw ProblemException.notFound();
            }
            Set<Right> own = members.ownRights(handle, by.organisation(), by.account());
            if (!there.contains(by.account()) || !own.contains(Right.MANAGE)) {
                throw new ProblemException(ProblemType.FORBIDDEN, "Your rights do not include this.");
            }
            if (!own.containsAll(form.rights())) {
                return Errors.of("rights", "account.delegation.error.own");
            }
            DelegationDao dao = handle.attach(DelegationDao.class);
            UUID here = by.organisation().value();
            if (dao.openOf(here, member.value(), today) >= MOST) {
                return Errors.of("", "account.delegation.error.many", MOST);
            }
            int inserted = dao.insert(
                    platform.ids().uuid(),
                    here,
                    by.account().value(),
                    member.value(),
                    form.rights().stream().sorted().map(Enum::name).toArray(String[]::new),
                    form.firstDay().orElseThrow(),
                    form.lastDay().orElseThrow(),
                    platform.clock().instant());
            if (inserted == 1) {
                Actor actor = Actor.account(by.account());
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(
                                        by.organisation(), actor, AccountAudit.RIGHTS_DELEGATED, member.value()));
            }
            return Errors.none();
        });
    }
}
