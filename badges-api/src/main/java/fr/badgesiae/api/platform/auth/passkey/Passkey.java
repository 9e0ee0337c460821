package fr.badgesiae.api.platform.auth.passkey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param name its owner's word for the device
 * @param backedUp whether its maker copies it to other devices of the same owner
 * @param lastUsedAt when it last opened a session; at first, when it was added
 * @param wentBackAt when its signature counter last went back, which a copy may cause; or null
 * @param here whether it opened the present session
 */
public record Passkey(
        UUID id,
        String name,
        boolean backedUp,
        Instant createdAt,
        Instant lastUsedAt,
        @Nullable Instant wentBackAt,
        boolean here) {}
