package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonSentencesTest {
    private static final Map<String, String> FRENCH =
            ReasonSentences.in(Locale.FRENCH).patterns();
    private static final Map<String, String> ENGLISH =
            ReasonSentences.in(Locale.ENGLISH).patterns();

    @Test
    void bothLanguagesHaveTheSameKeysWithTheSameArguments() {
        assertThat(FRENCH.keySet()).isEqualTo(ENGLISH.keySet());
        FRENCH.forEach((key, pattern) -> assertThat(arguments(pattern)).as(key).isEqualTo(arguments(ENGLISH.get(key))));
    }

    @Test
    void everyCodeHasASentenceAndEverySentenceACode() {
        NavigableSet<String> wanted = new TreeSet<>();
        Arrays.stream(ReasonCode.values()).map(ReasonCode::code).forEach(wanted::add);
        Stream.of("CASE", "ORDER", "ACCENTS", "HYPHENS").forEach(what -> wanted.add("difference." + what));
        Stream.of("NOT_JSON", "NOT_A_BADGE", "ANOTHER_BADGE", "NOT_AN_ADDRESS")
                .forEach(why -> wanted.add("failure." + why));
        Stream.of(FetchResult.Failure.values(), Outcome.values(), CheckName.values())
                .flatMap(Arrays::stream)
                .forEach(value -> wanted.add(
                        value.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + value.name()));
        assertThat(new TreeSet<>(FRENCH.keySet())).isEqualTo(wanted);
    }

    @Test
    void noCodeStandsForTwoReasons() {
        assertThat(Arrays.stream(ReasonCode.values()).map(ReasonCode::code)).doesNotHaveDuplicates();
    }

    @Test
    void anotherLanguageIsAnsweredInFrench() {
        Reason reason = ReasonCode.VALIDITY_EXPIRED.with("2026-11-01T08:00:00Z");
        assertThat(ReasonSentences.in(Locale.JAPANESE).say(reason))
                .isEqualTo("Le badge a expiré le 2026-11-01T08:00:00Z.");
    }

    @Test
    void frenchSentencesKeepTheGlossaryAndTheTypography() {
        Pattern never = Pattern.compile("certifi|diplôm|validé|blockchain|preuve|'| [:;!?]", Pattern.CASE_INSENSITIVE);
        assertThat(FRENCH.values())
                .noneMatch(sentence ->
                        never.matcher(sentence.replace("validité", "")).find());
    }

    @Test
    void reasonsAreMadeFromTheClosedListOnly() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> loose = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("ReasonCode.java") && !path.endsWith("Reason.java"))
                    .filter(path -> read(path).matches("(?s).*(Reason\\.of\\(|new Reason\\().*"))
                    .toList();
            assertThat(loose).isEmpty();
        }
    }

    @Test
    void theListForReadersIsTheListOfTheCode() {
        String list = Arrays.stream(ReasonCode.values())
                .map(code -> "| `" + code.code() + "` | " + ENGLISH.get(code.code()) + " |\n")
                .collect(Collectors.joining());
        assertThat(read(Path.of("../docs/reason-codes.md"))).endsWith("|---|---|\n" + list);
    }

    private static NavigableSet<String> arguments(String pattern) {
        NavigableSet<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d)[^}]*}").matcher(pattern);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
