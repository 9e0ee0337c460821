package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares docs/architecture.md with sources and migrations, read as text. */
class DocumentedNamesTest {
    private static final Path ROOT = Path.of("..");
    private static final String MAIN = "src/main/java/fr/badgesiae/";
    private static final Path API = ROOT.resolve("badges-api").resolve(MAIN).resolve("api");

    /** Two capitals with letters between them. */
    private static final Pattern CLASS =
            Pattern.compile("(?:\\b([a-z]\\w*)\\.)?\\b([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)\\b");

    private static final Pattern QUOTED = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern RELATION = Pattern.compile("(?m)^ {4}(\\w+) \\S+--\\S+ (\\w+) : (\\w+)$");
    private static final Pattern ENTITY = Pattern.compile("(?m)^ {4}([a-z_]+)$");
    private static final Pattern ARROW = Pattern.compile("(?m)^ {4}([a-z]+) --> ([a-z]+)$");
    private static final Pattern KEY = Pattern.compile("FOREIGN KEY\\s*\\((\\w+)[^)]*\\)\\s*REFERENCES\\s+(\\w+)");

    /** Words that look like class names. */
    private static final Set<String> WORDS = Set.of("MiB");

    /** Quoted words that are not names in the code. */
    private static final Set<String> OTHERS = Set.of(
            "apply",
            "create-admin",
            "db migrate",
            "package-info.java",
            "registry-entry",
            "security.txt",
            "text",
            "url");

    /** Limits of the walks, in classes. */
    private static final Map<String, Integer> MOST = Map.of("Issue", 9, "Scan", 6, "Upload", 10);

    private static final Pattern STEP = Pattern.compile("(?m)^\\d+\\. `(?:(\\w+)\\.)?(\\w+)`");
    private static final Pattern VALUES =
            Pattern.compile("(?s)Asked for (?:a value|values): (.*?)\\.\\s+With\\s+\\w+ the walk has (\\d+) classes");

    private final String page = text(ROOT.resolve("docs/architecture.md"));
    private final String migrations = migrations();

    @Test
    void everyClassOnThePageExists() {
        List<Path> sources = sources();
        List<String> missing = CLASS.matcher(page)
                .results()
                .filter(name -> !WORDS.contains(name.group(2)))
                .filter(name -> sources.stream().noneMatch(source -> is(source, name)))
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(CLASS.matcher(page).results()).hasSizeGreaterThan(50);
        assertThat(missing).isEmpty();
    }

    /** Includes its package where the page names one. */
    private static boolean is(Path source, MatchResult name) {
        String file = name.group(2) + ".java";
        return source.endsWith(name.group(1) == null ? file : name.group(1) + "/" + file);
    }

