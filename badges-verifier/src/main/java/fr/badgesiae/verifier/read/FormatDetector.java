package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.bake.Unbaker;
import fr.badgesiae.verifier.read.detect.AddressParameters;
import fr.badgesiae.verifier.read.detect.FileSignatures;
import fr.badgesiae.verifier.read.detect.LinkReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Detects the format of a submission and reads its badge. The format is detected from the content; the declared media type
 * is ignored. Follows the URLs of images, texts and web pages, a few steps at most. One instance for each submission, and for
 * each part of its images.
 */
final class FormatDetector {
    /** The most URLs followed in a row. */
    static final int MAX_STEPS = 3;

    /** The most URLs followed for one submission, with all parts of its images. */
    static final int MAX_ADDRESSES = 16;

    private static final String FOLLOWED = "format.fetchedFrom";
    private static final String REDIRECTED = "format.redirectedFrom";

    /** The findings that name an address which was fetched. */
    static final Set<String> FETCHED = Set.of(FOLLOWED, REDIRECTED);

    private final Fetcher fetcher;
    private final BadgeFinder finder;
    private final Followed followed;
    private final boolean inImage;
    private int steps;
    private boolean parameterFollowed;

    FormatDetector(Fetcher fetcher, BadgeFinder finder) {
        this(fetcher, finder, new Followed(), false);
    }

    private FormatDetector(Fetcher fetcher, BadgeFinder finder, Followed followed, boolean inImage) {
        this.fetcher = fetcher;
        this.finder = finder;
        this.followed = followed;
        this.inImage = inImage;
    }

    /** The addresses followed for one submission. */
    private static final class Followed {
        private int count;
    }

    /**
     * A detector for one part of an image or PDF. It counts its own steps. Of further images that the part leads to, it reads
     * baked and attached badges only: searching each for codes would multiply the work.
     */
    FormatDetector part() {
        return copy(true);
    }

    private FormatDetector copy(boolean insideImage) {
        FormatDetector copy = new FormatDetector(fetcher, finder, followed, insideImage);
        copy.steps = steps;
        copy.parameterFollowed = parameterFollowed;
        return copy;
    }

    ReadResult bytes(byte[] bytes) {
        if (startsLikeMostBadges(bytes)) {
            return CredentialReader.readSubmitted(bytes);
        }
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
            return svg(bytes);
        }
        Optional<ReadResult> other = otherFile(bytes);
        return other.isPresent() ? other.get() : text(bytes);
    }

    private static Optional<ReadResult> otherFile(byte[] bytes) {
        Optional<ReadResult> image = FileSignatures.otherImage(bytes)
                .map(ReasonCode.FORMAT_IMAGE_TYPE_NOT_EXAMINED::with)
                .map(reason -> ReadResult.inconclusive(InputKind.UNKNOWN, reason));
        return image.or(() -> FileSignatures.otherFile(bytes)
                .map(ReasonCode.FORMAT_FILE_TYPE_NOT_EXAMINED::with)
                .map(reason -> ReadResult.inconclusive(InputKind.UNKNOWN, reason)));
    }

    /** A JSON object or a compact JWS. A PDF may have other bytes before its header, but no brace. */
    private static boolean startsLikeMostBadges(byte[] bytes) {
        return bytes.length > 1
                && (bytes[0] == '{' || (bytes[0] == 'e' && bytes[1] == 'y' && !FileSignatures.isPdf(bytes)));
    }

    /** JSON, a JWS, or the URL of either. */
    ReadResult text(byte[] bytes) {
        Optional<URI> address = LinkReader.address(bytes);
        if (address.isPresent()) {
            return address(address.get());
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
        if (inImage) {
            return linked(kind, bytes);
        }
        return switch (kind) {
            case PNG -> new BakedReader(this, finder).read(kind, bytes);
            case PDF -> new PictureReader(this, finder).pdf(bytes);
            default -> new PictureReader(this, finder).picture(kind, bytes);
        };
    }

    private ReadResult svg(byte[] bytes) {
        return inImage ? linked(InputKind.SVG, bytes) : new BakedReader(this, finder).read(InputKind.SVG, bytes);
    }

    /** An image that a part of an image leads to. */
    private ReadResult linked(InputKind kind, byte[] bytes) {
        ReadResult reading = kind == InputKind.PDF
                ? new PictureReader(this, finder).attachments(bytes)
                : new BakedReader(this, finder).baked(kind, bytes);
        return ReasonCode.FORMAT_IMAGE_WITHOUT_BADGE.is(reading.reason())
                ? ReadResult.inconclusive(kind, ReasonCode.FORMAT_LINKED_IMAGE_NOT_SEARCHED.with())
                : reading;
    }

    /** An attached file: any format but a PDF. */
    ReadResult attached(byte[] bytes) {
        if (Unbaker.isPng(bytes) || Unbaker.isSvg(bytes)) {
            return new BakedReader(this, finder).baked(Unbaker.isPng(bytes) ? InputKind.PNG : InputKind.SVG, bytes);
        }
        boolean other = FileSignatures.isJpeg(bytes)
                || FileSignatures.isPdf(bytes)
                || otherFile(bytes).isPresent();
        return other ? ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_NOT_JSON.with()) : text(bytes);
    }

    /**
     * An address that was brought, baked or printed. Where it carries the address of a badge as a parameter, that one is
     * followed, and the report names it as the source; the carrying address itself only when that leads to no badge.
     */
    ReadResult address(URI uri) {
        Optional<AddressParameters.Parameter> carried =
                parameterFollowed ? Optional.empty() : AddressParameters.of(uri);
        if (carried.isEmpty()) {
            return follow(uri);
        }
        parameterFollowed = true;
        URI badge = carried.get().address();
        ReadResult reading = copy(inImage)
                .follow(badge)
                .with(List.of(
                        new Finding("format.addressParameter", carried.get().name(), ""),
                        new Finding("format.carriedBy", uri.toString(), "")))
                .from(badge.toString());
        ReadResult itself = ContainedBadges.holds(reading) ? reading : follow(uri);
        return ContainedBadges.holds(itself) ? itself : reading;
    }

    /** The document at a URL: any format, or a web page that links to one. */
    ReadResult follow(URI uri) {
        if (++steps > MAX_STEPS) {
            return ReadResult.inconclusive(
                    InputKind.UNKNOWN, ReasonCode.FORMAT_TOO_MANY_STEPS.with(Integer.toString(MAX_STEPS)));
        }
        if (++followed.count > MAX_ADDRESSES) {
            return ReadResult.inconclusive(
                    InputKind.UNKNOWN, ReasonCode.FORMAT_TOO_MANY_ADDRESSES.with(Integer.toString(MAX_ADDRESSES)));
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
        return reading.with(whence(uri, fetched.finalUri()));
    }

    private static List<Finding> whence(URI asked, URI last) {
        Finding from = new Finding(FOLLOWED, last.toString(), "");
        return asked.equals(last) ? List.of(from) : List.of(new Finding(REDIRECTED, asked.toString(), ""), from);
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
