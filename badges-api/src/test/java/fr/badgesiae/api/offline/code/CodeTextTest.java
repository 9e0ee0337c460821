package fr.badgesiae.api.offline.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fr.badgesiae.api.platform.qr.QrCode;
import fr.badgesiae.verifier.keys.Signer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTextTest {
    private static final String KID = "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs";
    private static final Instant SIGNED = Instant.parse("2026-11-30T08:00:00Z");
    /** Three centimetres at 300 dots an inch. */
    private static final int THREE_CENTIMETRES = 354;

    static Signer signer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            PrivateKey key = generator.generateKeyPair().getPrivate();
            return data -> sign(key, data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sign(PrivateKey key, byte[] data) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OfflineCode code(String title, String name) {
        return new OfflineCode(
                "https://badges.example.org/issuers/8c5e1f0a-3b1d-4a67-9d3e-2f6b7a901c11",
                UUID.fromString("4f0c2b8e-9a57-4b2e-8a94-0c1de8a7b6f3"),
                title,
                name,
                LocalDate.of(2026, 11, 27),
                SIGNED,
                SIGNED.plusSeconds(365L * 86400),
                "https://badges.example.org/status/0a9d4e1b-6c52-4f0e-b3f7-d2c81a5e9f44.jwt",
                93_112);
    }

    private static String address(OfflineCode code) {
        return "https://badges.example.org/o#" + CodeText.digits(CodeText.sign(code, KID, signer()));
    }

    @Test
    void whatIsWrittenIsReadFromAnAddressAndFromTheDigits() {
        OfflineCode code = code("Préparer un chantier", "Alix Exemple");
        String address = address(code);

        assertThat(address).matches("https://badges\\.example\\.org/o#[0-9]+");
        CodeText.Read read = CodeText.read(" " + address + "\n");
        assertThat(read.code()).isEqualTo(code);
        assertThat(read.kid()).isEqualTo(KID);
        assertThat(read.signature()).hasSize(64);
        assertThat(CodeText.read(address.substring(address.indexOf('#') + 1)).code())
                .isEqualTo(code);
        assertThat(CodeText.read(address(code("Préparer un chantier", null)))
                        .code()
                        .name())
                .isNull();
    }

    @Test
    void aLongTitleIsShortened() {
        String title = "Préparer, baliser et ranger un chantier de peinture en milieu occupé, avec une équipe entière";

        assertThat(CodeText.read(address(code(title, null))).code().title())
                .hasSizeLessThanOrEqualTo(OfflineCode.MOST_TITLE)
                .startsWith("Préparer, baliser et ranger un chantier")
                .endsWith("…");
    }

    private static String of(String header, byte[] deflated) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return CodeText.digits(base64.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(deflated) + "." + base64.encodeToString(new byte[64]));
    }

    private static String header(String alg, String zip, String typ) {
        return "{\"alg\":\"" + alg + "\",\"zip\":\"" + zip + "\",\"typ\":\"" + typ + "\",\"kid\":\"" + KID + "\"}";
    }

    @Test
    void anotherHeaderIsNoCode() {
        byte[] claims = CodeText.deflate(code("Titre", null).claims());
        assertThat(CodeText.read(of(header("ES256", "DEF", CodeText.TYPE), claims))
                        .kid())
                .isEqualTo(KID);
        for (String header : new String[] {
            header("none", "DEF", CodeText.TYPE),
            header("ES256", "GZ", CodeText.TYPE),
            header("ES256", "DEF", "JWT"),
            header("ES256", "DEF", CodeText.TYPE).replace("}", ",\"crit\":[\"b64\"]}")
        }) {
            assertThatThrownBy(() -> CodeText.read(of(header, claims)))
                    .as(header)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void claimsThatInflateToMoreThanFourKibibytesAreRefused() {
        String padded = new String(code("Titre", null).claims(), StandardCharsets.UTF_8);
        byte[] fits = (padded + " ".repeat(4096 - padded.getBytes(StandardCharsets.UTF_8).length))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(CodeText.read(of(header("ES256", "DEF", CodeText.TYPE), CodeText.deflate(fits)))
                        .code()
                        .title())
                .isEqualTo("Titre");
        byte[] more = Arrays.copyOf(fits, 4097);
        more[4096] = ' ';

        assertThatThrownBy(() -> CodeText.read(of(header("ES256", "DEF", CodeText.TYPE), CodeText.deflate(more))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "https://badges.example.org/o#", "https://badges.example.org/v/ABCD", "99", "é"})
    void anythingElseIsNoCode(String text) {
        assertThatThrownBy(() -> CodeText.read(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CodeText.read(text + "99".repeat(60))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCodeIsSmallEnoughForThreeCentimetres() {
        String address = address(code("Préparer un chantier", "Alix Exemple"));
        QrCode qr = QrCode.compact(address);
        int modules = qr.size() - 8;

        // measured: 560 characters, 1,120 digits, version 17 with error correction M
        assertThat(address.length()).isLessThan(1_200);
        assertThat(modules).isLessThanOrEqualTo(93);
        assertThat(QrCode.of(address).size()).isGreaterThan(qr.size());
    }

    /** As a camera sees it: three centimetres wide at 300 dots an inch, the modules on no pixel's border. */
    private static BufferedImage photographed(String address) {
        QrCode qr = QrCode.compact(address);
        double scale = (double) THREE_CENTIMETRES / (qr.size() - 8);
        int side = (int) Math.ceil(qr.size() * scale);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        pen.scale(scale, scale);
        for (int y = 0; y < qr.size(); y++) {
            for (int x = 0; x < qr.size(); x++) {
                if (qr.dark(x, y)) {
                    pen.fillRect(x, y, 1, 1);
                }
            }
        }
        pen.dispose();
        return image;
    }

    @Test
    void zxingReadsItAtThreeCentimetres() throws Exception {
        String address = address(code("Préparer un chantier", "Alix Exemple"));
        BufferedImage image = photographed(address);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource seen = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);

        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                        .getText())
                .isEqualTo(address);
    }

    @Test
    void zbarReadsItAtThreeCentimetres(@TempDir Path folder) throws Exception {
        Path zbar = Path.of("/usr/bin/zbarimg");
        assumeTrue(Files.isExecutable(zbar), "SKIPPED, NOT PASSED: no zbarimg found. Install zbar-tools.");
        String address = address(code("Préparer un chantier", "Alix Exemple"));
        Path picture = folder.resolve("code.png");
        ImageIO.write(photographed(address), "png", picture.toFile());

        Process process = new ProcessBuilder(zbar.toString(), "--raw", "--quiet", picture.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String read = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(read.strip()).isEqualTo(address);
    }
}
