package fr.badgesiae.api.credential;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the badges that an organisation issued, newest first, a page at a time. */
final class ListCredentials {
    static final int PAGE = 50;

    private final Database database;

    ListCredentials(Database database) {
        this.database = database;
    }

    /**
     * A badge of the list.
     *
     * @param person first and last name, or empty after erasure
     * @param revokedAt null unless it was revoked
     */
    public record Line(
            UUID id,
            String achievementName,
            String person,
            Instant issuedAt,
            @Nullable Instant revokedAt) {}

    /**
     * One page.
     *
     * @param next the cursor of the next page
     */
    record Found(List<Line> lines, Optional<CredentialId> next) {}

    /**
     * @param after the last badge of the previous page, or null for the first page
     * @throws ProblemException NOT_FOUND when that badge is no issued badge of the organisation
     */
    Found apply(OrganisationId organisation, @Nullable CredentialId after) {
        List<Line> lines = database.inOrganisation(organisation, handle -> {
            CredentialDao dao = handle.attach(CredentialDao.class);
            UUID tenant = organisation.value();
            if (after == null) {
                return dao.firstPage(tenant, PAGE + 1);
            }
            List<Line> page = dao.pageAfter(tenant, after.value(), PAGE + 1);
            // Only an empty page leaves open whether the cursor exists.
            if (page.isEmpty() && !dao.isIssued(after.value(), tenant)) {
                throw ProblemException.notFound();
            }
            return page;
        });
        return lines.size() <= PAGE
                ? new Found(lines, Optional.empty())
                : new Found(
                        lines.subList(0, PAGE),
                        Optional.of(new CredentialId(lines.get(PAGE - 1).id())));
    }
}
