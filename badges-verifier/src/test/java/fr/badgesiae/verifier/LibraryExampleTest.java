package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Samples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryExampleTest {
    @TempDir
    private Path folder;

    @Test
    void theExampleInTheDocumentationCompilesAndJudges() throws Exception {
        String page = Files.readString(Path.of("../docs/library.md"));
        int start = page.indexOf("```java\n") + "```java\n".length();
        Path source =
                Files.writeString(folder.resolve("Example.java"), page.substring(start, page.indexOf("```", start)));
        String badge = Files.write(
                        folder.resolve("badge.json"),
                        Samples.named("valid-did-key.json").bytes())
                .toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                classPath,
                                "-d",
                                folder.toString(),
                                source.toString()))
                .isZero();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object) new String[] {badge});
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("PROOF: ");
    }

    @Test
    void theVersionsInTheDocumentationAreThoseOfTheBuild() throws Exception {
        String page = Files.readString(Path.of("../docs/library.md"));
        String build = Files.readString(Path.of("../pom.xml"));
        for (String[] library : new String[][] {
            {"Jackson", "jackson"},
            {"nimbus-jose-jwt", "nimbus-jose-jwt"},
            {"Titanium\nJSON-LD", "titanium-json-ld"},
            {"Bouncy Castle", "bouncycastle"},
            {"ZXing", "zxing"},
            {"jsvg", "jsvg"},
            {"PDFBox", "pdfbox"}
        }) {
            String version = between(build, "<" + library[1] + ".version>", "</");
            assertThat(page).contains(library[0] + " " + version);
        }
        String ours = between(build, "<revision>", "</revision>");
        assertThat(page.split("<version>" + ours + "</version>", -1))
                .as("snippets with " + ours)
                .hasSize(3);
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
