package fr.badgesiae.api.account.delegation;

import fr.badgesiae.api.platform.auth.Rights.Right;
import fr.badgesiae.api.platform.auth.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Rights lent to a member.
 *
 * @param lender the name of who lends them
 * @param lenderRole their preset
 * @param member the account to which they are lent
 * @param endsOn the last day
 * @param ended whether it was ended before that day
 */
public record Delegation(
        UUID id,
        String lender,
        Role lenderRole,
        UUID member,
        String name,
        Role role,
        List<Right> rights,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean ended) {
    /** Where it stands on a day. */
    public enum State {
        COMING,
        RUNNING,
        OVER,
        ENDED
    }

    public State state(LocalDate today) {
        if (ended) {
            return State.ENDED;
        }
        if (endsOn.isBefore(today)) {
            return State.OVER;
        }
        return startsOn.isAfter(today) ? State.COMING : State.RUNNING;
    }

    /** Whether it can still be ended. */
    public boolean open(LocalDate today) {
        return !ended && !endsOn.isBefore(today);
    }

    public String path() {
        return "/app/members/" + member + "/delegations";
    }
}
