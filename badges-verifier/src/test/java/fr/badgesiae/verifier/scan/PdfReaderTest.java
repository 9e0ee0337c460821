package fr.badgesiae.verifier.scan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.read.BadgeFinder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfReaderTest {
    private static final GreyImage CODE = QrPhotos.code("https://badges.example/v/7K2MX0Q9TDWE", 4);

    private static List<String> codes(byte[] pdf) {
        return PdfReader.read(pdf, true).pages().stream()
                .flatMap(page -> page.texts().stream())
                .toList();
    }

    @Test
    void anAttachedFileIsTakenOut() {
        BadgeFinder.Document contents = PdfReader.read(
                new Pdfs()
                        .pages(1)
                        .attach("badge.json", "{}".getBytes(StandardCharsets.UTF_8))
                        .bytes(),
                false);

        assertThat(contents.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("badge.json");
            assertThat(file.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
        });
    }

    @Test
    void moreFilesThanAreLookedAtLeaveTheQuestionOpen() {
        assertThat(PdfReader.read(withFiles(PdfAttachments.MAX_FILES), false).partial())
                .isFalse();
        assertThat(PdfReader.read(withFiles(PdfAttachments.MAX_FILES + 1), false)
                        .partial())
                .isTrue();
    }

    private static byte[] withFiles(int count) {
        String files = IntStream.range(0, count)
                .mapToObj(i -> "(" + i + ")<</F(" + i + ")/EF<</F " + (i + 3) + " 0 R>>>>")
                .collect(Collectors.joining());
        String streams = IntStream.range(0, count)
                .mapToObj(i -> (i + 3) + " 0 obj<</Length 1>>stream\nx\nendstream endobj\n")
                .collect(Collectors.joining());
        String pdf = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[" + files
                + "]>>>>>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n" + streams
                + "trailer<</Root 1 0 R>>\n%%EOF";
        return pdf.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aCodeIsReadWhetherItIsAnImageOrSquares() {
        assertThat(codes(new Pdfs().picture(QrPhotos.image(CODE)).bytes())).hasSize(1);
        assertThat(codes(new Pdfs().squares(CODE, 4).bytes())).hasSize(1);
        assertThat(codes(new Pdfs().inline(QrPhotos.image(CODE)).bytes())).hasSize(1);
    }

    @Test
    void onlyTheFirstPagesAreLookedAt() {
        assertThat(codes(new Pdfs().pages(4).picture(QrPhotos.image(CODE)).bytes()))
                .hasSize(1);
        assertThat(codes(new Pdfs().pages(5).picture(QrPhotos.image(CODE)).bytes()))
                .isEmpty();
    }

    @Test
    void anEncryptedFileIsNamedSo() {
        byte[] locked = new Pdfs().pages(1).encrypted("secret").bytes();
        byte[] open = new Pdfs().pages(1).encrypted("").bytes();

        assertThat(PdfReader.read(locked, true).state()).isEqualTo(BadgeFinder.State.ENCRYPTED);
        assertThat(PdfReader.read(open, true).state()).isEqualTo(BadgeFinder.State.ENCRYPTED);
    }

    @Test
    void aBrokenFileIsAnsweredToo() {
        byte[] pdf = new Pdfs().picture(QrPhotos.image(CODE)).bytes();
        byte[] half = Arrays.copyOf(pdf, pdf.length / 8);

        assertThat(PdfReader.read("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), true)
                        .state())
                .isEqualTo(BadgeFinder.State.UNREADABLE);
        assertThat(codes(half)).isEmpty();
    }

    @Test
    void aStreamThatUnpacksToMuchIsNotOpened() throws IOException {
        assertThat(PdfReader.read(streamOf("/Filter /FlateDecode", zeros((int) PdfCost.MAX_UNPACKED)), true)
                        .state())
                .isEqualTo(BadgeFinder.State.TOO_MUCH_WORK);
        assertThat(PdfReader.read(streamOf("/Filter /FlateDecode", zeros(1 << 20)), true)
                        .state())
                .isEqualTo(BadgeFinder.State.READ);
    }

    @Test
    void oneStreamUnpacksNoFurtherThanTheMemoryForOne() throws IOException {
        int most = (int) DecodingBudget.MOST_BYTES;
        assertThat(state("/Filter /FlateDecode", zeros(most))).isEqualTo(BadgeFinder.State.TOO_MUCH_WORK);
        assertThat(state("/Filter /FlateDecode", zeros(most / 2))).isEqualTo(BadgeFinder.State.READ);
    }

    @ParameterizedTest
    @CsvSource({
        "DeviceGray, 8, 49000000, true",
        "DeviceRGB, 8, 20000000, true",
        "DeviceRGB, 8, 25000000, false",
        "DeviceRGB, 16, 12000000, false",
        "DeviceCMYK, 8, 17000000, false",
        "Other, 8, 25000000, false"
    })
    void anImageOfAPageIsJudgedByTheMemoryThatItDeclares(String colours, int bits, int pixels, boolean allowed) {
        COSStream image = new COSStream();
        image.setItem(COSName.SUBTYPE, COSName.IMAGE);
        image.setInt(COSName.WIDTH, pixels / 1000);
        image.setInt(COSName.HEIGHT, 1000);
        image.setInt(COSName.BITS_PER_COMPONENT, bits);
        image.setItem(COSName.COLORSPACE, COSName.getPDFName(colours));
        PDResources resources = new PDResources();
        COSDictionary named = new COSDictionary();
        named.setItem(COSName.getPDFName("A"), image);
        resources.getCOSObject().setItem(COSName.XOBJECT, named);
        PDPage page = new PDPage();
        page.setResources(resources);

        assertThat(new PageCost().isAllowed(page)).isEqualTo(allowed);
    }

    @Test
    void whateverItIsPackedInIsCounted() throws IOException {
        byte[] runs = new byte[2 * (int) (PdfCost.MAX_UNPACKED / 128) + 2];
        for (int i = 0; i < runs.length; i += 2) {
            runs[i] = (byte) 129;
        }
        String hex = HexFormat.of().formatHex(zeros((int) PdfCost.MAX_UNPACKED)) + ">";
        byte[] twice = hex.getBytes(StandardCharsets.US_ASCII);

        assertThat(state("/Filter/RunLengthDecode", runs)).isEqualTo(BadgeFinder.State.TOO_MUCH_WORK);
        assertThat(state("/Filter[/ASCIIHexDecode/FlateDecode]", twice)).isEqualTo(BadgeFinder.State.TOO_MUCH_WORK);
        assertThat(state("/Filter/RunLengthDecode", Arrays.copyOf(runs, 1000))).isEqualTo(BadgeFinder.State.READ);
    }

    private static BadgeFinder.State state(String filter, byte[] data) {
        return PdfReader.read(streamOf(filter, data), true).state();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0 100000 100000 re f\n",
                "0 0 m 100000 100000 l 0 9 l 100000 0 l 0 0 l 90000 90000 l S\n",
                "/A Do\n"
            })
    void aPageIsPaintedOverOnlySoOften(String operation) {
        String operations = operation.repeat(9000);
        String pdf = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100000 100000]/Contents 4 0 R"
                + "/Resources<</XObject<</A 5 0 R>>>>>>endobj\n"
                + "4 0 obj<</Length " + operations.length() + ">>stream\n" + operations + "\nendstream endobj\n"
                + "5 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 1>>stream\n \nendstream endobj\n"
                + "trailer<</Root 1 0 R>>\n%%EOF";

        assertThat(PdfReader.read(pdf.getBytes(StandardCharsets.ISO_8859_1), true)
                        .partial())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Filter 12 0 R",
                "/Filter [/FlateDecode 5 0 R]",
                "/Filter             12 0 R",
                "/Filter%\n5 0 R",
                "/Filter [/DCTDecode/FlateDecode]",
                "/Filter /#4cZWDecode",
                "/#46ilter /FlateDecode"
            })
    void packingThatCannotBeWeighedIsNotOpened(String filter) throws IOException {
        assertThat(PdfReader.read(streamOf(filter, zeros(10)), true).state())
                .isEqualTo(BadgeFinder.State.TOO_MUCH_WORK);
    }

    @Test
    void aCyclicNameTreeIsReadOnce() {
        String pdf = """
                %PDF-1.7
                1 0 obj<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>endobj
                2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
                3 0 obj<</Kids[3 0 R 3 0 R]/Names[(a) 3 0 R]>>endobj
                trailer<</Root 1 0 R>>
                %%EOF""";

        assertThat(PdfReader.read(pdf.getBytes(StandardCharsets.ISO_8859_1), true)
                        .attachments())
                .isEmpty();
    }

    @Test
    void aPageOfManyOperationsIsDrawnNoFurtherThanTheLimit() {
        String operations = "0 0 m 10 10 l S\n".repeat(200_000);
        String pdf = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100000 100000]/Contents 4 0 R>>endobj\n"
                + "4 0 obj<</Length " + operations.length() + ">>stream\n" + operations
                + "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF";

        assertThat(PdfReader.read(pdf.getBytes(StandardCharsets.ISO_8859_1), true)
                        .partial())
                .isTrue();
    }

    private static byte[] zeros(int length) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(packed)) {
            byte[] block = new byte[1 << 16];
            for (int left = length; left > 0; left -= block.length) {
                zlib.write(block, 0, Math.min(left, block.length));
            }
        }
        return packed.toByteArray();
    }

    private static byte[] streamOf(String filter, byte[] data) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                        + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]>>endobj\n"
                        + "4 0 obj<<" + filter + "/Length " + data.length + ">>stream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        pdf.writeBytes(data);
        pdf.writeBytes("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
        return pdf.toByteArray();
    }
}
