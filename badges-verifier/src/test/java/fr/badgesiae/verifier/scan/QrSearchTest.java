package fr.badgesiae.verifier.scan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.read.BadgeFinder;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Our own QR codes, distorted with fixed seeds: the number of codes read among ten. */
class QrSearchTest {
    private static final String TEXT = "https://badges.example/v/7K2MX0Q9TDWE";
    private static final int EACH = 10;

    private static int read(BiFunction<QrPhotos, Random, GreyImage> distortion) {
        int read = 0;
        for (int seed = 0; seed < EACH; seed++) {
            GreyImage picture = distortion.apply(new QrPhotos(seed), new Random(seed));
            read += QrSearch.search(picture).texts().contains(TEXT) ? 1 : 0;
        }
        return read;
    }

    @Test
    void aCodeTurnedByAnyAngleIsRead() {
        assertThat(read((photo, random) -> photo.seen(QrPhotos.code(TEXT, 6), random.nextInt(360), 0)))
                .isEqualTo(EACH);
    }

    @Test
    void aCodeSeenFromTheSideIsRead() {
        assertThat(read((photo, random) -> photo.seen(QrPhotos.code(TEXT, 8), random.nextInt(40) - 20, 0.5)))
                .isGreaterThanOrEqualTo(9);
    }

    @Test
    void aBlurredCodeIsRead() {
        assertThat(read((photo, random) ->
                        QrPhotos.blurred(photo.seen(QrPhotos.code(TEXT, 6), random.nextInt(360), 0.1), 4)))
                .isGreaterThanOrEqualTo(9);
    }

    @Test
    void aCodeInLowLightIsRead() {
        assertThat(read((photo, random) ->
                        photo.dark(photo.seen(QrPhotos.code(TEXT, 6), random.nextInt(360), 0.1), 0.12, 8, 2)))
                .isGreaterThanOrEqualTo(9);
    }

    @Test
    void aNoisyCodeIsRead() {
        assertThat(read((photo, random) -> photo.dark(QrPhotos.code(TEXT, 6), 0.8, 20, 25)))
                .isGreaterThanOrEqualTo(9);
    }

    @Test
    void aSmallCodeOnALargePhotoIsRead() {
        assertThat(read((photo, random) ->
                        QrPhotos.farAway(photo.seen(QrPhotos.code(TEXT, 4), random.nextInt(360), 0.1), 2600)))
                .isGreaterThanOrEqualTo(9);
    }

    @Test
    void aTinyPictureOfACodeIsRead() {
        assertThat(read((photo, random) -> QrPhotos.code(TEXT, 2))).isEqualTo(EACH);
        assertThat(read((photo, random) -> QrPhotos.code(TEXT, 1))).isEqualTo(EACH);
    }

    @Test
    void aLightCodeOnADarkGroundIsRead() {
        assertThat(read((photo, random) -> QrPhotos.inverted(photo.seen(QrPhotos.code(TEXT, 6), 15, 0.1))))
                .isEqualTo(EACH);
    }

    @Test
    void aPoorJpegIsRead() {
        assertThat(read((photo, random) -> ImageDecoder.decode(
                                QrPhotos.jpeg(photo.seen(QrPhotos.code(TEXT, 5), random.nextInt(360), 0.2), 0.08f))
                        .picture()
                        .orElseThrow()))
                .isGreaterThanOrEqualTo(9);
    }

    @Test
    void twoCodesOnOnePictureAreBothRead() {
        assertThat(QrSearch.search(side(QrPhotos.code(TEXT, 6), QrPhotos.code("second", 6)))
                        .texts())
                .containsExactlyInAnyOrder(TEXT, "second");
    }

    @Test
    void aSmallCodeBesideALargeOneIsRead() {
        GreyImage picture = side(QrPhotos.code(TEXT, 70), QrPhotos.code("second", 2));
        assertThat(picture.longSide()).isBetween(2000, 3000);

        assertThat(QrSearch.search(picture).texts()).containsExactlyInAnyOrder(TEXT, "second");
    }

    /** Both images on one, at the top. */
    private static GreyImage side(GreyImage left, GreyImage right) {
        int width = left.width() + right.width();
        int height = Math.max(left.height(), right.height());
        byte[] both = new byte[width * height];
        java.util.Arrays.fill(both, (byte) 235);
        for (int y = 0; y < left.height(); y++) {
            System.arraycopy(left.pixels(), y * left.width(), both, y * width, left.width());
        }
        for (int y = 0; y < right.height(); y++) {
            System.arraycopy(right.pixels(), y * right.width(), both, y * width + left.width(), right.width());
        }
        return new GreyImage(width, height, both);
    }

    @Test
    void aPictureWithoutCodeHasNone() {
        byte[] noise = new byte[200 * 200];
        new Random(1).nextBytes(noise);
        assertThat(QrSearch.search(new GreyImage(200, 200, noise)).texts()).isEmpty();
        assertThat(QrSearch.search(new GreyImage(1, 1, new byte[1])).texts()).isEmpty();
    }

    @Test
    void aPictureFullOfCornerMarksIsNotTriedThreeByThree() {
        int cell = 20;
        int side = cell * 60;
        byte[] marks = new byte[side * side];
        for (int i = 0; i < marks.length; i++) {
            int x = Math.abs(i % side % cell - cell / 2) / 2;
            int y = Math.abs(i / side % cell - cell / 2) / 2;
            int ring = Math.max(x, y);
            marks[i] = (byte) (ring <= 1 || ring == 3 ? 0 : 255);
        }

        BadgeFinder.Codes found = QrSearch.search(new GreyImage(side, side, marks));
        assertThat(found.texts()).isEmpty();
        assertThat(found.illegible()).isTrue();
    }
}
