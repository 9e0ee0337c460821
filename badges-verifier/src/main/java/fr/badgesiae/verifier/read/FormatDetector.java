package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.bake.Unbaker;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Detects the format of a submission and reads its badge. The format is detected from the content; the declared media type
 * is ignored. Follows the URLs of images, texts and web pages, a few steps at most. One instance for each submission.
 */
final class FormatDetector {
    /** The most URLs followed in a row. */
    static final int MAX_STEPS = 3;

    private static final String FOLLOWED = "format.fetchedFrom";

    private final Fetcher fetcher;
    private final BadgeFinder finder;
    private int steps;

    FormatDetector(Fetcher fetcher, BadgeFinder finder) {
        this.fetcher = fetcher;
        this.finder = finder;
    }

    ReadResult bytes(byte[] bytes) {
        if (Unbaker.isPng(bytes)) {
            return image(InputKind.PNG, bytes);
        }
        if (FileSignatures.isJpeg(bytes)) {
            return image(InputKind.JPEG, bytes);
        }
        if (FileSignatures.isPdf(bytes)) {
            return image(InputKind.PDF, bytes);
        }
        if (Unbaker.isSvg(bytes)) {
            return new BakedReader(this, finder).read(InputKind.SVG, bytes);
        }
        Optional<String> other = FileSignatures.otherImage(bytes);
        return other.isPresent()
                ? ReadResult.inconclusive(
                        InputKind.UNKNOWN, ReasonCode.FORMAT_IMAGE_TYPE_NOT_EXAMINED.with(other.get()))
                : text(bytes);
    }

    /** JSON, a JWS, or the URL of either. */
    ReadResult text(byte[] bytes) {
        Optional<URI> address = LinkReader.address(bytes);
        if (address.isPresent()) {
            return follow(address.get());
        }
        return LinkReader.isPage(bytes)
                ? ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_WEB_PAGE.with())
                : CredentialReader.readSubmitted(bytes);
    }

    private ReadResult image(InputKind kind, byte[] bytes) {
        if (bytes.length > SubmissionReader.MAX_IMAGE_BYTES) {
            return ReadResult.inconclusive(
                    kind, ReasonCode.FORMAT_IMAGE_TOO_LARGE.with(Integer.toString(SubmissionReader.MAX_IMAGE_BYTES)));
        }
        return switch (kind) {
            case PNG -> new BakedReader(this, finder).read(kind, bytes);
            case PDF -> new PictureReader(this, finder).pdf(bytes);
            default -> new PictureReader(this, finder).picture(kind, bytes);
        };
    }

    /** An attached file: any format but a PDF. */
    ReadResult attached(byte[] bytes) {
        boolean image = Unbaker.isPng(bytes) || Unbaker.isSvg(bytes);
        return image ? new BakedReader(this, finder).baked(bytes) : CredentialReader.readSubmitted(bytes);
    }

    /** The document at a URL: any format, or a web page that links to one. */
    ReadResult follow(URI uri) {
        if (++steps > MAX_STEPS) {
            return ReadResult.inconclusive(
                    InputKind.UNKNOWN, ReasonCode.FORMAT_TOO_MANY_STEPS.with(Integer.toString(MAX_STEPS)));
        }
        FetchResult answer = fetcher.fetch(uri, FetchLimits.DOCUMENT);
        if (answer instanceof FetchResult.Failed failed) {
            Optional<ReadResult> revoked = revoked(failed);
            if (revoked.isPresent()) {
                return revoked.get().with(List.of(new Finding(FOLLOWED, uri + " 410", "ob-2.0 Assertion")));
            }
            Reason reason = ReasonCode.FORMAT_NOT_FETCHED.with(
                    uri.toString(), failed.failure().name());
            return ReadResult.inconclusive(InputKind.UNKNOWN, reason);
        }
        FetchResult.Fetched fetched = (FetchResult.Fetched) answer;
        boolean page = LinkReader.isPage(fetched.body()) && !Unbaker.isSvg(fetched.body());
        ReadResult reading = page ? page(fetched) : bytes(fetched.body());
        return reading.with(List.of(new Finding(FOLLOWED, fetched.finalUri().toString(), "")));
    }

    /** A 410 response may still contain the assertion and state that it is revoked. */
    private static Optional<ReadResult> revoked(FetchResult.Failed failed) {
        if (failed.goneBody().length == 0) {
            return Optional.empty();
        }
        ReadResult reading = CredentialReader.read(failed.goneBody());
        return Optional.of(reading)
                .filter(said -> said.credential()
                        .filter(badge -> badge.isOb2() && Revoked.isStatedBy(badge.document()))
                        .isPresent());
    }

    private ReadResult page(FetchResult.Fetched page) {
        Optional<URI> badge = LinkReader.badgeOf(page.body(), page.finalUri());
        return badge.isPresent()
                ? follow(badge.get())
                : ReadResult.inconclusive(
                        InputKind.UNKNOWN,
                        ReasonCode.FORMAT_PAGE_WITHOUT_BADGE.with(
                                page.finalUri().toString()));
    }
}
