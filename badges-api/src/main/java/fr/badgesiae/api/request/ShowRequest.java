package fr.badgesiae.api.request;

import fr.badgesiae.api.offer.asked.RequestId;
import fr.badgesiae.api.person.team.AssignedPeople;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads one request with the badges that an offer can be of. A member who awards nothing reads their own requests alone. */
public final class ShowRequest {
    private final Platform platform;

    ShowRequest(Platform platform) {
        this.platform = platform;
    }

    /** @param badges names by id */
    public record Shown(BadgeRequest request, Map<String, String> badges) {}

    /** @throws ProblemException NOT_FOUND for a request of another organisation, or that this member may not read */
    public Shown apply(Principal by, RequestId id) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            RequestDao dao = handle.attach(RequestDao.class);
            BadgeRequest request = dao.find(id.value(), by.organisation().value())
                    .map(BadgeRequest::of)
                    .filter(found -> by.may(Permission.AWARD)
                            || (by.account().equals(found.askedBy())
                                    && AssignedPeople.mayActOn(handle, by, found.person())))
                    .orElseThrow(ProblemException::notFound);
            Map<String, String> badges = new LinkedHashMap<>();
            if (request.state().open() && by.may(Permission.AWARD)) {
                dao.badges(by.organisation().value())
                        .forEach(badge -> badges.put(badge.id().toString(), badge.name()));
            }
            return new Shown(request, badges);
        });
    }
}
