package fr.badgesiae.api.achievement.image;

import fr.badgesiae.api.achievement.image.UnusableImageException.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Encodes an uploaded photograph anew, as a JPEG: its metadata, such as a place, is left behind. */
public final class Photograph {
    public static final String MEDIA_TYPE = "image/jpeg";

    private Photograph() {}

    /**
     * A small copy of a JPEG or PNG.
     *
     * @param upload at most one byte more than {@code most}
     * @param side the longest side in pixels
     */
    public static byte[] clean(byte[] upload, int most, int side) throws UnusableImageException {
        if (upload.length > most) {
            throw new UnusableImageException(Reason.TOO_LARGE);
        }
        boolean jpeg = ImageUpload.isJpeg(upload);
        if (!jpeg && !ImageUpload.isPng(upload)) {
            throw new UnusableImageException(Reason.UNREADABLE);
        }
        BufferedImage small = ImageUpload.small(upload, jpeg ? "jpeg" : "png", side);
        // A JPEG has no transparency.
        BufferedImage opaque = new BufferedImage(small.getWidth(), small.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(small, 0, 0, Color.WHITE, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(opaque, "jpeg", out);
        } catch (IOException e) {
            throw new UnusableImageException(Reason.UNREADABLE);
        }
        return out.toByteArray();
    }
}
