package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedImageTest {
    private static String picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    @ParameterizedTest
    @CsvSource({"png, 1800, 900", "jpeg, 900, 1800", "png, 10, 10"})
    void aPictureIsEncodedAnewAndSmall(String format, int width, int height) throws IOException {
        String shown = EmbeddedImage.of("data:image/" + format + ";base64," + picture(format, width, height));
        assertThat(shown).startsWith("data:image/png;base64,");
        BufferedImage small = ImageIO.read(
                new ByteArrayInputStream(Base64.getDecoder().decode(shown.substring(shown.indexOf(',') + 1))));
        assertThat(Math.max(small.getWidth(), small.getHeight())).isEqualTo(Math.min(352, Math.max(width, height)));
    }

    /** A photograph compresses like noise: its large copy would be too heavy. */
    @Test
    void aHeavyPictureIsMadeSmaller() throws IOException {
        BufferedImage noise = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int at = 0; at < 160_000; at++) {
            noise.setRGB(at % 400, at / 400, random.nextInt());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(noise, "png", out);
        String shown =
                EmbeddedImage.of("data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray()));
        BufferedImage small = ImageIO.read(
                new ByteArrayInputStream(Base64.getDecoder().decode(shown.substring(shown.indexOf(',') + 1))));
        assertThat(small.getWidth()).isEqualTo(224);
    }

    @Test
    void aDrawingLosesItsScriptsAndReferences() {
        String shown = EmbeddedImage.of("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'"
                + " onload='alert(1)'%3E%3Cscript%3Ealert(1)%3C/script%3E%3Cimage href='https://a.example/x'/%3E"
                + "%3Ccircle r='1'/%3E%3C/svg%3E");
        assertThat(shown).startsWith("data:image/svg+xml;base64,");
        assertThat(new String(
                        Base64.getDecoder().decode(shown.substring(shown.indexOf(',') + 1)), StandardCharsets.UTF_8))
                .contains("<circle")
                .doesNotContain("alert", "a.example");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://a.example/badge.png",
                "http://a.example/badge.png",
                "data:text/html,<script>alert(1)</script>",
                "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
                "data:image/png;base64,AAAA",
                "data:image/png;base64,%%%",
                "data:image/png",
                "data:image/svg+xml,%zz",
                "data:image/svg+xml,not a drawing",
                "data:,"
            })
    void anyOtherAddressShowsNoPicture(String address) {
        assertThat(EmbeddedImage.of(address)).isNull();
    }
}
