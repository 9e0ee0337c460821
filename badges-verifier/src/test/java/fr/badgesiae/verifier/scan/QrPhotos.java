package fr.badgesiae.verifier.scan;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Simulated phone photographs of QR codes: rotated, in perspective, blurred, dark, small. Same seed, same picture. */
public final class QrPhotos {
    private final Random random;

    public QrPhotos(long seed) {
        this.random = new Random(seed);
    }

    /** A code on white paper, with a number of pixels for each module. */
    public static GreyImage code(String text, int module) {
        try {
            BitMatrix matrix =
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 4));
            int side = matrix.getWidth() * module;
            byte[] pixels = new byte[side * side];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) (matrix.get(i % side / module, i / side / module) ? 20 : 235);
            }
            return new GreyImage(side, side, pixels);
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Rotated and in perspective: each corner moves inwards by up to a share of the side. */
    GreyImage seen(GreyImage code, double degrees, double skew) {
        int side = (int) (code.width() * 1.5);
        double turn = Math.toRadians(degrees);
        double[] tilt = {random.nextDouble() * skew, random.nextDouble() * skew};
        byte[] out = new byte[side * side];
        double middle = side / 2.0;
        for (int i = 0; i < out.length; i++) {
            double x = (i % side - middle) / code.width();
            double y = ((double) i / side - middle) / code.width();
            double depth = 1 + tilt[0] * x + tilt[1] * y;
            double across = (Math.cos(turn) * x + Math.sin(turn) * y) / depth;
            double down = (Math.cos(turn) * y - Math.sin(turn) * x) / depth;
            int column = (int) ((across + 0.5) * code.width());
            int row = (int) ((down + 0.5) * code.width());
            boolean inside = column >= 0 && row >= 0 && column < code.width() && row < code.height();
            out[i] = inside ? code.pixels()[row * code.width() + column] : (byte) 150;
        }
        return new GreyImage(side, side, out);
    }

    /** Averaged over a square. */
    static GreyImage blurred(GreyImage picture, int times) {
        GreyImage blurred = picture;
        for (int i = 0; i < times; i++) {
            blurred = blurred.smoothed();
        }
        return blurred;
    }

    /** Darker from one side to the other, with less contrast and with noise. */
    GreyImage dark(GreyImage picture, double contrast, int base, int noise) {
        byte[] out = new byte[picture.pixels().length];
        for (int i = 0; i < out.length; i++) {
            double shadow = 1 - 0.6 * (i % picture.width()) / picture.width();
            double shade = base + (picture.pixels()[i] & 0xFF) * contrast * shadow + random.nextGaussian() * noise;
            out[i] = (byte) Math.min(255, Math.max(0, (int) shade));
        }
        return new GreyImage(picture.width(), picture.height(), out);
    }

    static GreyImage inverted(GreyImage picture) {
        byte[] out = new byte[picture.pixels().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (255 - (picture.pixels()[i] & 0xFF));
        }
        return new GreyImage(picture.width(), picture.height(), out);
    }

    /** On a large empty table. */
    static GreyImage farAway(GreyImage picture, int side) {
        byte[] out = new byte[side * side];
        java.util.Arrays.fill(out, (byte) 180);
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(
                    picture.pixels(), y * picture.width(), out, (side / 3 + y) * side + side / 4, picture.width());
        }
        return new GreyImage(side, side, out);
    }

    public static BufferedImage image(GreyImage picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < picture.pixels().length; i++) {
            int shade = picture.pixels()[i] & 0xFF;
            image.setRGB(i % picture.width(), i / picture.width(), shade << 16 | shade << 8 | shade);
        }
        return image;
    }

    /** As a JPEG with a quality from 0 to 1. */
    public static byte[] jpeg(GreyImage picture, float quality) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image(picture), null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    public static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
