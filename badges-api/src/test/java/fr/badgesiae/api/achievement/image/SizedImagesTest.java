package fr.badgesiae.api.achievement.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SizedImagesTest {
    private final SizedImages sizes = new SizedImages();

    /** A photograph is as good as noise. */
    private static StoredImage noise(int side, int seed) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return new StoredImage(ImageType.PNG.mediaType(), out.toByteArray());
    }

    private static int width(StoredImage image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(image.bytes())).getWidth();
    }

    @Test
    void aPictureIsAsLargeAsItsPlace() throws IOException {
        StoredImage stored = noise(600, 1);
        assertThat(width(sizes.fit(stored, "list"))).isEqualTo(112);
        assertThat(width(sizes.fit(stored, "card"))).isEqualTo(352);
        assertThat(sizes.fit(stored, "list").bytes().length).isLessThan(stored.bytes().length / 10);
    }

    @Test
    void anyOtherSizeIsTheStoredOne() throws IOException {
        StoredImage stored = noise(600, 2);
        assertThat(sizes.fit(stored, null)).isSameAs(stored);
        assertThat(sizes.fit(stored, "9999")).isSameAs(stored);
        assertThat(sizes.fit(stored, "LIST")).isSameAs(stored);
    }

    @Test
    void aDrawingAndASmallPictureStayAsTheyAre() throws IOException {
        StoredImage drawing = new StoredImage(ImageType.SVG.mediaType(), "<svg/>".getBytes(StandardCharsets.UTF_8));
        assertThat(sizes.fit(drawing, "list")).isSameAs(drawing);
        assertThat(width(sizes.fit(noise(40, 3), "card"))).isEqualTo(40);
    }

    @Test
    void aSizeIsMadeOnceAndTheOldestAreForgotten() throws IOException {
        StoredImage stored = noise(120, 4);
        assertThat(sizes.fit(stored, "list")).isSameAs(sizes.fit(stored, "list"));
        for (int seed = 0; seed < SizedImages.MOST + 10; seed++) {
            sizes.fit(noise(8, seed), "list");
        }
        assertThat(sizes.kept()).isEqualTo(SizedImages.MOST);
    }
}
