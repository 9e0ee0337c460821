package fr.badgesiae.api.platform.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The words of a verdict, of a state and of a notice, on their own ground and on paper (WCAG 2.2, 1.4.3). */
    @ParameterizedTest
    @ValueSource(strings = {"good", "care", "over", "bad", "quiet"})
    void aStateIsReadableInItsColour(String state) throws IOException {
        assertThat(contrast(token(state), token(state + "-pale"))).isGreaterThan(4.5);
        assertThat(contrast(token(state), "#ffffff")).isGreaterThan(4.5);
    }

    @Test
    void everyStateHasItsRules() throws IOException {
        for (String state : List.of("good", "care", "over", "bad")) {
            assertThat(source()).contains(".verdict." + state + " {", ".tag." + state + " {");
        }
    }

    @Test
    void theButtonOfAFileFieldIsDrawnLikeTheOthers() throws IOException {
        assertThat(source()).contains("::file-selector-button {");
    }

    private static String token(String name) throws IOException {
        Matcher token = Pattern.compile("  --" + name + ": (#[0-9a-f]{6});").matcher(source());
        assertThat(token.find()).as(name).isTrue();
        return token.group(1);
    }

    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        double[] parts = new double[3];
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            parts[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
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
