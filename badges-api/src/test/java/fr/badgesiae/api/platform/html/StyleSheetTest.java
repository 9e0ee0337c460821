package fr.badgesiae.api.platform.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The style sheet in the sources, and as the build serves it. */
class StyleSheetTest {
    private static final Path SOURCE = Path.of("src/main/resources/assets/style");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsla?\\(");

    private static String source() throws IOException {
        StringBuilder sheet = new StringBuilder();
        for (String part : Assets.SHEETS) {
            sheet.append(Files.readString(SOURCE.resolve(part + ".css")));
        }
        return sheet.toString();
    }

    private static String served() {
        return new String(new Assets().bytes("app.css").orElseThrow(), StandardCharsets.UTF_8);
    }

    private static List<String> declarations() throws IOException {
        return source().lines()
                .filter(line -> line.contains(": ") && line.endsWith(";"))
                .toList();
    }

    @Test
    void everyPartIsServed() throws IOException {
        try (Stream<Path> parts = Files.list(SOURCE)) {
            assertThat(parts.map(part -> part.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Assets.SHEETS.stream().map(part -> part + ".css").toList());
        }
    }

    @Test
    void aLineHoldsOneDeclaration() throws IOException {
        assertThat(declarations()).hasSizeGreaterThan(500);
        assertThat(COMMENT.matcher(source()).replaceAll("").lines())
                .allMatch(line -> line.chars().filter(c -> c == ';').count() <= 1)
                .noneMatch(line -> line.contains(";") && (line.contains("{") || line.contains("}")));
    }

    @Test
    void aColourStandsInATokenOnly() throws IOException {
        assertThat(declarations())
                .filteredOn(line -> COLOUR.matcher(line).find())
                .hasSizeGreaterThan(15)
                .allMatch(line -> line.strip().startsWith("--"));
    }

    /** The minifier skips what it cannot parse; no rule of the source may be lost. */
    @Test
    void theServedSheetHasEveryRuleOfTheSource() throws IOException {
        assertThat(bare(served())).isEqualTo(bare(source()));
    }

    @Test
    void theServedSheetHasNoBlanksToRead() {
        assertThat(served()).doesNotContain("\n", "  ", "/*");
    }

    private static String bare(String sheet) {
        return COMMENT.matcher(sheet).replaceAll("").replaceAll("\\s", "").replace(";}", "}");
    }
}
