package fr.badgesiae.verifier.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class PicturesTest {
    @Test
    void theSizeInTheHeaderIsLookedAtBeforeAnythingIsDecoded() {
        assertThat(Pictures.decode(headerOnly(10_000, 5_001)).state()).isEqualTo(Pictures.State.TOO_MANY_PIXELS);
        assertThat(Pictures.decode(headerOnly(Integer.MAX_VALUE, Integer.MAX_VALUE))
                        .state())
                .isEqualTo(Pictures.State.TOO_MANY_PIXELS);
        assertThat(Pictures.decode(headerOnly(10_000, 5_000)).state()).isEqualTo(Pictures.State.UNREADABLE);
    }

    @Test
    void aJpegIsLookedAtAsWell() {
        byte[] jpeg = QrPhotos.jpeg(QrPhotos.code("x", 3), 0.9f);
        assertThat(Pictures.decode(jpeg).state()).isEqualTo(Pictures.State.READ);

        for (int at = 0; at < jpeg.length - 8; at++) {
            if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(jpeg).putShort(at + 5, (short) 60_000).putShort(at + 7, (short) 60_000);
            }
        }
        assertThat(Pictures.decode(jpeg).state()).isEqualTo(Pictures.State.TOO_MANY_PIXELS);
    }

    @Test
    void whatIsNoPictureIsUnreadable() {
        assertThat(Pictures.decode(new byte[] {1, 2, 3}).state()).isEqualTo(Pictures.State.UNREADABLE);
        assertThat(Pictures.decode(new byte[0]).state()).isEqualTo(Pictures.State.UNREADABLE);
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
