package fr.badgesiae.api.achievement.image;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngPicturesTest {
    private final PngPictures pictures = new PngPictures();

    private static StoredImage svg(String drawing) {
        return new StoredImage("image/svg+xml", drawing.getBytes(StandardCharsets.UTF_8));
    }

    private static StoredImage badge(String name) {
        return DefaultImage.draw(new AchievementContent(
                name, "", "", Category.TECHNICAL, null, null, EvidencePolicy.NONE, "fr", List.of()));
    }

    private BufferedImage drawn(StoredImage drawing) throws IOException {
        StoredImage png = pictures.of(drawing).orElseThrow();
        assertThat(png.type()).isEqualTo("image/png");
        return ImageIO.read(new ByteArrayInputStream(png.bytes()));
    }

    private static long white(BufferedImage image) {
        long count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                count += image.getRGB(x, y) == Color.WHITE.getRGB() ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void aDrawnBadgeHasItsColourItsShapeAndItsInitials() throws IOException {
        BufferedImage image = drawn(badge("Peindre un mur"));

        assertThat(image.getWidth()).isEqualTo(PngPictures.SIDE);
        assertThat(image.getHeight()).isEqualTo(PngPictures.SIDE);
        assertThat(new Color(image.getRGB(300, 100))).isEqualTo(new Color(0x0b5d51));
        assertThat(image.getRGB(2, 2) >>> 24).as("outside the shape").isZero();
        assertThat(white(image)).as("pixels of the initials").isBetween(3_000L, 40_000L);
    }

    @Test
    void aNameWithoutInitialsHasItsStar() throws IOException {
        assertThat(white(drawn(badge("مهارة")))).isBetween(2_000L, 40_000L);
    }

    @Test
    void wordsStandWhereTheyAreAnchored() throws IOException {
        BufferedImage image = drawn(
                svg(
                        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 50'>"
                                + "<g fill='#fff' font-size='40'><text x='100' y='40' text-anchor='end'>I<tspan>I</tspan></text></g></svg>"));

        assertThat(image.getHeight()).isEqualTo(PngPictures.SIDE / 2);
        assertThat(white(image.getSubimage(0, 0, 300, 300))).isZero();
        assertThat(white(image.getSubimage(300, 0, 300, 300))).isPositive();
    }

    @Test
    void aPngIsAsItWas() {
        StoredImage png = new StoredImage("image/png", new byte[] {1, 2, 3});

        assertThat(pictures.of(png)).containsSame(png);
    }

    @Test
    void aDrawingThatIsNotDrawnWholeHasNoPng() {
        assertThat(pictures.of(
                        svg("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text y='9'>技能</text></svg>")))
                .isEmpty();
        assertThat(pictures.of(svg("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9000 1'></svg>")))
                .isEmpty();
        assertThat(pictures.of(svg("<svg"))).isEmpty();
    }

    @Test
    void dashesWithoutNumberAreNotDrawn() throws IOException {
        BufferedImage image = drawn(svg("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>"
                + "<path d='M0 5H10' stroke='#fff' stroke-width='4' stroke-dasharray='0.0000001'/></svg>"));

        assertThat(white(image)).isPositive();
    }

    private static String crossing(int points) {
        Random random = new Random(7);
        StringBuilder path = new StringBuilder("M0 0");
        for (int i = 0; i < points; i++) {
            path.append('L').append(random.nextInt(600)).append(' ').append(random.nextInt(600));
        }
        return path.toString();
    }

    @Test
    void aDrawingThatIsCutOutByManyLinesHasNoPng() {
        String svg =
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 600 600'><clipPath id='c'>%s</clipPath>%s</svg>";
        String circle = "<circle cx='300' cy='300' r='300' clip-path='url(#c)'/>";

        for (String clip : List.of(
                "<path d='" + crossing(400) + "'/>",
                "<polygon points='" + crossing(400).replaceAll("[ML]", " ") + "'/>",
                "<path d='M0 0" + "h1v1".repeat(300) + "'/>")) {
            assertThat(pictures.of(svg(String.format(svg, clip, circle)))).isEmpty();
        }
        String small = "<path d='M0 0H600V300H0Z'/>";
        assertThat(pictures.of(svg(String.format(svg, small, circle.repeat(300)))))
                .isEmpty();
        assertThat(pictures.of(svg(String.format(svg, small.replace("/>", " clip-path='url(#c)'/>"), circle))))
                .isEmpty();
        assertThat(pictures.of(svg(String.format(svg, small, circle)))).isPresent();
    }

    @Test
    void aDrawingOfVeryManyLinesHasNoPng() {
        assertThat(pictures.of(svg("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 600 600'><path d='"
                        + crossing(15_000) + "'/></svg>")))
                .isEmpty();
    }
}
