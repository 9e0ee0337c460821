package fr.badgesiae.api.holder;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code holder_access}: the card in force. The sealed code is null once its holder keeps the card. */
@SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
public record CardRow(UUID id, byte @Nullable [] codeSealed, String pinHash) {}
