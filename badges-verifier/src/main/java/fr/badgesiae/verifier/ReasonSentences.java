package fr.badgesiae.verifier;

import com.ibm.icu.text.MessageFormat;
import fr.badgesiae.verifier.VerificationReport.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sentences of reasons, in French or English. Thread-safe. */
public final class ReasonSentences {
    private static final ReasonSentences FRENCH = new ReasonSentences(Locale.FRENCH);
    private static final ReasonSentences ENGLISH = new ReasonSentences(Locale.ENGLISH);

    private final Locale locale;
    private final SortedMap<String, String> patterns;

    private ReasonSentences(Locale locale) {
        this.locale = locale;
        this.patterns = Collections.unmodifiableSortedMap(read("messages_" + locale.getLanguage() + ".properties"));
    }

    /** The sentences in a language; any language but English gets French. */
    public static ReasonSentences in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? ENGLISH : FRENCH;
    }

    /** The language of the sentences. */
    public Locale locale() {
        return locale;
    }

    /** The sentence of a reason; for an unlisted code, which a test rules out, the code itself. */
    public String say(Reason reason) {
        return say(UnaryOperator.identity(), reason);
    }

    /** The sentence of a reason in a report, which calls no other credential a badge. */
    public String say(VerificationReport report, Reason reason) {
        return say(KindWords.of(report, reason.code()), reason);
    }

    private String say(UnaryOperator<String> wording, Reason reason) {
        List<String> arguments = new ArrayList<>(reason.arguments());
        reason.failure()
                .map(why -> patterns.getOrDefault("failure." + why, why))
                .ifPresent(words -> last(arguments, words));
        reason.differences().map(this::differences).ifPresent(words -> last(arguments, words));
        return say(wording, reason.code(), arguments.toArray());
    }

    private static void last(List<String> arguments, String words) {
        arguments.set(arguments.size() - 1, words);
    }

    private String differences(String argument) {
        List<String> keys = Arrays.stream(argument.split("\\+", -1))
                .map(one -> "difference." + one)
                .toList();
        return patterns.keySet().containsAll(keys)
                ? keys.stream().map(key -> patterns.getOrDefault(key, key)).collect(Collectors.joining(", "))
                : argument;
    }

    /** The word for a member of a closed list, under a key such as {@code outcome.PASSED}. */
    public String word(Enum<?> value) {
        return say(
                UnaryOperator.identity(),
                value.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + value.name());
    }

    private String say(UnaryOperator<String> wording, String key, Object... arguments) {
        String pattern = patterns.get(key);
        return pattern == null ? key : new MessageFormat(wording.apply(pattern), locale).format(arguments);
    }

    /** Every pattern by its key. */
    SortedMap<String, String> patterns() {
        return patterns;
    }

    private static SortedMap<String, String> read(String resource) {
        Properties properties = new Properties();
        try (InputStream stream = ReasonSentences.class.getResourceAsStream(resource);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedMap<String, String> patterns = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> patterns.put(key, properties.getProperty(key)));
        return patterns;
    }

    /**
     * The words for a credential that is not a badge. Sentences are written for badges; "document" has the gender of "badge"
     * in French. Applied to patterns, never to arguments.
     */
    static final class KindWords {
        private static final Pattern BADGE = Pattern.compile("\\bbadge(s?)\\b");

        /** Sentences that mean a badge whatever the report is about. */
        private static final Set<String> OF_BADGES =
                Set.of(ReasonCode.SCHEMA_NOT_A_BADGE.code(), ReasonCode.SCHEMA_NOT_AN_ENDORSEMENT.code());

        private static final List<String[]> RECORD = List.of(
                new String[] {"d’Open Badges 3.0", "de CLR 2.0"},
                new String[] {"an Open Badge 3.0", "a CLR 2.0"},
                new String[] {"an Open Badge", "a learner record"},
                new String[] {"un Open Badge 3.0", "un CLR 2.0"},
                new String[] {"un Open Badge", "un relevé"},
                new String[] {"Open Badges 3.0", "CLR 2.0"},
                new String[] {"Open Badges", "CLR"});
        private static final List<String[]> ENDORSEMENT = List.of(
                new String[] {"an Open Badge", "an Open Badges endorsement"},
                new String[] {"un Open Badge", "une recommandation Open Badges"});

        private KindWords() {}

        /**
         * The change to a sentence.
         *
         * @param code the reason of the sentence
         */
        static UnaryOperator<String> of(VerificationReport report, String code) {
            boolean badge = report.kind() == Kind.BADGE || report.credential() == null;
            return badge || OF_BADGES.contains(code) ? UnaryOperator.identity() : text -> of(report.kind(), text);
        }

        private static String of(Kind kind, String text) {
            String worded = text;
            List<String[]> standard = kind == Kind.RECORD ? RECORD : kind == Kind.ENDORSEMENT ? ENDORSEMENT : List.of();
            for (String[] each : standard) {
                worded = worded.replace(each[0], each[1]);
            }
            return BADGE.matcher(worded).replaceAll("document$1");
        }
    }
}
