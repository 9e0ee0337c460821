package fr.badgesiae.verifier.bake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Bakes a badge into an image. A badge in the same location is replaced; the rest of the image is unchanged. */
public final class Baker {
    private Baker() {}

    /**
     * The image with the baked badge.
     *
     * @param image a PNG, or an SVG in UTF-8
     * @param credential JSON, or a compact JWS
     * @throws BakingException when the image is neither or is damaged, or when the badge is too large
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
        // The result is read back before it is returned.
        List<Unbaked> again = Unbaker.unbakeAll(baked).texts().stream()
                .filter(text -> text.slot() == slot)
                .toList();
        if (again.size() != 1
                || again.get(0).damaged()
                || !Arrays.equals(again.get(0).content(), content)) {
            throw new BakingException("the image is damaged");
        }
        return baked;
    }
}
