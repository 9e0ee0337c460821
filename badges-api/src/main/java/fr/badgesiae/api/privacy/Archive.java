package fr.badgesiae.api.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import fr.badgesiae.api.journal.OwnActs;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.personal.PersonalExport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** The zip of an export: a page to read, the same as JSON, the files. */
public final class Archive {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The column with an audit code: the page says it in a sentence. */
    private static final String ACT = "act";

    private Archive() {}

    /**
     * The page of an export.
     *
     * @param title a message key
     * @param files paths beside the page
     */
    public record ExportPage(String title, List<Section> sections, List<String> files) {}

    /** A part of the page; {@code title} is a message key. */
    public record Section(String title, List<List<Field>> rows) {}

    /**
     * A value with its label, which is a message key.
     *
     * @param file whether it is the path of a file beside the page
     */
    public record Field(String label, String value, boolean file) {
        /** Whether it is a picture to show. */
        public boolean image() {
            return file && value.startsWith("images/");
        }
    }

    static ExportPage page(String title, PersonalExport export, PageContext context) {
        List<Section> sections = export.sections().stream()
                .map(section -> new Section(
                        "privacy.section." + section.name(),
                        section.rows().stream()
                                .map(row -> fields(row, export, context))
                                .toList()))
                .toList();
        return new ExportPage(
                title, sections, export.files().keySet().stream().sorted().toList());
    }

    private static List<Field> fields(Map<String, Object> row, PersonalExport export, PageContext context) {
        if (row.get(ACT) instanceof String act && row.get("created_at") instanceof Timestamp at) {
            OwnActs.Line line = new OwnActs.Line(
                    at.toInstant(),
                    act,
                    text(row, "organisation"),
                    text(row, "badge"),
                    text(row, "thing"),
                    text(row, "wallet"),
                    OwnActs.Author.of(text(row, "role"), text(row, "rights")));
            return List.of(
                    new Field("privacy.field.created_at", shown(at, context), false),
                    new Field("privacy.field.act", line.text(context), false));
        }
        Map<String, byte[]> files = export.files();
        return row.entrySet().stream()
                .filter(value -> value.getValue() != null)
                .map(value -> new Field(
                        "privacy.field." + value.getKey(),
                        shown(value.getValue(), context),
                        value.getValue() instanceof String path && files.containsKey(path)))
                .toList();
    }

    private static @Nullable String text(Map<String, Object> row, String name) {
        return row.get(name) instanceof String text ? text : null;
    }

    private static String shown(Object value, PageContext context) {
        if (value instanceof Timestamp instant) {
            return context.dateTime(instant.toInstant());
        }
        if (value instanceof Date day) {
            return context.date(day.toLocalDate());
        }
        if (value instanceof Boolean yes) {
            return context.t(yes ? "privacy.yes" : "privacy.no");
        }
        return value.toString();
    }

    /** @param page as HTML */
    static byte[] zip(byte[] page, PersonalExport export) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "index.html", page);
            add(zip, "data.json", json(export));
            for (Map.Entry<String, byte[]> file : export.files().entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String path, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] json(PersonalExport export) throws JsonProcessingException {
        Map<String, List<Map<String, @Nullable Object>>> all = new LinkedHashMap<>();
        export.sections()
                .forEach(section -> all.put(
                        section.name(),
                        section.rows().stream().map(Archive::plain).toList()));
        return JSON.writeValueAsBytes(all);
    }

    /** Days and instants in ISO 8601. */
    private static Map<String, @Nullable Object> plain(Map<String, Object> row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        row.forEach((name, value) -> values.put(name, plain(value)));
        return values;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Timestamp instant) {
            return instant.toInstant().toString();
        }
        return value instanceof Date day ? day.toLocalDate().toString() : value;
    }
}
