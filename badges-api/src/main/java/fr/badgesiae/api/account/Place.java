package fr.badgesiae.api.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that an account works for.
 *
 * @param openedAt when it was opened last, or null
 */
public record Place(
        UUID organisationId, String name, @Nullable Instant openedAt) {}
