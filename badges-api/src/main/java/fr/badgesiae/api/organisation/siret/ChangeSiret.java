package fr.badgesiae.api.organisation.siret;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLState;

/**
 * A network changes the SIRET of an organisation that it vets, and keeps the earlier one. What was signed does not change: it
 * is judged by the DID of its issuer.
 */
final class ChangeSiret {
    private final Platform platform;

    ChangeSiret(Platform platform) {
        this.platform = platform;
    }

    enum Outcome {
        CHANGED,
        /** Another organisation of this kind has this SIRET or had it, in whichever network. */
        TAKEN,
        /** The day is before the change that came last. */
        TOO_EARLY,
        /** Another request changed it; nothing is changed by this one. */
        CHANGED_SINCE
    }

    /**
     * @param from the SIRET that was read
     * @param siret a valid one
     * @param day the first day of the new one
     * @throws ProblemException NOT_FOUND for another network's organisation
     */
    Outcome apply(
            OrganisationId network,
            AccountId by,
            OrganisationId organisation,
            String from,
            String siret,
            LocalDate day) {
        try {
            return platform.database().inOrganisation(network, handle -> {
                SiretDao dao = handle.attach(SiretDao.class);
                SiretDao.SiretRow found =
                        dao.enter(network.value(), organisation.value()).orElseThrow(ProblemException::notFound);
                return found.siret().equals(siret)
                        ? Outcome.CHANGED
                        : change(handle, dao, organisation, by, from, siret, day);
            });
        } catch (UnableToExecuteStatementException e) {
            // A concurrent request took the same SIRET between our check and our update.
            if (e.getCause() instanceof SQLException sql
                    && PSQLState.UNIQUE_VIOLATION.getState().equals(sql.getSQLState())) {
                return Outcome.TAKEN;
            }
            throw e;
        }
    }

    private Outcome change(
            Handle handle,
            SiretDao dao,
            OrganisationId organisation,
            AccountId by,
            String from,
            String siret,
            LocalDate day) {
        if (dao.taken(organisation.value(), siret)) {
            return Outcome.TAKEN;
        }
        // A concurrent change after this one is read makes the update find another SIRET.
        List<EarlierSiret> earlier = dao.earlier(organisation.value());
        if (!earlier.isEmpty() && day.isBefore(earlier.get(0).until())) {
            return Outcome.TOO_EARLY;
        }
        Instant now = platform.clock().instant();
        if (dao.change(organisation.value(), from, siret, now) == 0) {
            return Outcome.CHANGED_SINCE;
        }
        dao.keep(platform.ids().uuid(), organisation.value(), from, day, now);
        platform.audit()
                .record(
                        handle,
                        new AuditEvent(
                                organisation, Actor.account(by), SiretAudit.SIRET_CHANGED, organisation.value()));
        return Outcome.CHANGED;
    }
}
