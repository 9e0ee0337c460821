package fr.badgesiae.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another JVM, with little memory, ends when it has none left. */
class OutOfMemoryTest {
    private static final int BOUND_SECONDS = 60;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(OutOfMemoryRun.Where.class)
    void aProcessWithoutMemoryEnds(OutOfMemoryRun.Where where) throws Exception {
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx48m", "-XX:TieredStopAtLevel=1", "-cp", classPath()));
        command.addAll(List.of(OutOfMemoryRun.class.getName(), where.name()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)).isTrue();
            String said = Files.readString(output);
            assertThat(said).contains(OutOfMemoryRun.BEGUN).doesNotContain(OutOfMemoryRun.WENT_ON);
            assertThat(process.exitValue()).as(said).isEqualTo(OutOfMemory.EXIT_CODE);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Of this test, whoever loaded it. */
    private static String classPath() {
        return OutOfMemoryTest.class.getClassLoader() instanceof URLClassLoader urls
                ? Arrays.stream(urls.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    @Test
    void anyOtherFailureEndsNothing() {
        OutOfMemory.exitIf(null);
        OutOfMemory.exitIf(new IllegalStateException(new StackOverflowError()));
    }

    @Test
    void healthSaysWhetherTheJvmHasTheOption() {
        assertThat(OutOfMemory.healthCheck(List.of("-Xmx1g", OutOfMemory.OPTION))
                        .execute())
                .satisfies(result -> assertThat(result.isHealthy()).isTrue())
                .satisfies(result -> assertThat(result.getMessage()).contains("exits"));
        assertThat(OutOfMemory.healthCheck(List.of("-Xmx1g")).execute())
                .satisfies(result -> assertThat(result.isHealthy()).isTrue())
                .satisfies(result -> assertThat(result.getMessage()).contains(OutOfMemory.OPTION));
    }

    /** Whoever follows README starts a JVM with the option. */
    @Test
    void readmeStartsTheServiceWithTheOption() throws Exception {
        assertThat(Files.readString(Path.of("..", "README.md"))
                        .lines()
                        .filter(line -> line.startsWith("java ") && line.contains(" server config.yml")))
                .isNotEmpty()
                .allMatch(line -> line.contains(OutOfMemory.OPTION));
    }
}
