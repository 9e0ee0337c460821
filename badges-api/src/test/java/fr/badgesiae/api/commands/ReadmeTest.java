package fr.badgesiae.api.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** README and the console give the same steps and use the labels of the pages. */
class ReadmeTest {
    private static final Pattern STEP = Pattern.compile("(?m)^\\d\\. (.*(?:\\n {3}.*)*)");
    private static final Pattern NAMED_EN = Pattern.compile("“([^”]+)”");
    private static final Pattern NAMED_FR = Pattern.compile("«\u00a0([^»]+)\u00a0»");

    private static List<String> readme() throws IOException {
        String text = Files.readString(Path.of("../README.md"));
        String section = text.substring(text.indexOf("## Try it"), text.indexOf("## Test it"));
        return STEP.matcher(section)
                .results()
                .map(step -> step.group(1).replaceAll("\\n {3}", " ").replace("`", ""))
                .toList();
    }

    @Test
    void readmeAndTheConsoleHaveTheSameSteps() throws IOException {
        List<String> console = StartupConsole.STEPS_EN.stream()
                .map(step -> step.replace('“', '*').replace('”', '*'))
                .toList();
        assertThat(readme()).isEqualTo(console);
        assertThat(StartupConsole.STEPS_FR).hasSameSizeAs(console);
    }

    /** The command and the steps up to the verified badge. */
    @Test
    void aBadgeIsVerifiedWithinEightActions() throws IOException {
        int verified = readme().indexOf(readme().stream()
                .filter(step -> step.contains("*Authentic*"))
                .findFirst()
                .orElseThrow());
        assertThat(1 + verified + 1).isLessThanOrEqualTo(8);
    }

    @Test
    void everythingThatIsNamedStandsOnAPage() throws IOException {
        assertThat(named(StartupConsole.STEPS_EN, NAMED_EN))
                .hasSizeGreaterThan(10)
                .isSubsetOf(words("en"));
        assertThat(named(StartupConsole.STEPS_FR, NAMED_FR))
                .hasSizeGreaterThan(10)
                .isSubsetOf(words("fr"));
    }

    private static Set<String> named(List<String> steps, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        steps.forEach(step -> pattern.matcher(step)
                .results()
                .map(MatchResult::group)
                .forEach(quoted -> found.add(quoted.replaceAll("^[“«]\u00a0?|\u00a0?[”»]$", ""))));
        return found;
    }

    /** All texts of a language as pages show them. */
    private static Set<String> words(String language) throws IOException {
        List<Path> bundles = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(Path.of("src/main/resources/fr/badgesiae/api"))) {
            walk.filter(path -> path.endsWith("messages_" + language + ".properties"))
                    .forEach(bundles::add);
        }
        Set<String> words = new TreeSet<>();
        for (Path bundle : bundles) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(bundle)) {
                properties.load(reader);
            }
            properties.values().forEach(text -> words.add((String) text));
        }
        return words;
    }
}
