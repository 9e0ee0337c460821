package fr.badgesiae.api.wallet.sdjwt;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.Sha256;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * The type of all badges as SD-JWT VC, and its metadata (SD-JWT VC, section 6). Signed badges contain the digest of these bytes:
 * they never change. Another text is another type, with the next number in its path.
 */
public final class BadgeType implements DocumentSource {
    public static final String PATH = "/vct/badge/1";

    private static final int MAX_AGE = 86_400;
    private static final String PLACE = "{vct}";

    private final String url;
    private final PublishedDocument document;
    private final String integrity;

    public BadgeType(Settings settings) {
        this.url = settings.url(PATH);
        this.document = PublishedDocument.of("application/json", template().replace(PLACE, url), MAX_AGE);
        this.integrity = "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(document.body()));
    }

    /** The {@code vct}. */
    public String url() {
        return url;
    }

    /** The {@code vct#integrity}: a digest as in Subresource Integrity. */
    public String integrity() {
        return integrity;
    }

    /** The type metadata. */
    public PublishedDocument document() {
        return document;
    }

    @Override
    public Optional<PublishedDocument> published(URI uri) {
        return uri.toString().equals(url) ? Optional.of(document) : Optional.empty();
    }

    private static String template() {
        try (InputStream file = BadgeType.class.getResourceAsStream("badge-1.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the type metadata does not read", e);
        }
    }
}
