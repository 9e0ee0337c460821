package fr.badgesiae.api.commands;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares docs/conformance.md with the sources, the templates, the tests and the samples. */
class ConformanceDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final String HEAD = "| requirement | section | state | where | held by |";
    private static final Set<String> STATES = Set.of("yes", "partly", "no", "not for us");
    private static final Set<String> HELD = Set.of("yes", "partly");
    private static final String NONE = "–";
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern SUM =
            Pattern.compile("Of (\\d+) requirements: (\\d+) yes, (\\d+) partly, (\\d+) no, (\\d+) not for us\\.");

    private final String page = text(ROOT.resolve("docs/conformance.md"));
    private final List<Path> tests = files("src/test/java", ".java");
    private final List<Path> sources = Stream.concat(
                    files("src/main/java", ".java").stream(), files("src/main/jte", ".jte").stream())
            .toList();
    private final Set<String> samples =
            Samples.all().stream().map(Sample::file).collect(Collectors.toUnmodifiableSet());

    private record Row(String requirement, String section, String state, String where, String held) {
        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            assertThat(cells).as(line).hasSize(7);
            return new Row(cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip(), cells[5].strip());
        }
    }

    private List<Row> rows() {
        return page.lines()
                .filter(line -> line.startsWith("|") && !line.equals(HEAD) && !line.startsWith("|---"))
                .map(Row::of)
                .toList();
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    @Test
    void everyRowHasAStateAndSaysWhere() {
        assertThat(rows()).hasSizeGreaterThan(50).allSatisfy(row -> {
            assertThat(row.state()).as(row.requirement()).isIn(STATES);
            assertThat(row.section()).as(row.requirement()).isNotBlank();
            assertThat(row.where()).as(row.requirement()).isNotBlank();
        });
    }

    @Test
    void whatIsNotDoneSaysWhyInOneSentence() {
        assertThat(rows())
                .filteredOn(row -> !row.state().equals("yes"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.where()).as(row.requirement()).matches("[^.]+\\."));
    }

    @Test
    void whatIsDoneNamesClassesOrTemplatesThatExist() {
        assertThat(rows())
                .filteredOn(row -> HELD.contains(row.state()))
                .allSatisfy(row -> assertThat(quoted(row.where()))
                        .as(row.requirement())
                        .isNotEmpty()
                        .allMatch(this::exists));
    }

    private boolean exists(String name) {
        String file = name.endsWith(".jte") ? name : name + ".java";
        return sources.stream().anyMatch(source -> source.endsWith(file));
    }

    @Test
    void whatIsDoneIsHeldByTestsOrSamplesThatExist() {
        assertThat(rows())
                .filteredOn(row -> HELD.contains(row.state()))
                .allSatisfy(row -> assertThat(quoted(row.held()))
                        .as(row.requirement())
                        .isNotEmpty()
                        .allMatch(this::holds));
    }

    @Test
    void whatIsNotDoneIsHeldByNothing() {
        assertThat(rows())
                .filteredOn(row -> !HELD.contains(row.state()))
                .allSatisfy(row -> assertThat(row.held()).as(row.requirement()).isEqualTo(NONE));
    }

    private boolean holds(String name) {
        return name.contains("#") ? isTest(name.split("#", -1)[0], name.split("#", -1)[1]) : samples.contains(name);
    }

    private boolean isTest(String type, String method) {
        return tests.stream()
                .filter(source -> source.endsWith(type + ".java"))
                .anyMatch(source -> annotated(text(source), method));
    }

    /** Annotations stand between the method and the blank line before it. */
    private static boolean annotated(String source, String method) {
        int at = source.indexOf(" void " + method + "(");
        String before = source.substring(0, Math.max(at, 0));
        String annotations = before.substring(before.lastIndexOf("\n\n") + 1);
        return annotations.contains("@Test\n") || annotations.contains("@ParameterizedTest");
    }

    @Test
    void theSumsAreThoseOfTheTables() {
        MatchResult sum = SUM.matcher(page).results().findFirst().orElseThrow();
        assertThat(sum.group(1)).isEqualTo(String.valueOf(rows().size()));
        List<String> order = List.of("yes", "partly", "no", "not for us");
        for (int i = 0; i < order.size(); i++) {
            String state = order.get(i);
            assertThat(sum.group(i + 2))
                    .as(state)
                    .isEqualTo(String.valueOf(rows().stream()
                            .filter(row -> row.state().equals(state))
                            .count()));
        }
    }

    private static List<Path> files(String folder, String end) {
        return Stream.of("badges-api", "badges-verifier", "schemas")
                .map(module -> ROOT.resolve(module).resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(tree -> under(tree, end).stream())
                .toList();
    }

    private static List<Path> under(Path tree, String end) {
        try (Stream<Path> walk = Files.walk(tree)) {
            return walk.filter(file -> file.toString().endsWith(end)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
