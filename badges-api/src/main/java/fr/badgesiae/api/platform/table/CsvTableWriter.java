package fr.badgesiae.api.platform.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV as spreadsheets in France open it: {@code ;}, UTF-8 with its mark, lines that end in CR LF. */
final class CsvTableWriter implements TableWriter {
    private final CsvWriter writer;

    CsvTableWriter(OutputStream stream) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        text.write('\uFEFF');
        this.writer = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
    }

    @Override
    public void row(List<?> cells) {
        writer.writeRecord(cells.stream().map(CsvTableWriter::text).toList());
    }

    private static String text(Object cell) {
        return cell instanceof String text ? SafeCell.csv(text) : cell == null ? "" : cell.toString();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
