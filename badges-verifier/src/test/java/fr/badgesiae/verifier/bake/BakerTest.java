package fr.badgesiae.verifier.bake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.schemas.samples.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BakerTest {
    private static final String JSON = "{\"name\":\"Équipe ]]> & <b>\"}";
    private static final String JWS = "eyJhbGciOiJFUzI1NiJ9.e30.c2ln";
    private static final byte[] PNG = Samples.named("valid-baked-png-json.png").bytes();
    private static final byte[] SVG = Samples.named("valid-baked-svg-json.svg").bytes();

    @ParameterizedTest
    @CsvSource({"OB3,png", "OB3,svg", "OB2,png", "OB2,svg"})
    void whatIsBakedComesOutAgain(BakeLocation slot, String format) throws BakingException {
        byte[] image = empty(format);
        for (String badge : new String[] {JSON, JWS, JSON}) {
            image = Baker.bake(image, slot, badge);
            Unbaked unbaked = Unbaker.unbake(image);

            assertThat(unbaked.state()).isEqualTo(Unbaked.State.FOUND);
            assertThat(unbaked.slot()).isEqualTo(slot);
            assertThat(new String(unbaked.content(), StandardCharsets.UTF_8)).isEqualTo(badge);
            assertThat(Unbaker.unbakeAll(image).texts()).hasSize(1);
        }
    }

    @Test
    void bakingAgainLeavesOneBadgeAndAnImageOfTheSameSize() throws BakingException {
        byte[] once = Baker.bake(PNG, BakeLocation.OB3, JSON);
        assertThat(Baker.bake(once, BakeLocation.OB3, JSON)).isEqualTo(once);

        byte[] drawing = Baker.bake(SVG, BakeLocation.OB3, JSON);
        assertThat(Baker.bake(drawing, BakeLocation.OB3, JSON)).isEqualTo(drawing);
        assertThat(drawing.length).isLessThan(SVG.length);
    }

    @Test
    void aBakedPngIsStillAPicture() throws BakingException, IOException {
        byte[] baked = Baker.bake(PNG, BakeLocation.OB3, JSON);

        assertThat(ImageIO.read(new java.io.ByteArrayInputStream(baked)).getWidth())
                .isEqualTo(32);
    }

    @Test
    void ofTwoVersionsInOneImageTheNewerGoesFirst() throws BakingException {
        byte[] both = Baker.bake(Baker.bake(empty("svg"), BakeLocation.OB3, JWS), BakeLocation.OB2, JSON);

        assertThat(Unbaker.unbake(both).slot()).isEqualTo(BakeLocation.OB3);
    }

    @Test
    void bothVersionsHaveRoomInOneImage() throws BakingException {
        byte[] both = Baker.bake(Baker.bake(empty("svg"), BakeLocation.OB3, JWS), BakeLocation.OB2, JSON);
        assertThat(new String(both, StandardCharsets.UTF_8)).contains("openbadges:assertion");
    }

    @Test
    void whatIsNoImageOrBreaksOffIsNotBaked() {
        byte[] cut = java.util.Arrays.copyOf(PNG, PNG.length - 5);
        assertThatThrownBy(() -> Baker.bake(cut, BakeLocation.OB3, JSON)).isInstanceOf(BakingException.class);
        assertThatThrownBy(() -> Baker.bake(new byte[] {1, 2}, BakeLocation.OB3, JSON))
                .isInstanceOf(BakingException.class);
        assertThatThrownBy(() -> Baker.bake(bytes("<svg><g></svg>"), BakeLocation.OB3, JSON))
                .isInstanceOf(BakingException.class);
        assertThatThrownBy(() -> Baker.bake(PNG, BakeLocation.OB3, " ")).isInstanceOf(BakingException.class);
    }

    @Test
    void aPackedBadgeIsUnpackedNoFurtherThanTheLimit() {
        assertThat(Unbaker.unbake(packed(Unbaker.MAX_CONTENT)).state()).isEqualTo(Unbaked.State.FOUND);
        assertThat(Unbaker.unbake(packed(Unbaker.MAX_CONTENT + 1)).state()).isEqualTo(Unbaked.State.TOO_LARGE);
        assertThat(Unbaker.unbake(packed(200 << 20)).state()).isEqualTo(Unbaked.State.TOO_LARGE);
    }

    @Test
    void anSvgInUtf16OrWithoutEndIsReadAsFarAsItGoes() {
        String svg = new String(SVG, StandardCharsets.UTF_8);
        assertThat(Unbaker.unbake(svg.getBytes(StandardCharsets.UTF_16)).state())
                .isEqualTo(Unbaked.State.FOUND);
        assertThat(Unbaker.unbake(bytes("<svg")).state()).isEqualTo(Unbaked.State.NOT_AN_IMAGE);
        assertThat(Unbaker.unbake(bytes("<svg/>")).state()).isEqualTo(Unbaked.State.NOTHING);
        assertThat(Unbaker.isSvg(bytes("<!-- <svg> --><html/>"))).isFalse();
    }

    private static byte[] empty(String format) {
        return format.equals("png")
                ? plainPng()
                : bytes("<?xml version=\"1.0\"?>\n<!-- <svg> --><s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>");
    }

    private static byte[] plainPng() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY), "png", png);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    /** A chunk of zeros. */
    private static byte[] packed(int length) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes("openbadgecredential\0\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(data, new Deflater(9))) {
            byte[] zeros = new byte[1 << 20];
            for (int left = length; left > 0; left -= zeros.length) {
                zlib.write(zeros, 0, Math.min(left, zeros.length));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.size());
        chunk.putInt(data.size()).put(bytes("iTXt")).put(data.toByteArray());
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.size());
        chunk.putInt((int) crc.getValue());
        byte[] png = java.util.Arrays.copyOf(PNG, 33 + chunk.capacity());
        System.arraycopy(chunk.array(), 0, png, 33, chunk.capacity());
        return png;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
