package fr.badgesiae.api.platform.audit;

/** What was done: one of the closed list of a feature, which is an enum. The kind of the subject follows from the code. */
public interface AuditCode {
    /** Stored in {@code audit_event.code}; unique over all features. */
    String name();
}
