package fr.badgesiae.api.platform.table;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The answer with a list as a file: written while it is read, so that no list is held whole. */
public final class TableFile {
    private TableFile() {}

    /** Writes the rows under the titles. */
    @FunctionalInterface
    public interface Rows {
        void to(TableWriter writer) throws IOException;
    }

    /**
     * The answer.
     *
     * @param title of the sheet and the file; no personal data
     */
    public static Response of(TableFormat format, String title, List<String> titles, Rows rows) {
        StreamingOutput output = stream -> {
            try (TableWriter writer = format.to(stream, title)) {
                writer.row(titles);
                rows.to(writer);
            }
        };
        return Response.ok(output, format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(title, format) + '"')
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The same with the day in its name. */
    public static Response of(TableFormat format, String title, LocalDate day, List<String> titles, Rows rows) {
        Response answer = of(format, title, titles, rows);
        return Response.fromResponse(answer)
                .header(HttpHeaders.CONTENT_DISPOSITION, null)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name(title + " " + day, format) + '"')
                .build();
    }

    private static String name(String title, TableFormat format) {
        String bare = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return bare + "." + format.extension();
    }
}