    /** Maven ignores the name of a test that does not exist. */
    @Test
    void everyTestThatTheScriptNamesExists() throws IOException {
        MatchResult named = Pattern.compile("-Dtest='([^']+)'")
                .matcher(text(ROOT.resolve(".ci/run")))
                .results()
                .findFirst()
                .orElseThrow();
        try (Stream<Path> tests = Files.walk(ROOT.resolve("badges-api/src/test/java"))) {
            Set<String> found =
                    tests.map(path -> path.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
            assertThat(named.group(1).split(",", -1)).allMatch(test -> found.contains(test + ".java"));
        }
    }

    @Test
    void everyQuotedNameExists() {
        List<Path> sources = sources();
        Set<String> packages = new TreeSet<>(Set.of("entry", "vocabulary"));
        sources.forEach(source -> {
            Path folder = source.getParent();
            packages.add(folder.getFileName().toString());
            packages.add(folder.getParent().getFileName() + "." + folder.getFileName());
        });
        List<String> unknown = quoted(page).stream()
                .filter(name -> !name.contains("*") && !OTHERS.contains(name))
                .filter(name -> !CLASS.matcher(name).matches())
                .filter(name -> !packages.contains(name) && !Files.isDirectory(API.resolve(name.replace('.', '/'))))
                .filter(name -> sources.stream().noneMatch(source -> source.endsWith(name + ".java")))
                .filter(name -> !Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                        .matcher(migrations)
                        .find())
                .toList();
        assertThat(quoted(page)).hasSizeGreaterThan(100);
        assertThat(unknown).isEmpty();
    }

    @Test
    void theFeaturesAreThoseOfTheArchitectureTest() {
        List<String> features = list(text(Path.of("src/test/java/fr/badgesiae/api/ArchitectureTest.java")), "FEATURES");
        String list = between("## Features of the service", "An arrow means");
        assertThat(quoted(list.substring(list.indexOf("`organisation`")))).isEqualTo(features);
        assertThat(rows("| feature |")).isEqualTo(features);
    }

    @Test
    void theVerifiersPackagesAreInTheOrderOfItsArchitectureTest() {
        Path test = ROOT.resolve("badges-verifier/src/test/java/fr/badgesiae/verifier/ArchitectureTest.java");
        assertThat(rows("| package |")).isEqualTo(list(text(test), "ORDER"));
    }

    /** An arrow is a use; every use follows from arrows. */
    @Test
    void theArrowsBetweenFeaturesAreTheUsesInTheSources() {
        Map<String, Set<String>> uses = uses();
        Map<String, Set<String>> arrows = new TreeMap<>();
        ARROW.matcher(page)
                .results()
                .filter(arrow -> uses.containsKey(arrow.group(1)) && uses.containsKey(arrow.group(2)))
                .forEach(arrow -> arrows.computeIfAbsent(arrow.group(1), from -> new TreeSet<>())
                        .add(arrow.group(2)));
        assertThat(arrows).hasSizeGreaterThan(10);
        arrows.forEach((from, to) -> assertThat(uses.get(from)).as(from).containsAll(to));
        uses.forEach((from, to) -> assertThat(reached(from, arrows)).as(from).containsAll(to));
    }

    private static Map<String, Set<String>> uses() {
        List<String> features = list(text(Path.of("src/test/java/fr/badgesiae/api/ArchitectureTest.java")), "FEATURES");
        Pattern use = Pattern.compile("(?m)^import (?:static )?fr\\.badgesiae\\.api\\.(\\w+)\\.");
        Map<String, Set<String>> uses = new TreeMap<>();
        for (String feature : features) {
            Set<String> used = files(API.resolve(feature), ".java").stream()
                    .flatMap(source -> use.matcher(text(source)).results().map(found -> found.group(1)))
                    .filter(name -> features.contains(name) && !name.equals(feature))
                    .collect(Collectors.toCollection(TreeSet::new));
            uses.put(feature, used);
        }
        return uses;
    }

    private static Set<String> reached(String from, Map<String, Set<String>> arrows) {
        Set<String> reached = new TreeSet<>();
        for (String next : arrows.getOrDefault(from, Set.of())) {
            reached.add(next);
            reached.addAll(reached(next, arrows));
        }
        return reached;
    }

    @Test
    void noWalkIsLongerThanItsLimit() {
        MOST.forEach((walk, most) -> {
            String section = between("### " + walk + "\n", "\n#");
            long classes =
                    section.lines().filter(line -> line.matches("\\d+\\. .*")).count();
            assertThat(classes).as(walk).isBetween(5L, most.longValue());
        });
    }

    /** Records and interfaces are not numbered. The sum includes the classes that are asked for values. */
    @Test
    void eachWalkNumbersClassesAndGivesTheSum() {
        for (String walk : MOST.keySet()) {
            String section = between("### " + walk + "\n", "\n#");
            List<MatchResult> steps = STEP.matcher(section).results().toList();
            Matcher values = VALUES.matcher(section);
            assertThat(values.find()).as(walk).isTrue();

            assertThat(steps).as(walk).allMatch(DocumentedNamesTest::isClass);
            assertThat(steps.size() + QUOTED.matcher(values.group(1)).results().count())
                    .as(walk)
                    .isEqualTo(Long.parseLong(values.group(2)));
        }
    }

    private static boolean isClass(MatchResult name) {
        String file = name.group(2) + ".java";
        return sources().stream()
                .filter(source -> source.endsWith(name.group(1) == null ? file : name.group(1) + "/" + file))
                .anyMatch(
                        source -> name.group(2).endsWith("Dao") || text(source).contains(" class " + name.group(2)));
    }

    /** References to an organisation are left out of the diagrams. Every other key begins with the referring column. */
    @Test
    void theDataModelHasEveryForeignKey() {
        Set<String> drawn = RELATION.matcher(page)
                .results()
                .map(found -> found.group(1) + "." + found.group(3) + " -> " + found.group(2))
                .filter(key -> !key.endsWith("-> organisation"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> keys = new TreeSet<>();
        Pattern table = Pattern.compile("(?:ALTER|CREATE) TABLE (\\w+)");
        for (String statement : migrations.split(";", -1)) {
            table.matcher(statement)
                    .results()
                    .findFirst()
                    .ifPresent(owner -> KEY.matcher(statement)
                            .results()
                            .filter(key -> !key.group(2).equals("organisation")
                                    && !key.group(1).equals("organisation_id"))
                            .forEach(key -> keys.add(owner.group(1) + "." + key.group(1) + " -> " + key.group(2))));
        }
        assertThat(drawn).isEqualTo(keys).hasSizeGreaterThan(30);
    }

    @Test
    void everyTableIsOnThePage() {
        Set<String> named = new TreeSet<>(quoted(page.substring(page.indexOf("## Data model"))));
        RELATION.matcher(page).results().forEach(found -> named.addAll(List.of(found.group(1), found.group(2))));
        ENTITY.matcher(page).results().forEach(found -> named.add(found.group(1)));
        assertThat(Pattern.compile("CREATE TABLE (\\w+)")
                        .matcher(migrations)
                        .results()
                        .map(found -> found.group(1))
                        .filter(created -> !migrations.contains("DROP TABLE " + created + ";")))
                .hasSizeGreaterThan(20)
                .allMatch(named::contains);
    }

    private String between(String start, String end) {
        int from = page.indexOf(start) + start.length();
        assertThat(from).as(start).isGreaterThan(start.length());
        return page.substring(from, page.indexOf(end, from));
    }

    private List<String> rows(String head) {
        return between(head, "\n\n")
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> quoted(line).get(0))
                .toList();
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The strings of a constant list in a source. */
    private static List<String> list(String source, String constant) {
        int from = source.indexOf(" " + constant + " = List.of(");
        String items = source.substring(from, source.indexOf(");", from));
        return Pattern.compile("\"([\\w.]+)\"")
                .matcher(items)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<Path> sources() {
        return Stream.of("badges-api", "badges-verifier", "schemas")
                .flatMap(module -> Stream.of("src/main/java", "src/test/java")
                        .map(folder -> ROOT.resolve(module).resolve(folder)))
                .filter(Files::isDirectory)
                .flatMap(folder -> files(folder, ".java").stream())
                .toList();
    }

    private static String migrations() {
        return files(Path.of("src/main/resources/db/migration"), ".sql").stream()
                .map(file -> text(file).replaceAll("--.*", ""))
                .collect(Collectors.joining("\n"));
    }

    private static List<Path> files(Path folder, String end) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(end)).sorted().toList();
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
