package fr.badgesiae.api.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** What is read of a table, and what is refused. */
class TableReaderTest {
    private static final String CONTENT_TYPES =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                    + ".spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType="
                    + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";
    private static final String RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
                    + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                    + " Target=\"worksheets/sheet1.xml\"/></Relationships>";
    private static final String WORKBOOK =
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r="
                    + "\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"A\""
                    + " sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

    private static List<TableRow> read(byte[] file) throws TableRefusedException {
        List<TableRow> rows = new ArrayList<>();
        TableReader.read(file, rows::add);
        return rows;
    }

    private static List<TableRow> read(String text) throws TableRefusedException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(TableRefusal refusal, byte[] file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        TableRefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static void refused(TableRefusal refusal, String text) {
        refused(refusal, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSeparatorIsTheOneOfTheTitles() throws Exception {
        for (String separator : List.of(";", ",", "\t")) {
            assertThat(read(String.join(separator, "Prénom", "Nom") + "\r\n"
                            + String.join(separator, "Alix", "Modèle")))
                    .as(separator)
                    .containsExactly(
                            new TableRow(1, List.of("Prénom", "Nom")), new TableRow(2, List.of("Alix", "Modèle")));
        }
        assertThat(read("Prénom;Nom;Lieu\nAlix;Modèle;Ici, là, ailleurs, partout")
                        .get(1)
                        .cells())
                .hasSize(3);
        assertThat(read("sep=;\nPrénom;Nom").get(0).cells()).containsExactly("Prénom", "Nom");
        assertThat(read("Alix\nDominique")).hasSize(2);
    }

    @Test
    void theEncodingIsTheOneInWhichTheBytesAreText() throws Exception {
        String text = "Prénom;Nom\nZoé;Œuvre";
        assertThat(read(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(read(text));
        assertThat(read("\uFEFF" + text)).isEqualTo(read(text));
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(read(text));
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))).isEqualTo(read(text));
    }

    @Test
    void aCellInQuotesMayHaveLinesAndSeparators() throws Exception {
        assertThat(read("a;b\n\"un\n\"\"deux\"\"; trois\";x\n\n ; \nfin;y"))
                .containsExactly(
                        new TableRow(1, List.of("a", "b")),
                        new TableRow(2, List.of("un\n\"deux\"; trois", "x")),
                        new TableRow(6, List.of("fin", "y")));
    }

    @Test
    void boundsAreChecked() throws Exception {
        String titles = "Prénom;Nom\n";
        assertThat(read(titles + "A;B\n".repeat(TableLimits.MOST_ROWS))).hasSize(TableLimits.MOST_ROWS + 1);
        refused(TableRefusal.TOO_MANY_ROWS, titles + "A;B\n".repeat(TableLimits.MOST_ROWS + 1));
        refused(TableRefusal.TOO_MANY_COLUMNS, "a;".repeat(TableLimits.MOST_COLUMNS) + "a");
        assertThat(read("a;".repeat(TableLimits.MOST_COLUMNS) + ";;")).hasSize(1);
        refused(TableRefusal.TOO_MANY_COLUMNS, ";".repeat(20_000) + "a");
        refused(TableRefusal.CELL_TOO_LONG, "a;" + "b".repeat(TableLimits.LONGEST_CELL + 1));
        refused(TableRefusal.TOO_LARGE, "a;b\n".repeat(2 << 20));
        refused(TableRefusal.EMPTY, " \n;;\n");
        refused(TableRefusal.EMPTY, "");
        refused(TableRefusal.OPEN_QUOTE, "a;b\n\"c;d\ne;f");
    }

    @Test
    void whatIsNoTableIsRefused() {
        refused(TableRefusal.NOT_A_TABLE, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        refused(TableRefusal.OLD_OR_LOCKED_WORKBOOK, new byte[] {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0
        });
        refused(TableRefusal.UNREADABLE_WORKBOOK, new byte[] {'P', 'K', 3, 4, 0, 0, 0});
    }

    @Test
    void theFirstSheetOfAWorkbookIsReadAsItIsShown() throws Exception {
        byte[] file = workbook(sheet -> {
            sheet.value(0, 0, "Prénom");
            sheet.value(0, 3, "Jour");
            sheet.value(3, 0, " Zoé ");
            sheet.value(3, 1, 999_991_234_567L);
            sheet.value(3, 2, 12.5);
            sheet.value(3, 3, LocalDate.of(2026, 11, 30));
            sheet.style(3, 3).format("dd/mm/yyyy").set();
            sheet.value(3, 4, 7);
            sheet.style(3, 4).format("00000").set();
            sheet.value(3, 5, 45000);
            sheet.style(3, 5).format("#,##0&quot; dollars&quot;").set();
        });
        assertThat(read(file))
                .containsExactly(
                        new TableRow(1, List.of("Prénom", "", "", "Jour")),
                        new TableRow(4, List.of("Zoé", "999991234567", "12.5", "2026-11-30", "00007", "45000")));
    }

    @Test
    void aWorkbookThatInflatesTooMuchIsRefused() throws Exception {
        String spaces = " ".repeat(1 << 20);
        refused(TableRefusal.INFLATES_TOO_MUCH, zip(Map.of("xl/worksheets/sheet1.xml", spaces.repeat(60))));
        Map<String, String> many = new TreeMap<>();
        for (int i = 0; i <= BoundedWorkbook.MOST_ENTRIES; i++) {
            many.put("xl/media/" + i, "");
        }
        refused(TableRefusal.INFLATES_TOO_MUCH, zip(many));
    }

    @Test
    void aWorkbookHasNoEntities() throws Exception {
        String sheet =
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                        + "<c r=\"A1\" t=\"inlineStr\"><is><t>%s</t></is></c></row></sheetData></worksheet>";
        assertThat(read(minimal(sheet.formatted("lu"))).get(0).cells()).containsExactly("lu");
        String declared = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + sheet.formatted("&x;");
        refused(TableRefusal.UNREADABLE_WORKBOOK, minimal(declared));
        refused(
                TableRefusal.UNREADABLE_WORKBOOK,
                minimal(new String(
                        ("\uFEFF" + declared).getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aSheetWithoutEndIsRefused() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 2_000; i++) {
            rows.append("<row r=\"").append(i).append("\"><c r=\"XFD").append(i).append("\"/></row>");
        }
        refused(
                TableRefusal.ENDLESS_SHEET,
                minimal("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + rows + "</sheetData></worksheet>"));
    }

    @Test
    void aDamagedWorkbookIsRefused() throws Exception {
        refused(TableRefusal.UNREADABLE_WORKBOOK, minimal("<worksheet><sheetData><row><c t=\"s\"><v>7</v></c></row>"));
        refused(
                TableRefusal.UNREADABLE_WORKBOOK,
                minimal("<worksheet><sheetData><row r=\"x\"><c r=\"?\"/></row></sheetData></worksheet>"));
        refused(TableRefusal.UNREADABLE_WORKBOOK, zip(Map.of("word/document.xml", "<document/>")));
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    @Test
    void aColumnThatNoSheetHasIsRefused() throws Exception {
        for (String address : List.of("XFE1", "AAAA1", "AAAAA1", "a1", "A0")) {
            refused(
                    TableRefusal.UNREADABLE_WORKBOOK,
                    minimal(sheet("<row r=\"1\"><c r=\"" + address + "\"><v>1</v></c></row>")));
        }
        refused(TableRefusal.UNREADABLE_WORKBOOK, minimal(sheet("<a>".repeat(300) + "</a>".repeat(300))));
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            names.append("<n").append(i).append("/>");
        }
        refused(TableRefusal.UNREADABLE_WORKBOOK, minimal(sheet(names.toString())));
    }

    /** A shared formula is as long as it wants, and each of its cells would be given a copy. */
    @Test
    void formulasAreNotRead() throws Exception {
        StringBuilder rows = new StringBuilder("<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A9000\" si=\"0\">1"
                + "+A1".repeat(100_000) + "</f><v>1</v></c></row>");
        for (int i = 2; i <= 9_000; i++) {
            rows.append("<row r=\"")
                    .append(i)
                    .append("\"><c r=\"A")
                    .append(i)
                    .append("\"><f t=\"shared\" si=\"0\"/><v>7</v></c></row>");
        }
        String plain = new String(
                SheetPart.bare(sheet(rows.toString()).getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        assertThat(plain).doesNotContain("<f", "+A1");
        assertThat(read(minimal(sheet(rows.toString())))).hasSize(9_000).contains(new TableRow(9_000, List.of("7")));
    }

    @Test
    void rowsRiseAndEnd() throws Exception {
        String row = "<row r=\"%1$d\"><c r=\"A%1$d\"><v>1</v></c></row>";
        refused(TableRefusal.UNREADABLE_WORKBOOK, minimal(sheet(row.formatted(2) + row.formatted(2))));
        refused(TableRefusal.UNREADABLE_WORKBOOK, minimal(sheet("<row r=\"0\"><c><v>1</v></c></row>")));
        refused(TableRefusal.TOO_MANY_ROWS, minimal(sheet(row.formatted(2_000_001))));
        refused(TableRefusal.TOO_MANY_ROWS, "\n".repeat(2_000_001) + "a;b");
        List<TableRow> pasted = new ArrayList<>();
        TableReader.read("Pré\0nom;Nom", pasted::add);
        assertThat(pasted.get(0).cells()).containsExactly("Prénom", "Nom");
    }

    @Test
    void workbooksAreReadOneAtATime() throws Exception {
        int rows = 2_000;
        byte[] file = workbook(sheet -> IntStream.range(0, rows).forEach(row -> sheet.value(row, 0, "a")));
        AtomicReference<Object> reading = new AtomicReference<>();
        AtomicInteger mixed = new AtomicInteger();
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(reader -> CompletableFuture.runAsync(() -> {
                            Object own = new Object();
                            try {
                                TableReader.read(file, row -> {
                                    reading.compareAndSet(null, own);
                                    mixed.addAndGet(reading.get() == own ? 0 : 1);
                                    if (row.line() == rows) {
                                        reading.compareAndSet(own, null);
                                    }
                                });
                            } catch (TableRefusedException e) {
                                throw new AssertionError(e);
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(mixed).hasValue(0);
    }

    private interface Fill {
        void in(Worksheet sheet);
    }

    private static byte[] workbook(Fill fill) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", null)) {
            fill.in(workbook.newWorksheet("A"));
            workbook.newWorksheet("B").value(0, 0, "another sheet");
        }
        return bytes.toByteArray();
    }

    private static byte[] minimal(String sheet) throws IOException {
        return zip(Map.of(
                "[Content_Types].xml",
                CONTENT_TYPES,
                "xl/workbook.xml",
                WORKBOOK,
                "xl/_rels/workbook.xml.rels",
                RELATIONS,
                "xl/worksheets/sheet1.xml",
                sheet));
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                write(zip, part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void write(OutputStream to, String text) throws IOException {
        to.write(text.getBytes(text.startsWith("\u00FF\u00FE") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
    }
}
