package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.bake.Unbaked;
import fr.badgesiae.verifier.bake.Unbaker;
import fr.badgesiae.verifier.codec.Sha256;

/** Reads the badge baked into a PNG or an SVG (Open Badges 3.0, 5.3; Open Badges 2.0, Badge Baking). */
final class BakedReader {
    private static final String SPEC = "ob-3.0 5.3";

    private final FormatDetector detector;
    private final BadgeFinder finder;

    BakedReader(FormatDetector detector, BadgeFinder finder) {
        this.detector = detector;
        this.finder = finder;
    }

    ReadResult read(InputKind kind, byte[] image) {
        Unbaked baked = Unbaker.unbake(image);
        return switch (baked.state()) {
            case FOUND -> found(kind, baked);
            case BROKEN -> ReadResult.failed(kind, ReasonCode.FORMAT_BAKED_BADGE_BROKEN.with());
            case TOO_LARGE ->
                ReadResult.inconclusive(kind, ReasonCode.FORMAT_TOO_LARGE.with(Integer.toString(Unbaker.MAX_CONTENT)));
            case TOO_DEEP ->
                ReadResult.inconclusive(kind, ReasonCode.FORMAT_TOO_DEEP.with(Integer.toString(Unbaker.MAX_DEPTH)));
            case NOTHING, NOT_AN_IMAGE ->
                kind == InputKind.PNG
                        ? new PictureReader(detector, finder).picture(kind, image)
                        : new PictureReader(detector, finder).drawing(image);
        };
    }

    private ReadResult found(InputKind kind, Unbaked baked) {
        ReadResult reading = detector.text(baked.content())
                .inside(
                        kind,
                        new Finding("format.baked", baked.place(), SPEC),
                        new Finding("format.bakedBytes", Integer.toString(baked.content().length), SPEC),
                        new Finding("format.bakedSha256", Sha256.hex(baked.content()), SPEC),
                        new Finding("format.furtherBadges", Integer.toString(baked.further()), SPEC));
        return baked.damaged() ? reading.warning(ReasonCode.FORMAT_IMAGE_DAMAGED.with()) : reading;
    }

    /** The baked badge only; QR codes and links of the image are ignored. */
    ReadResult baked(byte[] image) {
        Unbaked baked = Unbaker.unbake(image);
        return baked.state() == Unbaked.State.FOUND
                ? found(InputKind.PNG, baked)
                : ReadResult.failed(InputKind.PNG, ReasonCode.FORMAT_IMAGE_WITHOUT_BADGE.with());
    }
}
