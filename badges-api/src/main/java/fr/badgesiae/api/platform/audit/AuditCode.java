package fr.badgesiae.api.platform.audit;

/** The code of an audited act. Each feature has an enum of its codes; the code implies the kind of the subject. */
public interface AuditCode {
    /** Stored in {@code audit_event.code}; unique over all features. */
    String name();
}
