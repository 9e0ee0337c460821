package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLState;

/** Brings an organisation into being, with its keys and lists, in one transaction. */
public final class CreateOrganisation {
    static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final Platform platform;
    private final Supplier<List<OrganisationCreated>> listeners;

    CreateOrganisation(Platform platform, Supplier<List<OrganisationCreated>> listeners) {
        this.platform = platform;
        this.listeners = listeners;
    }

    /**
     * An organisation that this network vetted today.
     *
     * @return empty where the platform already has this SIRET under this kind
     */
    public Optional<OrganisationId> create(OrganisationId network, AccountId by, OrganisationForm form) {
        OrganisationId id = new OrganisationId(platform.ids().uuid());
        try {
            return platform.database().inOrganisation(id, handle -> {
                OrganisationDao dao = handle.attach(OrganisationDao.class);
                if (dao.siretTaken(form.siret(), form.kind())) {
                    return Optional.empty();
                }
                Instant now = platform.clock().instant();
                dao.insert(id.value(), form.kind(), form.siret(), form.legalName(), form.publicName(), now);
                dao.join(
                        platform.ids().uuid(),
                        network.value(),
                        id.value(),
                        by.value(),
                        now,
                        LocalDate.ofInstant(now, FRANCE));
                created(handle, id, Actor.account(by));
                return Optional.of(id);
            });
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof java.sql.SQLException sql
                    && PSQLState.UNIQUE_VIOLATION.getState().equals(sql.getSQLState())) {
                return Optional.empty(); // somebody else was faster between our look and our insert
            }
            throw e;
        }
    }

    /** The network of an installation's first administrator: the oldest one there is, or a new one of this name. */
    public OrganisationId network(String name) {
        Optional<UUID> oldest = platform.database()
                .inPublic(handle -> handle.attach(OrganisationDao.class).firstNetwork());
        if (oldest.isPresent()) {
            return new OrganisationId(oldest.get());
        }
        OrganisationId id = new OrganisationId(platform.ids().uuid());
        return platform.database().inOrganisation(id, handle -> {
            handle.attach(OrganisationDao.class)
                    .insert(
                            id.value(),
                            "NETWORK",
                            null,
                            name,
                            name,
                            platform.clock().instant());
            created(handle, id, Actor.SYSTEM);
            return id;
        });
    }

    private void created(Handle handle, OrganisationId id, Actor actor) {
        platform.audit().record(handle, new AuditEvent(id, actor, AuditCode.ORGANISATION_CREATED, id.value()));
        listeners.get().forEach(listener -> listener.created(handle, id));
    }
}
