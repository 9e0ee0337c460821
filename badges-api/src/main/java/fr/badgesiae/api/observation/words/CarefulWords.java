package fr.badgesiae.api.observation.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds words that do not belong on a badge, from a list of ours, on this machine alone. It advises and never refuses: the list
 * knows no meaning. Whole words are compared, case and accents apart.
 */
public final class CarefulWords {
    private static final String LIST = "careful-words.txt";
    private static final int MOST = 10;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final List<Entry> ENTRIES = read();

    private CarefulWords() {}

    /** @param words as they stand in the text */
    public record Found(Reason reason, String words) {}

    /** A line of the list. */
    private record Entry(Reason reason, boolean harmless, List<String> words) {
        boolean matches(List<String> text, int at) {
            if (at + words.size() > text.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                String wanted = words.get(i);
                String word = text.get(at + i);
                boolean same = wanted.endsWith("*")
                        ? word.startsWith(wanted.substring(0, wanted.length() - 1))
                        : word.equals(wanted);
                if (!same) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The words of a text that do not belong on a badge, each once, in their order; at most ten. */
    public static List<Found> find(String text) {
        List<String> written =
                WORD.matcher(text).results().map(word -> word.group()).toList();
        List<String> folded = written.stream().map(CarefulWords::fold).toList();
        boolean[] harmless = new boolean[folded.size()];
        each(
                folded,
                true,
                (entry, at) -> Arrays.fill(harmless, at, at + entry.words().size(), true));
        Map<String, Found> found = new LinkedHashMap<>();
        each(folded, false, (entry, at) -> {
            if (!harmless[at]) {
                int end = at + entry.words().size();
                found.putIfAbsent(
                        String.join(" ", folded.subList(at, end)),
                        new Found(entry.reason(), String.join(" ", written.subList(at, end))));
            }
        });
        return found.values().stream().limit(MOST).toList();
    }

    /** A line that stands at a place of the text. */
    @FunctionalInterface
    private interface Visit {
        void at(Entry entry, int at);
    }

    private static void each(List<String> text, boolean harmless, Visit visit) {
        for (int at = 0; at < text.size(); at++) {
            for (Entry entry : ENTRIES) {
                if (entry.harmless() == harmless && entry.matches(text, at)) {
                    visit.at(entry, at);
                }
            }
        }
    }

    private static String fold(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static List<Entry> read() {
        try (InputStream file = Objects.requireNonNull(CarefulWords.class.getResourceAsStream(LIST), LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return entries(lines.lines().collect(Collectors.toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Entry> entries(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        Reason reason = Reason.HEALTH;
        Pattern section = Pattern.compile("\\[(\\w+)]");
        for (String line : lines) {
            Matcher name = section.matcher(line);
            if (name.matches()) {
                reason = Reason.valueOf(name.group(1));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                boolean harmless = line.startsWith("!");
                entries.add(new Entry(reason, harmless, List.of((harmless ? line.substring(1) : line).split(" ", -1))));
            }
        }
        return List.copyOf(entries);
    }
}
