package fr.badgesiae.api.home;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.home.StyleguidePages.StyleguidePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One state, one colour: the style guide lists the kinds of tags, and templates draw states with one component. */
class TagsTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern STATE = Pattern.compile("@template[.]platform[.]state\\(.*");
    private static final Pattern KINDS = Pattern.compile("kind = (.*?)(?:, icon = |\\)$)");
    private static final Pattern LITERAL = Pattern.compile("[?:=(] ?\"([a-z]*)\"|^\"([a-z]*)\"");

    /** Tags that show no state of the desk: sorts, an example, and the state of a badge in a link of its holder. */
    private static final Set<String> BY_HAND =
            Set.of("home/index.jte", "home/styleguide.jte", "holder/space.jte", "organisation/list.jte");

    @Test
    void aStateHasAKindOfTheStyleGuide() throws IOException {
        Set<String> kinds = new TreeSet<>();
        for (String template : templates().values()) {
            STATE.matcher(template)
                    .results()
                    .forEach(state -> KINDS.matcher(state.group())
                            .results()
                            .flatMap(kind -> LITERAL.matcher(kind.group(1)).results())
                            .forEach(word -> kinds.add(word.group(1) == null ? word.group(2) : word.group(1))));
        }
        assertThat(kinds).isSubsetOf(StyleguidePage.tags().keySet()).contains("good", "over", "care", "wait", "bad");
    }

    @Test
    void statesAreDrawnByOneComponent() throws IOException {
        Set<String> byHand = new TreeSet<>();
        templates().forEach((name, template) -> {
            if (template.contains("class=\"tag") && !name.equals("platform/state.jte")) {
                byHand.add(name);
            }
        });
        assertThat(byHand).isEqualTo(BY_HAND);
    }

    private static Map<String, String> templates() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(TEMPLATES)) {
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(".jte")).toList()) {
                found.put(TEMPLATES.relativize(file).toString(), Files.readString(file));
            }
        }
        return found;
    }
}
