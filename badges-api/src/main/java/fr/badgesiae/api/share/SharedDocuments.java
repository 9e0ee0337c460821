package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signed badge behind a share link of ours, so that a photograph of our own QR code is judged without a request to
 * ourselves; the page at the link names the same file. Ends with the link.
 */
final class SharedDocuments implements DocumentSource {
    private static final Pattern SHARE = Pattern.compile("/v/([0-9A-Za-z-]{16,40})(?:/badge\\.json)?");

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
        return share.matches() ? badge(share.group(1)) : Optional.empty();
    }

    private Optional<PublishedDocument> badge(String code) {
        try {
            String text = open.open(code).document();
            return Optional.of(PublishedDocument.of("application/vc", text, 0));
        } catch (ProblemException ended) {
            return Optional.empty();
        }
    }
}
