package fr.badgesiae.api.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Decision pages share one header, and the index lists them with status and date. */
class DecisionsTest {
    private static final Path FOLDER = Path.of("../docs/decisions");
    private static final Pattern HEAD = Pattern.compile("""
            # (\\d{4})\\. (.+)

            - Status: ((?:proposed|accepted|superseded by).*)
            - Date: (\\d{4}-\\d{2}-\\d{2})

            (?s:.*)""");

    @Test
    void theIndexListsEveryPageWithItsStatusAndDate() throws IOException {
        List<String> rows = Files.readString(FOLDER.resolve("README.md"))
                .lines()
                .filter(line -> line.startsWith("| ["))
                .toList();
        assertThat(rows).isEqualTo(pages().stream().map(DecisionsTest::row).toList());
    }

    @Test
    void thePagesAreNumberedWithoutAGap() throws IOException {
        List<Path> pages = pages();
        assertThat(pages).hasSizeGreaterThan(10);
        for (int at = 0; at < pages.size(); at++) {
            assertThat(pages.get(at).getFileName().toString()).startsWith("%04d-".formatted(at + 1));
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
    }

    private static String row(Path page) {
        Matcher head = HEAD.matcher(text(page));
        assertThat(head.matches()).as("the head of " + page).isTrue();
        return "| [%s](%s) | %s | %s | %s |"
                .formatted(head.group(1), page.getFileName(), head.group(2), head.group(3), head.group(4));
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
