package fr.badgesiae.api.person.duplicate;

import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Revision;
import jakarta.ws.rs.core.MultivaluedMap;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which file stays, and from which file each field is taken.
 *
 * @param keep the id of the file that stays, or empty
 * @param fields the id of a file by the name of the field; a field that is not asked for has none
 * @param word typed to confirm
 * @param revisions of the files by their ids, as they were read
 */
public record MergeForm(String keep, Map<String, String> fields, String word, Map<String, Integer> revisions) {
    public static final String FIRST_NAME = "firstName";
    public static final String LAST_NAME = "lastName";
    public static final String KIND = "kind";
    public static final String CONTRACT_END = "contractEnd";

    /** The word in each language, without accents. */
    private static final Set<String> WORDS = Set.of("reunir", "merge");

    static MergeForm of(MultivaluedMap<String, String> typed, Pair pair) {
        return new MergeForm(
                text(typed, "keep"),
                Stream.of(FIRST_NAME, LAST_NAME, KIND, CONTRACT_END)
                        .filter(typed::containsKey)
                        .collect(Collectors.toMap(field -> field, field -> text(typed, field))),
                text(typed, "word"),
                Stream.of(pair.first(), pair.second())
                        .collect(Collectors.toMap(
                                Object::toString, id -> Revision.number(typed.getFirst("revision-" + id)))));
    }

    private static String text(MultivaluedMap<String, String> typed, String field) {
        String value = typed.getFirst(field);
        return value == null ? "" : value.strip();
    }

    Errors check(Pair pair) {
        Errors errors = Errors.none();
        if (!keep.equals(pair.first().toString()) && !keep.equals(pair.second().toString())) {
            errors = errors.with("keep", "worker.duplicate.error.keep");
        }
        String plain = Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return WORDS.contains(plain) ? errors : errors.with("word", "worker.duplicate.error.word");
    }

    /** Whether a field is taken from this file: from the one that stays unless the form says otherwise. */
    boolean takes(String field, UUID file) {
        return file.toString().equals(fields.getOrDefault(field, keep));
    }
}
