package fr.badgesiae.api.platform;

/** A value that must not reach a log by accident. */
public record Secret<T>(T value) {
    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
