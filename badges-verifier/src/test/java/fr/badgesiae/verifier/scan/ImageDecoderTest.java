package fr.badgesiae.verifier.scan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.read.BadgeFinder;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;

class ImageDecoderTest {
    @Test
    void theSizeInTheHeaderIsLookedAtBeforeAnythingIsDecoded() {
        assertThat(ImageDecoder.decode(headerOnly(10_000, 5_001)).state()).isEqualTo(BadgeFinder.State.TOO_MANY_PIXELS);
        assertThat(ImageDecoder.decode(headerOnly(Integer.MAX_VALUE, Integer.MAX_VALUE))
                        .state())
                .isEqualTo(BadgeFinder.State.TOO_MANY_PIXELS);
        assertThat(ImageDecoder.decode(headerOnly(10_000, 5_000)).state()).isEqualTo(BadgeFinder.State.UNREADABLE);
    }

    @Test
    void aJpegIsLookedAtAsWell() {
        byte[] jpeg = QrPhotos.jpeg(QrPhotos.code("x", 3), 0.9f);
        assertThat(ImageDecoder.decode(jpeg).state()).isEqualTo(BadgeFinder.State.READ);

        for (int at = 0; at < jpeg.length - 8; at++) {
            if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(jpeg).putShort(at + 5, (short) 60_000).putShort(at + 7, (short) 60_000);
            }
        }
        assertThat(ImageDecoder.decode(jpeg).state()).isEqualTo(BadgeFinder.State.TOO_MANY_PIXELS);
    }

    @Test
    void aJpegInPrintersInksIsReadInBothWaysOfStoringThem() throws IOException {
        GreyImage code = QrPhotos.code("https://badges.example/v/7K2MX0Q9TDWE", 6);
        for (int transform : new int[] {0, 2}) {
            ImageDecoder.Decoded decoded = ImageDecoder.decode(inks(code, transform));
            assertThat(decoded.state()).isEqualTo(BadgeFinder.State.READ);
            assertThat(QrSearch.search(decoded.picture().orElseThrow()).texts()).hasSize(1);
        }
    }

    /** The picture in black ink only; 255 means no ink. */
    private static byte[] inks(GreyImage picture, int transform) throws IOException {
        WritableRaster raster =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, picture.width(), picture.height(), 4, null);
        int none = transform == 2 ? 0 : 255;
        for (int i = 0; i < picture.pixels().length; i++) {
            int[] pixel = {none, transform == 2 ? 128 : none, transform == 2 ? 128 : none, picture.pixels()[i] & 0xFF};
            raster.setPixel(i % picture.width(), i / picture.width(), pixel);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
        byte[] plain = out.toByteArray();
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.write(plain, 0, 2);
        marked.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0});
        marked.write(transform);
        marked.write(plain, 2, plain.length - 2);
        return marked.toByteArray();
    }

    @Test
    void aCodeOnATransparentGroundIsReadWhetherDarkOrLight() {
        GreyImage code = QrPhotos.code("https://badges.example/v/7K2MX0Q9TDWE", 6);
        for (int ink : new int[] {0xFF000000, 0xFFFFFFFF}) {
            BufferedImage image = new BufferedImage(code.width(), code.height(), BufferedImage.TYPE_INT_ARGB);
            for (int i = 0; i < code.pixels().length; i++) {
                boolean dark = (code.pixels()[i] & 0xFF) < 128;
                image.setRGB(i % code.width(), i / code.width(), dark ? ink : 0);
            }
            ImageDecoder.Decoded decoded = ImageDecoder.decode(QrPhotos.png(image));
            assertThat(QrSearch.search(decoded.picture().orElseThrow()).texts()).hasSize(1);
        }
    }

    /** Rows and columns are left out until the raster fits; a deep picture has more bytes a pixel. */
    @Test
    void aPictureIsReadAsFarAsItsRasterFitsTheMemory() {
        long enough = 12_000_000;
        assertThat(DecodingBudget.step(1, 4, enough)).isEqualTo(1);
        assertThat(DecodingBudget.step(12_000_000, 4, enough)).isEqualTo(1);
        assertThat(DecodingBudget.step(12_000_000, 8, enough)).isEqualTo(2);
        assertThat(DecodingBudget.step(50_000_000, 8, enough)).isEqualTo(3);
        assertThat(DecodingBudget.step(50_000_000, 1, enough)).isEqualTo(3);
        for (int bits : new int[] {1, 8, 24, 32, 64}) {
            int step = DecodingBudget.step(50_000_000, DecodingBudget.bytes(bits), enough);
            assertThat(50_000_000L / ((long) step * step) * DecodingBudget.bytes(bits))
                    .isLessThanOrEqualTo(DecodingBudget.MOST_BYTES);
        }
    }

    @Test
    void aDeepPictureIsReadAtHalfItsSize() throws IOException {
        BufferedImage deep = new BufferedImage(
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        true,
                        false,
                        Transparency.TRANSLUCENT,
                        DataBuffer.TYPE_USHORT),
                Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 3_000, 3_000, 4, null),
                false,
                null);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(deep, "png", png);

        GreyImage read = ImageDecoder.decode(png.toByteArray()).picture().orElseThrow();

        assertThat(read.width()).isEqualTo(1_500);
    }

    @Test
    void whatIsNoPictureIsUnreadable() {
        assertThat(ImageDecoder.decode(new byte[] {1, 2, 3}).state()).isEqualTo(BadgeFinder.State.UNREADABLE);
        assertThat(ImageDecoder.decode(new byte[0]).state()).isEqualTo(BadgeFinder.State.UNREADABLE);
    }

    private static byte[] headerOnly(int width, int height) {
        ByteBuffer png = ByteBuffer.allocate(33);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        png.putInt(13).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        png.putInt(width).putInt(height).put(new byte[] {8, 0, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(png.array(), 12, 17);
        return png.putInt((int) crc.getValue()).array();
    }
}
