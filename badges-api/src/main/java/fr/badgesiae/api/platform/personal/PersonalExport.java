package fr.badgesiae.api.platform.personal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything of a person, as the features add it: sections of rows, and files. Filled by one thread. */
public final class PersonalExport {
    private final List<Section> sections = new ArrayList<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /**
     * A part of the export.
     *
     * @param name its key in the JSON file and in the messages
     * @param rows values by column name
     */
    public record Section(String name, List<Map<String, Object>> rows) {}

    public void add(String name, List<Map<String, Object>> rows) {
        sections.add(new Section(name, List.copyOf(rows)));
    }

    /**
     * Adds a file.
     *
     * @param path inside the archive, such as {@code badges/1.json}
     */
    public void file(String path, byte[] content) {
        files.put(path, content);
    }

    public void file(String path, String content) {
        file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    public List<Section> sections() {
        return List.copyOf(sections);
    }

    /** Files by their path. */
    public Map<String, byte[]> files() {
        return Map.copyOf(files);
    }
}
