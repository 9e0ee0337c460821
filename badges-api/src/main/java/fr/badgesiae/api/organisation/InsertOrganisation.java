package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Inserts an organisation with its audit line, keys and lists, in a transaction on behalf of that organisation. */
final class InsertOrganisation {
    private final Audit audit;
    private final Supplier<List<OrganisationCreated>> listeners;

    InsertOrganisation(Audit audit, Supplier<List<OrganisationCreated>> listeners) {
        this.audit = audit;
        this.listeners = listeners;
    }

    /**
     * Inserts it, in the time zone of its town.
     *
     * @param siret null for a network
     * @param town with its postcode, or empty
     * @param departements codes, such as {@code 59, 62}, or empty
     * @return the zone
     */
    FrenchZone insert(
            Handle handle,
            OrganisationId id,
            Actor actor,
            OrganisationKind kind,
            @Nullable String siret,
            String legalName,
            String publicName,
            String town,
            String departements,
            Instant now) {
        FrenchZone zone = FrenchZone.ofAddress(town);
        handle.attach(OrganisationDao.class)
                .insert(id.value(), kind, siret, legalName, publicName, town, zone.id(), departements, now);
        audit.record(handle, new AuditEvent(id, actor, OrganisationAudit.ORGANISATION_CREATED, id.value()));
        listeners.get().forEach(listener -> listener.created(handle, id));
        return zone;
    }
}
