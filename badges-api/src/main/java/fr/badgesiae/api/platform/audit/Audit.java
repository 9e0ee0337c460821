package fr.badgesiae.api.platform.audit;

import fr.badgesiae.api.platform.OrganisationId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes audit lines, each in the transaction of its act: both are committed or neither. */
public final class Audit {
    private static final String INSERT = """
            INSERT INTO audit_event (created_at, organisation_id, actor_kind, actor_id, code, subject_id)
            VALUES (:at, :organisation, :actorKind, :actor, :code, :subject)
            """;

    private static final String INSERT_ALL = """
            INSERT INTO audit_event (created_at, organisation_id, actor_kind, actor_id, code, subject_id)
            SELECT :at, e.organisation, e.actor_kind, e.actor, e.code, e.subject
            FROM unnest(:organisations, :actorKinds, :actors, :codes, :subjects) WITH ORDINALITY
                AS e (organisation, actor_kind, actor, code, subject, place)
            ORDER BY e.place
            """;

    private final Clock clock;

    public Audit(Clock clock) {
        this.clock = clock;
    }

    public void record(Handle handle, AuditEvent event) {
        handle.createUpdate(INSERT)
                .bind("at", now())
                .bindByType("organisation", tenant(event), UUID.class)
                .bind("actorKind", event.actor().kind().name())
                .bindByType("actor", event.actor().id(), UUID.class)
                .bind("code", event.code().name())
                .bind("subject", event.subject())
                .execute();
    }

    /** The lines of one act on many, in their order, in one statement. */
    public void recordAll(Handle handle, List<AuditEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        handle.createUpdate(INSERT_ALL)
                .bind("at", now())
                .bind("organisations", events.stream().map(Audit::tenant).toArray(UUID[]::new))
                .bind(
                        "actorKinds",
                        events.stream()
                                .map(event -> event.actor().kind().name())
                                .toArray(String[]::new))
                .bind("actors", events.stream().map(event -> event.actor().id()).toArray(UUID[]::new))
                .bind("codes", events.stream().map(event -> event.code().name()).toArray(String[]::new))
                .bind("subjects", events.stream().map(AuditEvent::subject).toArray(UUID[]::new))
                .execute();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static @Nullable UUID tenant(AuditEvent event) {
        OrganisationId organisation = event.organisation();
        return organisation == null ? null : organisation.value();
    }
}
