package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.bake.BakedTexts;
import fr.badgesiae.verifier.bake.Unbaked;
import fr.badgesiae.verifier.bake.Unbaker;
import fr.badgesiae.verifier.codec.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the badges baked into a PNG or an SVG (Open Badges 3.0, 5.3; Open Badges 2.0, Badge Baking). */
final class BakedReader {
    private static final String SPEC = "ob-3.0 5.3";

    private final FormatDetector detector;
    private final BadgeFinder finder;

    BakedReader(FormatDetector detector, BadgeFinder finder) {
        this.detector = detector;
        this.finder = finder;
    }

    /** The baked badges; where there is none, what the codes of the image lead to. */
    ReadResult read(InputKind kind, byte[] image) {
        BakedTexts baked = Unbaker.unbakeAll(image);
        if (baked.texts().isEmpty()) {
            return withoutText(kind, image, baked.without());
        }
        ContainedBadges texts = texts(kind, baked);
        ReadResult reading = texts.result();
        if (texts.found()) {
            return reading;
        }
        ReadResult codes = codes(kind, image);
        return ContainedBadges.holds(codes) ? codes.with(texts.findings()) : reading;
    }

    /** The baked badges only; QR codes of the image are ignored. */
    ReadResult baked(InputKind kind, byte[] image) {
        BakedTexts baked = Unbaker.unbakeAll(image);
        return baked.texts().isEmpty()
                ? ReadResult.failed(kind, ReasonCode.FORMAT_IMAGE_WITHOUT_BADGE.with())
                : texts(kind, baked).result();
    }

    private ReadResult withoutText(InputKind kind, byte[] image, Unbaked.State why) {
        return switch (why) {
            case TOO_LARGE -> tooLarge(kind);
            case TOO_DEEP ->
                ReadResult.inconclusive(kind, ReasonCode.FORMAT_TOO_DEEP.with(Integer.toString(Unbaker.MAX_DEPTH)));
            case FOUND, BROKEN, NOTHING, NOT_AN_IMAGE -> codes(kind, image);
        };
    }

    private ReadResult codes(InputKind kind, byte[] image) {
        PictureReader pictures = new PictureReader(detector, finder);
        return kind == InputKind.PNG ? pictures.picture(kind, image) : pictures.drawing(image);
    }

    private ContainedBadges texts(InputKind kind, BakedTexts baked) {
        ContainedBadges contained = new ContainedBadges(kind);
        for (Unbaked text : baked.texts()) {
            contained.add(bytes(text), places(text), bytes -> read(text));
            contained.damaged(text.damaged() || text.state() == Unbaked.State.BROKEN);
        }
        contained.unread(baked.more());
        return contained;
    }

    /** The text; where it could not be taken out its place, so that no two broken ones are equal. */
    private static byte[] bytes(Unbaked text) {
        return text.state() == Unbaked.State.FOUND
                ? text.content()
                : text.place().getBytes(StandardCharsets.UTF_8);
    }

    private ReadResult read(Unbaked text) {
        return switch (text.state()) {
            case FOUND -> detector.part().text(text.content());
            case TOO_LARGE -> tooLarge(InputKind.UNKNOWN);
            default -> ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_BAKED_BADGE_BROKEN.with());
        };
    }

    private static ReadResult tooLarge(InputKind kind) {
        return ReadResult.inconclusive(kind, ReasonCode.FORMAT_TOO_LARGE.with(Integer.toString(Unbaker.MAX_CONTENT)));
    }

    private static List<Finding> places(Unbaked text) {
        return List.of(
                new Finding("format.baked", text.place(), SPEC),
                new Finding("format.bakedBytes", Integer.toString(text.content().length), SPEC),
                new Finding("format.bakedSha256", Sha256.hex(text.content()), SPEC));
    }
}
