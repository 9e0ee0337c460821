package fr.badgesiae.api.credential;

import fr.badgesiae.api.credential.history.BadgeAct;
import fr.badgesiae.api.credential.successor.SupersedeCredential;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads one released badge for the desk; a badge in preparation is not shown there. */
public final class ShowCredential {
    private final Database database;
    private final Credentials credentials;

    ShowCredential(Database database, Credentials credentials) {
        this.database = database;
        this.credentials = credentials;
    }

    /**
     * A released badge.
     *
     * @param person first and last name, or empty after erasure
     * @param privateNote the organisation's note on the revocation, or null
     * @param town of the organisation, or empty
     * @param renewedBy the badge that took its place, or null
     * @param renewal an offer that would renew it and waits for an answer, or null
     * @param acts what happened to it, oldest first
     * @param document the signed JSON exactly as released
     */
    public record Shown(
            IssuedCredential credential,
            String person,
            String town,
            @Nullable String privateNote,
            @Nullable CredentialId renewedBy,
            @Nullable UUID renewal,
            List<BadgeAct> acts,
            String document) {}

    /**
     * Reads it; of one whose name was corrected, the badge that stands in its place.
     *
     * @throws ProblemException NOT_FOUND when the organisation released no such badge
     */
    public Shown apply(OrganisationId organisation, CredentialId id) {
        return database.inOrganisation(organisation, handle -> {
            CredentialDao.ReleasedRow row = find(handle, organisation, id).orElseThrow(ProblemException::notFound);
            UUID renewedBy = row.renewedBy();
            IssuedCredential badge = credentials.read(row.credential());
            return new Shown(
                    badge,
                    row.person(),
                    row.town(),
                    row.credential().privateNote(),
                    renewedBy == null ? null : new CredentialId(renewedBy),
                    row.renewal(),
                    BadgeAct.list(handle, organisation, row.credential().id()),
                    row.document());
        });
    }

    private static Optional<CredentialDao.ReleasedRow> find(
            Handle handle, OrganisationId organisation, CredentialId id) {
        CredentialDao dao = handle.attach(CredentialDao.class);
        return dao.released(id.value(), organisation.value())
                .or(() -> SupersedeCredential.current(handle, organisation, id.value())
                        .flatMap(now -> dao.released(now, organisation.value())));
    }
}
