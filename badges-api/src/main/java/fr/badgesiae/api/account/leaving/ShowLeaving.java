package fr.badgesiae.api.account.leaving;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.todo.OpenWork;
import java.util.List;
import java.util.function.Supplier;

/** Reads what waits for a member, and who may take it over. */
public final class ShowLeaving {
    private final Platform platform;
    private final Handover handover;

    /** @param work of all features */
    public ShowLeaving(Platform platform, Supplier<List<OpenWork>> work) {
        this.platform = platform;
        this.handover = new Handover(work);
    }

    /**
     * @param name of the member
     * @param takers the other members who award, or all others where nobody else does
     * @param lastManager whether nobody would manage the organisation any more
     */
    record Shown(String name, List<Handover.Line> work, List<LeavingDao.MemberRow> takers, boolean lastManager) {}

    /** @throws ProblemException NOT_FOUND unless this is an active member */
    Shown apply(OrganisationId organisation, AccountId member) {
        return platform.database().inOrganisation(organisation, handle -> {
            List<LeavingDao.MemberRow> active = handle.attach(LeavingDao.class).active(organisation.value());
            LeavingDao.MemberRow leaving = active.stream()
                    .filter(row -> row.id().equals(member.value()))
                    .findFirst()
                    .orElseThrow(ProblemException::notFound);
            List<LeavingDao.MemberRow> others =
                    active.stream().filter(row -> !row.equals(leaving)).toList();
            List<LeavingDao.MemberRow> awarding = others.stream()
                    .filter(row -> row.rights().may(Permission.AWARD))
                    .toList();
            return new Shown(
                    leaving.name(),
                    handover.of(
                            handle,
                            organisation.value(),
                            member.value(),
                            platform.clock().instant()),
                    awarding.isEmpty() ? others : awarding,
                    manages(leaving) && others.stream().noneMatch(ShowLeaving::manages));
        });
    }

    private static boolean manages(LeavingDao.MemberRow member) {
        return member.rights().may(Permission.JOURNAL);
    }
}
