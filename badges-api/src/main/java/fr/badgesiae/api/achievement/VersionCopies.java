package fr.badgesiae.api.achievement;

import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.documents.Copies;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Copies of published versions on this node: they are served while the database does not answer. A version never changes. All
 * texts are copied ahead, images once somebody asks.
 */
final class VersionCopies {
    /** 40,000 versions, ten for each of 4,000 organisations, need about 36 MB. */
    private static final long MOST_BYTES = 64L << 20;

    private static final long MOST_IMAGE_BYTES = 16L << 20;
    private static final long MOST_NAME_BYTES = 2L << 20;
    private static final Duration KEPT = Duration.ofDays(1);

    private final Copies<Key, Text> texts;
    private final Copies<Key, StoredImage> images;
    private final Copies<OrganisationId, String> publishers;

    VersionCopies(Clock clock) {
        this.texts = new Copies<>(clock, KEPT, MOST_BYTES, text -> text.content().length);
        this.images = new Copies<>(clock, KEPT, MOST_IMAGE_BYTES, image -> image.bytes().length);
        // the page shows a change at once
        this.publishers = new Copies<>(clock, Duration.ZERO, MOST_NAME_BYTES, String::length);
    }

    Optional<VersionRow> text(UUID achievement, int version, Supplier<Optional<VersionRow>> read) {
        Key key = new Key(achievement, version);
        return texts.get(key, () -> read.get().map(Text::of)).map(text -> text.row(key));
    }

    void keep(VersionRow row) {
        texts.keep(new Key(row.achievementId(), row.version()), Text.of(row));
    }

    Optional<StoredImage> image(UUID achievement, int version, Supplier<Optional<StoredImage>> read) {
        return images.get(new Key(achievement, version), read);
    }

    /** The public name of who publishes. */
    Optional<String> publisher(OrganisationId organisation, Supplier<Optional<String>> read) {
        return publishers.get(organisation, read);
    }

    private record Key(UUID achievement, int version) {}

    /** A row in half the memory: its content in UTF-8. */
    @SuppressWarnings("ArrayRecordComponent") // a copy; never compared
    private record Text(UUID id, UUID organisation, byte[] content, String imageType, Instant publishedAt) {
        static Text of(VersionRow row) {
            return new Text(
                    row.id(),
                    row.organisationId(),
                    row.content().getBytes(StandardCharsets.UTF_8),
                    row.imageType().intern(),
                    row.publishedAt());
        }

        VersionRow row(Key key) {
            return new VersionRow(
                    id,
                    key.achievement(),
                    organisation,
                    key.version(),
                    new String(content, StandardCharsets.UTF_8),
                    imageType,
                    publishedAt);
        }
    }
}
