package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signed badge behind an open share link of ours. A photograph of our own QR code is thus verified without a request to
 * ourselves. The page at the link names the same file.
 */
final class SharedDocuments implements DocumentSource {
    private static final Pattern SHARE =
            Pattern.compile("/v/([0-9A-Za-z-]{16,40}(?:\\.[1-9][0-9]?)?)(?:/badge\\.json)?");
    private static final OpenShare.Cases<Optional<PublishedDocument>> DOCUMENT = new OpenShare.Cases<>() {
        @Override
        public Optional<PublishedDocument> found(SharedBadge badge) {
            return Optional.of(PublishedDocument.of("application/vc", badge.document(), 0));
        }

        /** Each of them has an address of its own. */
        @Override
        public Optional<PublishedDocument> several(OpenShare.Several portfolio) {
            return Optional.empty();
        }

        @Override
        public Optional<PublishedDocument> ended() {
            return Optional.empty();
        }

        @Override
        public Optional<PublishedDocument> unknown() {
            return Optional.empty();
        }
    };

    private final Settings settings;
    private final OpenShare open;

    SharedDocuments(Settings settings, OpenShare open) {
        this.settings = settings;
        this.open = open;
    }

    @Override
    public Optional<PublishedDocument> published(URI uri) {
        String path = settings.pathOf(uri.toString());
        Matcher share = SHARE.matcher(path == null ? "" : path);
        return share.matches() ? open.apply(share.group(1)).fold(DOCUMENT) : Optional.empty();
    }
}
