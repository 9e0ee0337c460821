package fr.badgesiae.api.achievement.image;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a phone held its camera: the Exif tag Orientation of a JPEG (Exif 2.32, 4.6.4 A), from 1, upright, to 8. */
final class Orientation {
    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int EXIF = 0x45786966;
    private static final int TAG = 0x0112;
    private static final int UPRIGHT = 1;
    private static final int MOST = 8;

    private Orientation() {}

    /** The orientation that a JPEG states; upright when it states none that can be read. */
    static int of(byte[] jpeg) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(jpeg);
            bytes.position(2);
            while (bytes.remaining() > 4 && (bytes.get() & 0xff) == 0xff) {
                int marker = bytes.get() & 0xff;
                int length = (bytes.getShort() & 0xffff) - 2;
                if (marker == START_OF_SCAN || length < 0) {
                    return UPRIGHT;
                }
                if (marker == APP1 && length > 14 && bytes.getInt(bytes.position()) == EXIF) {
                    return stated(bytes.slice(bytes.position() + 6, length - 6));
                }
                bytes.position(bytes.position() + length);
            }
            return UPRIGHT;
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException malformed) {
            return UPRIGHT;
        }
    }

    private static int stated(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int value = tiff.getShort(entry + 8) & 0xffff;
                return value >= UPRIGHT && value <= MOST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** The image turned upright. */
    static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == UPRIGHT) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean lying = orientation >= 5;
        BufferedImage turned =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(image, turn(orientation, width, height), null);
        graphics.dispose();
        return turned;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
