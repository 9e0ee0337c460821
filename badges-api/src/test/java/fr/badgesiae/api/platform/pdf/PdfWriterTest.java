package fr.badgesiae.api.platform.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.sun.net.httpserver.HttpServer;
import fr.badgesiae.api.platform.client.ClientNetwork;
import fr.badgesiae.api.platform.limits.ConcurrencyLimit;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfWriterTest {
    private static final List<String> NAMES = List.of(
            "Zoé Œuvray-Ñandú d’Île",
            "Łucja Świątek",
            "Đặng Thị Hồng Ứng",
            "Ελένη Ψαρά",
            "Щедрина Ёлка",
            "Ґалаґан Їжак",
            "محمد الأمين لاوي",
            "فاطمة الزهراء",
            "ښکلا ټوټي ګړنګ ڼمړ",
            "گیلاس ژاله پری",
            "هێمن ڕۆژ ڵەز",
            "רות בן־ארי",
            "ნინო ქართული",
            "Անուշ Հայկյան",
            "ሀብተ ወልደ",
            "ⵣⵉⵔⵉ ⴰⵎⵏⴰⵢ",
            "王小明",
            "サクラ ひなた",
            "김하늘");
    private final PdfWriter writer =
            new PdfWriter(new ConcurrencyLimit(1, Duration.ofSeconds(1), "busy"), "Badges IAE");

    @Test
    void printsNamesInEachScriptAndGivesThemBackAsText() throws IOException {
        byte[] pdf =
                write(NAMES.stream().map(name -> "<p dir=auto>" + name + "</p>").collect(Collectors.joining()));
        assertThat(text(pdf).lines().map(String::strip).toList()).containsSubsequence(NAMES);
        assertThat(VeraPdf.broken(pdf)).isEmpty();
    }

    @Test
    void hasAGlyphForEachFormOfEachArabicLetter() {
        Fonts fonts = Fonts.read();
        IntStream.rangeClosed(0x600, 0x77F)
                .filter(letter -> fonts.printable(Character.toString(letter)).length() == 1)
                .filter(letter -> UCharacter.isLetter(letter))
                .forEach(letter -> assertThat(
                                Stream.of("%s", "%s\u0640", "\u0640%s", "\u0640%s\u0640", "\u0644%s", "\u0640\u0644%s")
                                        .map(around -> ArabicForms.shape(around.formatted(Character.toString(letter)))))
                        .as(Character.getName(letter))
                        .allSatisfy(
                                shaped -> assertThat(fonts.printable(shaped)).isEqualTo(shaped)));
    }

    /** French sets narrow spaces before its marks; a name between brackets is for letters. */
    @Test
    void writesASpaceThatNoFontHasAsOneThatTheyHave() {
        assertThat(Fonts.read().printable("Une question\u202f? Oui\u00a0!"))
                .isEqualTo("Une question\u00a0? Oui\u00a0!");
    }

    @Test
    void namesACharacterThatNoFontHas() throws IOException {
        byte[] pdf = write("<p>Bravo \uD83D\uDC4D\uD83C\uDFFD, ক \u0007fin</p>");
        assertThat(text(pdf)).contains("Bravo [thumbs up sign], [bengali letter ka] fin");
        assertThat(VeraPdf.broken(pdf)).isEmpty();
    }

    @Test
    void writesRightToLeftWordsInsideOthers() throws IOException {
        assertThat(text(write("<p>Remis à <strong>فاطمة الزهراء</strong> le 3 mai (מאי) 2027.</p>")))
                .contains("Remis à", "فاطمة الزهراء", "le 3 mai", "(מאי)");
    }

    @Test
    void fetchesNothing() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        Path file = Files.writeString(Files.createTempFile("document", ".css"), "p{display:none}");
        try {
            String there = "http://localhost:" + server.getAddress().getPort();
            byte[] pdf = write("<style>@import url(" + there + "/a.css);@font-face{font-family:x;src:url(" + there
                    + "/b.ttf)} p{font-family:x;background:url(" + there + "/c.png)}</style>"
                    + "<link rel=stylesheet href=" + there + "/d.css><link rel=stylesheet href=" + file.toUri()
                    + "><p>Vu</p><img alt=x src=" + there + "/e.png><object data=" + there + "/f></object>"
                    + "<iframe src=" + there + "/g></iframe><img alt=x src=" + file.toUri() + ">");
            assertThat(text(pdf)).contains("Vu");
        } finally {
            server.stop(0);
            Files.delete(file);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void attachesFilesWithTheirRelationship() throws IOException {
        try (PDDocument document = Loader.loadPDF(write("<p>Un badge</p>"))) {
            COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
            COSDictionary file = (COSDictionary) associated.getObject(0);
            assertThat(file.getNameAsString("AFRelationship")).isEqualTo("Data");
            assertThat(file.getString(COSName.UF)).isEqualTo("badge.json");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Essai");
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
        }
    }

    private byte[] write(String body) {
        String html = "<!doctype html><html lang=fr><head><title>Essai</title></head><body class=sheet><h1>Titre</h1>"
                + body + "</body></html>";
        return writer.apply(
                ClientNetwork.UNKNOWN,
                () -> new PdfWriter.Contents(
                        html,
                        List.of(new Attachment(
                                "badge.json",
                                "application/vc",
                                "{}".getBytes(StandardCharsets.UTF_8),
                                "Le badge signé",
                                Instant.EPOCH))));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
