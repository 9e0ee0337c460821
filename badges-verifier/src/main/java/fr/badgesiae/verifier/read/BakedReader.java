package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.bake.Unbaked;
import fr.badgesiae.verifier.bake.Unbaker;
import fr.badgesiae.verifier.codec.Sha256;

/** Reads the badge baked into a PNG or an SVG (Open Badges 3.0, 5.3; Open Badges 2.0, Badge Baking). */
final class BakedReader {
    private static final String SPEC = "ob-3.0 5.3";

    private final Recogniser recogniser;

    BakedReader(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

    Reading read(InputKind kind, byte[] image) {
        Unbaked baked = Unbaker.unbake(image);
        return switch (baked.state()) {
            case FOUND -> found(kind, baked);
            case BROKEN -> Reading.failed(kind, ReasonCode.FORMAT_BAKED_BADGE_BROKEN.with());
            case TOO_LARGE ->
                Reading.inconclusive(kind, ReasonCode.FORMAT_TOO_LARGE.with(Integer.toString(Unbaker.MAX_CONTENT)));
            case TOO_DEEP ->
                Reading.inconclusive(kind, ReasonCode.FORMAT_TOO_DEEP.with(Integer.toString(Unbaker.MAX_DEPTH)));
            case NOTHING, NOT_AN_IMAGE ->
                kind == InputKind.PNG
                        ? new PictureReader(recogniser).picture(kind, image)
                        : new PictureReader(recogniser).drawing(image);
        };
    }

    private Reading found(InputKind kind, Unbaked baked) {
        Reading reading = recogniser
                .text(baked.content())
                .inside(
                        kind,
                        new Finding("format.baked", baked.place(), SPEC),
                        new Finding("format.bakedBytes", Integer.toString(baked.content().length), SPEC),
                        new Finding("format.bakedSha256", Sha256.hex(baked.content()), SPEC),
                        new Finding("format.furtherBadges", Integer.toString(baked.further()), SPEC));
        return baked.damaged() ? reading.warning(ReasonCode.FORMAT_IMAGE_DAMAGED.with()) : reading;
    }

    /** The badge in an image, and nothing else that the image may lead to. */
    Reading baked(byte[] image) {
        Unbaked baked = Unbaker.unbake(image);
        return baked.state() == Unbaked.State.FOUND
                ? found(InputKind.PNG, baked)
                : Reading.failed(InputKind.PNG, ReasonCode.FORMAT_IMAGE_WITHOUT_BADGE.with());
    }
}
