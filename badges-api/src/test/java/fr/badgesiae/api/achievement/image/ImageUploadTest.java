package fr.badgesiae.api.achievement.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.achievement.content.Level;
import fr.badgesiae.api.achievement.image.UnusableImageException.Reason;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageUploadTest {

    @Test
    void aPngIsWrittenAgainAndMadeToFit() throws Exception {
        StoredImage image = ImageUpload.clean(png(1200, 800));
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(image.bytes()));
        assertThat(image.type()).isEqualTo("image/png");
        assertThat(read.getWidth()).isEqualTo(600);
        assertThat(read.getHeight()).isEqualTo(400);
    }

    @Test
    void whatFollowsThePngIsNotKept() throws Exception {
        byte[] png = png(10, 10);
        byte[] trailer = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] upload = java.util.Arrays.copyOf(png, png.length + trailer.length);
        System.arraycopy(trailer, 0, upload, png.length, trailer.length);
        assertThat(new String(ImageUpload.clean(upload).bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void aCanvasThatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
        assertThat(refusal(png(6001, 1))).isEqualTo(Reason.TOO_MANY_PIXELS);
    }

    /** 288 MB if it were decoded whole; the tests have less. */
    @Test
    void aLargeCanvasOfDeepPixelsIsReadInSteps() throws Exception {
        ColorModel deep = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_USHORT);
        BufferedImage narrow = new BufferedImage(deep, deep.createCompatibleWritableRaster(6000, 300), false, null);
        narrow.setRGB(0, 0, 0xff336699);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(narrow, "png", out);
        BufferedImage read = ImageIO.read(
                new ByteArrayInputStream(ImageUpload.clean(out.toByteArray()).bytes()));
        assertThat(read.getWidth()).isEqualTo(600);
        assertThat(read.getHeight()).isEqualTo(30);
        for (int side : new int[] {600, 1600}) {
            assertThat(ImageUpload.decodedPixels(6000, 6000, side))
                    .as("%s", side)
                    .isLessThanOrEqualTo(2400L * 2400);
            assertThat(ImageUpload.decodedPixels(2400, 2400, side))
                    .as("%s", side)
                    .isEqualTo(2400L * 2400);
        }
        BufferedImage photo =
                ImageIO.read(new ByteArrayInputStream(Photograph.clean(out.toByteArray(), 10 << 20, 1600)));
        assertThat(photo.getWidth()).isEqualTo(1600);
    }

    /** A lying photograph of 40 × 20 pixels: blue above, red below when the phone is upright. */
    private static byte[] photograph(int orientation) throws Exception {
        BufferedImage lying = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 20; y++) {
                lying.setRGB(x, y, x < 20 ? 0x0000ff : 0xff0000);
            }
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(lying, "jpeg", jpeg);
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(jpeg.toByteArray(), 0, 2);
        whole.write(exif);
        whole.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return whole.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void aPhotographIsKeptUprightAsAPng(int orientation) throws Exception {
        StoredImage kept = ImageUpload.clean(photograph(orientation));
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(kept.bytes()));
        boolean turned = orientation >= 5 && orientation <= 8;
        boolean blueFirst = Set.of(1, 4, 5, 6, 9).contains(orientation);

        assertThat(kept.type()).isEqualTo("image/png");
        assertThat(new String(kept.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        assertThat(new int[] {read.getWidth(), read.getHeight()}).containsExactly(turned ? 20 : 40, turned ? 40 : 20);
        int first = read.getRGB(turned ? 10 : 5, turned ? 5 : 10);
        assertThat((first & 0xff) > 128).as("blue at the start").isEqualTo(blueFirst);
    }

    @Test
    void aPhotographIsRefusedBeforeItIsDecoded() throws Exception {
        byte[] large = photograph(1);
        int frame = 2;
        while ((large[frame + 1] & 0xff) != 0xc0) {
            frame += 2 + ((large[frame + 2] & 0xff) << 8) + (large[frame + 3] & 0xff);
        }
        // 5888 by 5888 pixels
        large[frame + 5] = 0x17;
        large[frame + 7] = 0x17;
        assertThat(refusal(large)).isEqualTo(Reason.TOO_MANY_PIXELS);
        assertThat(refusal(java.util.Arrays.copyOf(photograph(1), ImageUpload.MAX_PHOTO_BYTES + 1)))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void otherBytesAreRefusedWithTheirReason() throws Exception {
        assertThat(refusal(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0}))
                .isEqualTo(Reason.UNREADABLE);
        assertThat(refusal("GIF89a".getBytes(StandardCharsets.US_ASCII))).isEqualTo(Reason.NEITHER_PNG_NOR_SVG);
        assertThat(refusal("<html><svg/></html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.NEITHER_PNG_NOR_SVG);
        byte[] cut = java.util.Arrays.copyOf(png(50, 50), 40);
        assertThat(refusal(cut)).isEqualTo(Reason.UNREADABLE);
        assertThat(refusal(new byte[ImageUpload.MAX_BYTES + 1])).isEqualTo(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
                "<image href='https://outside.example/a.png'/>",
                "<use href='https://outside.example/a.svg#x'/>",
                "<style>@import 'https://outside.example'</style>",
                "<rect onload='alert(1)' fill='url(https://outside.example/#a)' style='background:url(//outside.example)'/>",
                "<rect fill='\\75rl(https://outside.example)'/>",
                "<rect fill=\"image-set('https://outside.example/a' 1x)\"/>",
                "<rect fill='src(https://outside.example)' stroke='URL (https://outside.example)'/>",
                "<a href='javascript:alert(1)'><text>outside.example</text></a>",
                "<animate attributeName='href' to='outside.example'/>"
            })
    void anythingActiveOrOutsideIsLeftBehind(String hostile) throws Exception {
        String svg = "<!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                + "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10' onload='alert(1)'><circle cx='5' cy='5' r='4'/>"
                + hostile + "</svg>";
        String clean = new String(
                ImageUpload.clean(svg.getBytes(StandardCharsets.UTF_8)).bytes(), StandardCharsets.UTF_8);
        assertThat(clean).contains("<circle").contains("viewBox");
        for (String trace : List.of("script", "alert", "outside", "href", "onload", "ENTITY", "passwd", "style")) {
            assertThat(clean).doesNotContain(trace);
        }
    }

    @Test
    void aGradientOfTheSameDrawingStays() throws Exception {
        String svg = "<svg viewBox='0 0 1 1'><defs><linearGradient id='a'><stop offset='0' stop-color='red'/>"
                + "</linearGradient></defs><rect width='1' height='1' fill='url(#a)'"
                + " transform='rotate(45) translate(1, 2)' stroke='rgb(1,2,3)'/></svg>";
        assertThat(new String(
                        ImageUpload.clean(svg.getBytes(StandardCharsets.UTF_8)).bytes(), StandardCharsets.UTF_8))
                .contains("fill=\"url(#a)\"")
                .contains("linearGradient")
                .contains("rotate(45) translate(1, 2)")
                .contains("rgb(1,2,3)");
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void aBadgeWithoutImageGetsOneThatDraws(Category category) {
        AchievementContent content = new AchievementContent(
                "Préparer & dresser <l’assiette>",
                "",
                "",
                category,
                Level.PRACTISES,
                null,
                EvidencePolicy.NONE,
                "fr",
                List.of());
        StoredImage image = DefaultImage.draw(content);
        SVGDocument drawing = new SVGLoader()
                .load(
                        new ByteArrayInputStream(image.bytes()),
                        null,
                        com.github.weisj.jsvg.parser.LoaderContext.createDefault());
        assertThat(drawing.size().getWidth()).isEqualTo(600);
        assertThat(new String(image.bytes(), StandardCharsets.UTF_8))
                .contains(">PD<")
                .contains("&lt;l’assiette&gt;");
    }

    private static Reason refusal(byte[] upload) {
        return catchThrowableOfType(UnusableImageException.class, () -> ImageUpload.clean(upload))
                .reason();
    }

    private static byte[] png(int width, int height) throws java.io.IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
