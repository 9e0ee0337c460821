package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLState;

/** A network creates an organisation that it vetted today. */
final class CreateOrganisation {
    private final Platform platform;
    private final InsertOrganisation insert;

    CreateOrganisation(Platform platform, InsertOrganisation insert) {
        this.platform = platform;
        this.insert = insert;
    }

    sealed interface Outcome {
        <T> T fold(Cases<T> cases);

        record Created(OrganisationId id) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.created(id);
            }
        }

        record SiretTaken() implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.siretTaken();
            }
        }
    }

    interface Cases<T> {
        T created(OrganisationId id);

        /** The platform has an organisation of this SIRET and kind, in whichever network. */
        T siretTaken();
    }

    Outcome apply(OrganisationId network, AccountId by, OrganisationForm form) {
        OrganisationId id = new OrganisationId(platform.ids().uuid());
        try {
            return platform.database().inOrganisation(id, handle -> create(handle, id, network, by, form));
        } catch (UnableToExecuteStatementException e) {
            // A concurrent request inserted the same SIRET between our check and our insert.
            if (e.getCause() instanceof SQLException sql
                    && PSQLState.UNIQUE_VIOLATION.getState().equals(sql.getSQLState())) {
                return new Outcome.SiretTaken();
            }
            throw e;
        }
    }

    private Outcome create(
            Handle handle, OrganisationId id, OrganisationId network, AccountId by, OrganisationForm form) {
        OrganisationDao dao = handle.attach(OrganisationDao.class);
        OrganisationKind kind = OrganisationKind.valueOf(form.kind());
        if (dao.siretTaken(form.siret(), kind)) {
            return new Outcome.SiretTaken();
        }
        Instant now = platform.clock().instant();
        FrenchZone zone = insert.insert(
                handle,
                id,
                Actor.account(by),
                kind,
                form.siret(),
                form.legalName(),
                form.publicName(),
                form.town(),
                form.departements(),
                now);
        // A membership counts in days of the organisation, like its badges.
        dao.join(platform.ids().uuid(), network.value(), id.value(), by.value(), now, zone.day(now));
        return new Outcome.Created(id);
    }
}
