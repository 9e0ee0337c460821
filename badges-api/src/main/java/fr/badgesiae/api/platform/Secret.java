package fr.badgesiae.api.platform;

/** A value whose text form is redacted, so that no log shows it by accident. */
public record Secret<T>(T value) {
    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
