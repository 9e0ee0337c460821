package fr.badgesiae.api.holder.imported;

import fr.badgesiae.verifier.Headline;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A badge from elsewhere, whole.
 *
 * @param names those of its holder on our badges and at the desk, one a line; null where none is known
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
public record ImportedRow(
        UUID id,
        boolean pending,
        ImportedForm form,
        byte[] file,
        byte[] facts,
        Headline headline,
        boolean known,
        @Nullable Instant checkedAt,
        Instant createdAt,
        @Nullable String names) {}
