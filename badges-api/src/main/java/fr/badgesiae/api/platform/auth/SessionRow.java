package fr.badgesiae.api.platform.auth;

import java.util.UUID;

/** A living session as {@code resume_session} finds it; which ids are there depends on its kind. */
public record SessionRow(
        UUID sessionId,
        String kind,
        UUID organisationId,
        UUID accountId,
        UUID holderId,
        UUID offerId,
        boolean asleep,
        String role,
        String displayName,
        String place) {}
