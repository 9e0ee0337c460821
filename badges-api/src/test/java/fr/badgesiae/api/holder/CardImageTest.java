package fr.badgesiae.api.holder;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.picture.Lettering;
import fr.badgesiae.api.platform.web.WebHarness;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.Test;

class CardImageTest {
    private static final Code CODE = Code.parse("ABCD-EFGH-JKMN-PQRS");

    private static PageContext context() {
        ContainerRequest request = new ContainerRequest(
                java.net.URI.create("https://badges.example/"),
                java.net.URI.create("https://badges.example/me/card.png"),
                "GET",
                null,
                new org.glassfish.jersey.internal.MapPropertiesDelegate(),
                null);
        request.header("Accept-Language", "fr");
        return WebHarness.pages().publicContext(request);
    }

    private static CardPicture card(String organisation, String phone) {
        return CardPicture.of(WebHarness.settings(), CODE, Optional.of(new CardContact(organisation, phone)));
    }

    private static BufferedImage drawn(CardPicture card) throws Exception {
        byte[] png = CardImage.png(card, context());
        assertThat(png.length).as("light enough for a telephone").isLessThan(150_000);
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** The row of the last dark pixel inside the border, and the column. */
    private static int[] extent(BufferedImage image) {
        int right = 0;
        int bottom = 0;
        for (int y = 20; y < image.getHeight() - 20; y++) {
            for (int x = 20; x < image.getWidth() - 20; x++) {
                if ((image.getRGB(x, y) & 0xFF) < 100) {
                    right = Math.max(right, x);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return new int[] {right, bottom};
    }

    @Test
    void itHasTheProportionsOfABankCardAndItsCodeIsRead() throws Exception {
        BufferedImage image = drawn(card("Atelier des Deux Rives", "01 99 00 00 00"));

        assertThat((double) image.getWidth() / image.getHeight()).isBetween(1.58, 1.59);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        String read = new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                .getText();
        assertThat(read).isEqualTo(WebHarness.settings().url("/me/open/" + CODE.grouped()));
    }

    @Test
    void theLongestNameAndAnyLetterStayOnTheCard() throws Exception {
        BufferedImage image = drawn(card("Régie de quartier « Œuvre » ".repeat(7) + "職業 😀", "+33 1 99 00 00 00"));

        int[] extent = extent(image);
        assertThat(extent[0]).isLessThan(CardImage.WIDTH - 40);
        assertThat(extent[1]).isLessThan(CardImage.HEIGHT - 20);
    }

    @Test
    void withoutAContactTheFootIsEmpty() throws Exception {
        CardPicture card = CardPicture.of(WebHarness.settings(), CODE, Optional.empty());
        assertThat(extent(drawn(card))[1]).isLessThan(830);
        assertThat(extent(drawn(card("Atelier", null)))[1]).isBetween(850, 930);
    }

    /** The letters are shapes of a font in the jar: Java is never asked for a font of the machine. */
    @Test
    void theFontIsInTheJarOfADependency() {
        try (Lettering letters = new Lettering()) {
            assertThat(letters.width("MM", 10)).isGreaterThan(letters.width("ii", 10));
            assertThat(letters.line("É", 0, 0, 100).getBounds2D().getHeight()).isBetween(70.0, 110.0);
            assertThat(letters.wrap("Carte perdue ? Parlez avec Atelier.", 10, 80))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(line -> assertThat(letters.width(line, 10)).isLessThanOrEqualTo(80));
        }
    }
}
