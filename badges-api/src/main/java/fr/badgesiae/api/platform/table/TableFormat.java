package fr.badgesiae.api.platform.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The formats in which a list is taken away. */
public enum TableFormat {
    CSV("text/csv; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    TableFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The end of its file's name. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param title of the sheet, 31 characters at most */
    public TableWriter to(OutputStream stream, String title) throws IOException {
        return switch (this) {
            case CSV -> new CsvTableWriter(stream);
            case XLSX -> new XlsxTableWriter(stream, title);
        };
    }
}
