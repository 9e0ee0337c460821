package fr.badgesiae.verifier.bake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts a badge into an image. Whatever badge the image held in the same place is overwritten; the rest stays as it is. */
public final class Baker {
    private Baker() {}

    /**
     * The image with the badge inside.
     *
     * @param image a PNG, or an SVG in UTF-8
     * @param credential JSON, or a compact JWS
     * @throws BakingException when the image is neither, is damaged, or the badge is too large
     */
    public static byte[] bake(byte[] image, BakeLocation slot, String credential) throws BakingException {
        byte[] content = credential.strip().getBytes(StandardCharsets.UTF_8);
        if (content.length == 0 || content.length > Unbaker.MAX_CONTENT) {
            throw new BakingException("the badge is empty or larger than " + Unbaker.MAX_CONTENT + " bytes");
        }
        byte[] baked;
        if (PngBadge.isPng(image)) {
            baked = PngBadge.bake(image, slot, content);
        } else if (SvgBadge.isSvg(image)) {
            baked = SvgBadge.bake(image, slot, credential.strip());
        } else {
            throw new BakingException("neither PNG nor SVG");
        }
        // Nobody is to be handed an image that does not give back what was put in.
        Unbaked again = Unbaker.unbake(baked);
        if (again.damaged()
                || again.further() > 0
                || (again.slot() == slot && !Arrays.equals(again.content(), content))) {
            throw new BakingException("the image is damaged");
        }
        return baked;
    }
}
