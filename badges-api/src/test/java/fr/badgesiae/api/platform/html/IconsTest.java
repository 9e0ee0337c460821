package fr.badgesiae.api.platform.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IconsTest {
    @Test
    void everyIconOfTheTemplatesIsInTheSprite() throws IOException {
        Pattern named = Pattern.compile("platform\\.(?:icon|pictogram)\\(name = \"([a-z-]+)\"");
        try (Stream<Path> walk = Files.walk(Path.of("src/main/jte"))) {
            List<String> names = walk.filter(path -> path.toString().endsWith(".jte"))
                    .flatMap(path -> named.matcher(text(path)).results())
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            assertThat(names)
                    .hasSizeGreaterThan(15)
                    .noneMatch(name -> Icons.svg(name).isEmpty());
        }
    }

    @Test
    void anIconIsHiddenFromAssistiveTechnology() {
        assertThat(Icons.svg("withdrawn"))
                .isEqualTo("<svg class=\"icon solid i-withdrawn\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\""
                        + " aria-hidden=\"true\" focusable=\"false\"><circle cx=\"12\" cy=\"12\" r=\"10\"/>"
                        + "<path d=\"M7 12h10\" class=\"in\"/></svg>");
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
