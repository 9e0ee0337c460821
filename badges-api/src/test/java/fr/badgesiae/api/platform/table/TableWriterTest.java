package fr.badgesiae.api.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is written is read again, and holds no formula. */
class TableWriterTest {
    private static final List<Object> ROW =
            Arrays.asList("Zoé; \"la\"\nseconde", 12, LocalDate.of(2026, 11, 30), null, "fin \u0001");

    private static byte[] written(TableFormat format, List<List<?>> rows) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TableWriter writer = format.to(bytes, "Liste")) {
            for (List<?> row : rows) {
                writer.row(row);
            }
        }
        return bytes.toByteArray();
    }

    private static List<TableRow> read(byte[] file) throws Exception {
        List<TableRow> rows = new ArrayList<>();
        TableReader.read(file, rows::add);
        return rows;
    }

    @Test
    void csvHasTheMarkAndTheSeparatorOfFrenchSpreadsheets() throws Exception {
        assertThat(new String(
                        written(TableFormat.CSV, List.of(List.of("Nom", "Âge"), List.of("Zoé", -3))),
                        StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFNom;Âge\r\nZoé;-3\r\n");
    }

    @Test
    void aWorkbookIsReadAgain() throws Exception {
        assertThat(read(written(TableFormat.XLSX, List.of(List.of("a", "b"), ROW)))
                        .get(1)
                        .cells())
                .containsExactly("Zoé; \"la\"\nseconde", "12", "2026-11-30", "", "fin");
    }

    @Test
    void noTextBecomesAFormula() throws Exception {
        List<String> starts = List.of("=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", " =1", "＝1");
        for (String start : starts) {
            assertThat(new String(written(TableFormat.CSV, List.of(List.of(start))), StandardCharsets.UTF_8))
                    .as(start)
                    .matches("(?s)\uFEFF\"?'.*");
        }
        assertThat(new String(
                        written(TableFormat.CSV, List.of(List.of("Alix,=1+1", "a, +1,\"@b\t-2", "une, deux-trois"))),
                        StandardCharsets.UTF_8))
                .as("behind a comma, where a spreadsheet parts cells there")
                .isEqualTo("\uFEFFAlix,'=1+1;\"a, '+1,\"\"'@b\t'-2\";une, deux-trois\r\n");
        byte[] workbook = written(TableFormat.XLSX, List.of(starts));
        String sheet;
        try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
            sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
        assertThat(sheet.split("t=\"inlineStr\"", -1)).hasSize(starts.size() + 1);
        assertThat(sheet).doesNotContain("<f>");
    }
}
