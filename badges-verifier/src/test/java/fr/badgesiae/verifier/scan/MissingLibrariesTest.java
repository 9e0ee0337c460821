package fr.badgesiae.verifier.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.schemas.samples.Samples;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verifier on a class path without PDFBox, ZXing and jsvg. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MissingLibrariesTest {
    private static final String JARS = ".*/(zxing|pdfbox|fontbox|pdfbox-io|jsvg)/.*";
    private static final String NOT_EXAMINED = "INCONCLUSIVE format.not-examined-by-this-build";

    private URLClassLoader loader;
    private UnaryOperator<byte[]> without;

    @BeforeAll
    void load() throws Exception {
        loader = withoutJars(JARS);
        without = probe(loader);
    }

    @AfterAll
    void close() throws IOException {
        loader.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.google.zxing.qrcode.QRCodeReader",
                "org.apache.pdfbox.Loader",
                "com.github.weisj.jsvg.SVGDocument"
            })
    void theLibrariesAreAbsent(String type) {
        assertThatThrownBy(() -> loader.loadClass(type)).isInstanceOf(ClassNotFoundException.class);
    }

    static Stream<byte[]> imagesAndDocuments() {
        String code = "https://badges.example/v/7K2MX0Q9TDWE";
        byte[] png = QrPhotos.png(QrPhotos.image(QrPhotos.code(code, 4)));
        return Stream.of(
                png,
                QrPhotos.jpeg(QrPhotos.code(code, 5), 0.7f),
                utf8(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"5\"/></svg>"),
                new Pdfs().picture(QrPhotos.image(QrPhotos.code(code, 4))).bytes(),
                new Pdfs()
                        .attach(
                                "badge.json",
                                Samples.named("valid-did-web.json").bytes())
                        .bytes());
    }

    @ParameterizedTest
    @MethodSource("imagesAndDocuments")
    void anImageOrDocumentIsNotExaminedAndNotCalledWrong(byte[] submission) {
        JsonNode report = report(without, submission);

        assertThat(format(report)).isEqualTo(NOT_EXAMINED);
        assertThat(report.path("verdict").asText()).isEqualTo("UNDETERMINED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "valid-did-key.json",
                "valid-did-web.json",
                "valid-jwt-es256.jwt",
                "valid-ob2-hosted.json",
                "presented-tampered.json",
                "valid-baked-png-jwt.png"
            })
    void jsonAndJwtAndBakedBadgesGetTheReportOfACompleteBuild(String sample) {
        byte[] bytes = Samples.named(sample).bytes();

        assertThat(report(without, bytes)).isEqualTo(report(new VerifierProbe(), bytes));
    }

    @Test
    void attachmentsOfAPdfAreReadWithoutZxing() throws Exception {
        try (URLClassLoader withoutZxing = withoutJars(".*/zxing/.*")) {
            UnaryOperator<byte[]> probe = probe(withoutZxing);
            byte[] badge = Samples.named("valid-did-web.json").bytes();

            assertThat(report(probe, new Pdfs().attach("badge.json", badge).bytes())
                            .path("verdict")
                            .asText())
                    .isEqualTo("VALID");
            assertThat(format(report(probe, new Pdfs().pages(1).bytes()))).isEqualTo(NOT_EXAMINED);
        }
    }

    private static URLClassLoader withoutJars(String pattern) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<URL> kept = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (!entry.replace(File.separatorChar, '/').matches(pattern)) {
                kept.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(kept.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    @SuppressWarnings("unchecked")
    private static UnaryOperator<byte[]> probe(ClassLoader loader) throws ReflectiveOperationException {
        return (UnaryOperator<byte[]>)
                loader.loadClass(VerifierProbe.class.getName()).getConstructor().newInstance();
    }

    private static JsonNode report(UnaryOperator<byte[]> verifier, byte[] submission) {
        try {
            return new JsonMapper().readTree(verifier.apply(submission));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String format(JsonNode report) {
        JsonNode format = report.path("checks").path(0);
        return format.path("outcome").asText() + " " + format.path("reason").asText();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
