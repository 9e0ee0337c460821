package fr.badgesiae.api.platform.audit;

import fr.badgesiae.api.platform.OrganisationId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** Writes audit lines, each in the transaction of its act: both are committed or neither. */
public final class Audit {
    private static final String INSERT = """
            INSERT INTO audit_event (created_at, organisation_id, actor_kind, actor_id, code, subject_id)
            VALUES (:at, :organisation, :actorKind, :actor, :code, :subject)
            """;

    private final Clock clock;

    public Audit(Clock clock) {
        this.clock = clock;
    }

    public void record(Handle handle, AuditEvent event) {
        bind(handle.createUpdate(INSERT), event).execute();
    }

    /** The lines of one act on many, sent to the database together. */
    public void recordAll(Handle handle, List<AuditEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(INSERT);
        events.forEach(event -> bind(batch, event).add());
        batch.execute();
    }

    private <S extends SqlStatement<S>> S bind(S statement, AuditEvent event) {
        OrganisationId organisation = event.organisation();
        UUID tenant = organisation == null ? null : organisation.value();
        return statement
                .bind("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .bindByType("organisation", tenant, UUID.class)
                .bind("actorKind", event.actor().kind().name())
                .bindByType("actor", event.actor().id(), UUID.class)
                .bind("code", event.code().name())
                .bind("subject", event.subject());
    }
}
