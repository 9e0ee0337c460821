package fr.badgesiae.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.achievement.image.DefaultImage;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import fr.badgesiae.api.share.PublicPagesFixture;
import fr.badgesiae.verifier.bake.Unbaker;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BakedFilesTest {
    private PublicPagesFixture pages;

    @BeforeEach
    void open() {
        pages = PublicPagesFixture.open();
    }

    @AfterEach
    void close() {
        pages.close();
    }

    private static StoredImage png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
        return new StoredImage("image/png", out.toByteArray());
    }

    private static StoredImage drawing() {
        return DefaultImage.draw(new AchievementContent(
                "Accueillir le public", "", "", Category.TECHNICAL, null, null, EvidencePolicy.NONE, "fr", List.of()));
    }

    private void picture(StoredImage image) {
        pages.issuing.owner.useHandle(handle -> handle.execute(
                "UPDATE achievement_version SET image = ?, image_type = ?", image.bytes(), image.type()));
    }

    private Answer get(IssuedCredential badge, String file) {
        Code code = pages.share(badge);
        return pages.web.call("GET", "/v/" + code.value() + "/" + file, Map.of(), new byte[0]);
    }

    private static String baked(byte[] image) {
        return new String(Unbaker.unbakeAll(image).texts().get(0).content(), StandardCharsets.UTF_8);
    }

    @Test
    void thePictureOfABadgeCarriesItsSignedBytes() throws IOException {
        picture(png());
        IssuedCredential badge = pages.issuing.issued();

        Answer file = get(badge, "picture");

        assertThat(file.header("Content-Type")).isEqualTo("image/png");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"badge-accueillir-le-public.png\"");
        assertThat(baked(file.body()))
                .isEqualTo(pages.issuing.signed(badge.id()).document());
    }

    @Test
    void aDrawingCarriesThemToo() {
        picture(drawing());
        IssuedCredential badge = pages.issuing.issued();

        Answer file = get(badge, "picture");

        assertThat(file.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(file.header("Content-Disposition")).contains("badge-accueillir-le-public.svg");
        assertThat(baked(file.body()))
                .isEqualTo(pages.issuing.signed(badge.id()).document());
    }

    @Test
    void whoeverBringsThePictureIsToldThatItIsAuthentic() throws IOException {
        picture(png());
        byte[] file = get(pages.issuing.issued(), "picture").body();

        Answer report = pages.web.call("POST", "/api/v1/verifications", Map.of("Content-Type", "image/png"), file);

        assertThat(report.text()).contains("\"headline\":\"AUTHENTIC\"");
    }

    /** The way of wallets that read a picture: the text from the first brace to the one that closes it. */
    @Test
    void countingBracesFindsTheWholeBadge() throws IOException {
        picture(png());
        IssuedCredential badge = pages.issuing.issued("Range {vite} et bien }.");
        String picture = new String(get(badge, "picture").body(), StandardCharsets.ISO_8859_1);
        int start = picture.indexOf('{', picture.indexOf("openbadgecredential"));
        int open = 0;
        int end = start;
        do {
            open += picture.charAt(end) == '{' ? 1 : picture.charAt(end) == '}' ? -1 : 0;
            end++;
        } while (open > 0);

        String cut =
                new String(picture.substring(start, end).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);

        assertThat(cut).isEqualTo(pages.issuing.signed(badge.id()).document()).contains("\\u007bvite\\u007d");
        assertThat(pages.issuing.judge(cut).headline().name()).isEqualTo("AUTHENTIC");
    }

    @Test
    void everyFileHasAPlainName() {
        IssuedCredential badge = pages.issuing.issued();

        assertThat(get(badge, "badge.json").header("Content-Disposition"))
                .contains("\"badge-accueillir-le-public.json\"");
        assertThat(get(badge, "badge.jwt").header("Content-Disposition"))
                .contains("\"badge-accueillir-le-public.jwt\"");
    }

    @Test
    void aNameIsOfLettersAndDashesAndNotLong() {
        assertThat(name("Œuvrer à l’écoute, d’équipe")).isEqualTo("badge-oeuvrer-a-l-ecoute-d-equipe.json");
        assertThat(name("Ремонт")).isEqualTo("badge.json");
        assertThat(name("Préparer, mener et rendre un chantier de peinture en bâtiment occupé"))
                .isEqualTo("badge-preparer-mener-et-rendre-un-chantier-de.json");
    }

    private static String name(String badge) {
        return BadgeFile.name(BadgeFile.read("{\"name\":\"" + badge + "\"}"), "json");
    }
}
