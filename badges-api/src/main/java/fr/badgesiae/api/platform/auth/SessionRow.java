package fr.badgesiae.api.platform.auth;

import java.util.UUID;

/** A valid session as returned by {@code resume_session}. Its kind decides which ids are set. */
public record SessionRow(
        UUID sessionId,
        SessionKind kind,
        UUID organisationId,
        UUID accountId,
        UUID holderId,
        UUID offerId,
        boolean asleep,
        String role,
        String displayName,
        String place) {}
