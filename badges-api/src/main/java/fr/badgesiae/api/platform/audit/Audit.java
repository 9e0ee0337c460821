package fr.badgesiae.api.platform.audit;

import fr.badgesiae.api.platform.OrganisationId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes audit lines, each in the transaction of its act: both are committed or neither. */
public final class Audit {
    private final Clock clock;

    public Audit(Clock clock) {
        this.clock = clock;
    }

    public void record(Handle handle, AuditEvent event) {
        OrganisationId organisation = event.organisation();
        UUID tenant = organisation == null ? null : organisation.value();
        handle.createUpdate("""
                INSERT INTO audit_event (created_at, organisation_id, actor_kind, actor_id, code, subject_id)
                VALUES (:at, :organisation, :actorKind, :actor, :code, :subject)
                """)
                .bind("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .bindByType("organisation", tenant, UUID.class)
                .bind("actorKind", event.actor().kind().name())
                .bindByType("actor", event.actor().id(), UUID.class)
                .bind("code", event.code().name())
                .bind("subject", event.subject())
                .execute();
    }
}
