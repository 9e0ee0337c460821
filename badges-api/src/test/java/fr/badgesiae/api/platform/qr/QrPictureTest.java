package fr.badgesiae.api.platform.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QrPictureTest {
    private static final String ADDRESS = "https://badges.reseau-exemple.example/v/ABCDEFGHJKMNPQRS";
    private static final List<String> CODE = List.of("ABCD-EFGH-", "JKMN-PQRS");
    /** Two centimetres at 200 dots per inch, as printed cheaply and photographed by a phone. */
    private static final int TWO_CENTIMETRES = 157;

    @TempDir
    Path folder;

    @Test
    void thePictureSaysTheAddress() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrPicture.png(ADDRESS, CODE)));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(source)))
                        .getText())
                .isEqualTo(ADDRESS);
    }

    /** Words are drawn without the fonts of the machine: the lines below the code are there on a server without any. */
    @Test
    void theTypedCodeStandsUnderThePicture() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrPicture.png(ADDRESS, CODE)));
        int side = image.getWidth();
        int band = (image.getHeight() - side) / CODE.size();
        assertThat(band).isGreaterThan(side / 10);
        for (int line = 0; line < CODE.size(); line++) {
            assertThat(darkColumns(image, side + line * band, band)).isGreaterThan(side / 3);
        }
        BufferedImage other =
                ImageIO.read(new ByteArrayInputStream(QrPicture.png(ADDRESS, List.of("ZZZZ-ZZZZ-", "ZZZZ-ZZZZ"))));
        assertThat(darkColumns(other, side, band)).isNotEqualTo(darkColumns(image, side, band));
    }

    private static int darkColumns(BufferedImage image, int top, int height) {
        int dark = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            int column = x;
            boolean any = IntStream.range(top, top + height).anyMatch(y -> (image.getRGB(column, y) & 0xFF) < 128);
            dark += any ? 1 : 0;
        }
        return dark;
    }

    @Test
    void theTypedCodeStandsUnderTheDrawing() {
        assertThat(QrCode.of(ADDRESS).svg(CODE))
                .containsSubsequence("<path shape-rendering=", ">ABCD-EFGH-</text>", ">JKMN-PQRS</text>");
    }

    @Test
    void anotherDecoderReadsTheDrawingAtTwoCentimetres() throws Exception {
        assumeTrue(hasZbar(), "zbarimg is not installed");
        BufferedImage paper = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 400, 400);
        byte[] svg = QrCode.of(ADDRESS).svg(CODE).getBytes(StandardCharsets.UTF_8);
        new SVGLoader()
                .load(new ByteArrayInputStream(svg), null, com.github.weisj.jsvg.parser.LoaderContext.createDefault())
                .render(null, pen, new ViewBox(120, 60, TWO_CENTIMETRES, 2 * TWO_CENTIMETRES));
        pen.dispose();
        Path file = folder.resolve("card.png");
        ImageIO.write(paper, "png", file.toFile());
        assertThat(zbar(file)).isEqualTo(ADDRESS);
    }

    @Test
    void anotherDecoderReadsThePicture() throws Exception {
        assumeTrue(hasZbar(), "zbarimg is not installed");
        Path file = folder.resolve("qr.png");
        Files.write(file, QrPicture.png(ADDRESS, CODE));
        assertThat(zbar(file)).isEqualTo(ADDRESS);
    }

    private static boolean hasZbar() throws InterruptedException {
        try {
            return new ProcessBuilder("zbarimg", "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static String zbar(Path file) throws IOException {
        Process process = new ProcessBuilder("zbarimg", "--raw", "-q", file.toString()).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
