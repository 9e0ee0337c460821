package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bounds on source files and packages. */
class SourceFilesTest {
    private static final int MAX_FILES = 25;
    private static final int MAX_LINES = 300;
    private static final int MAX_PACKAGE_INFO_LINES = 10;
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");

    @Test
    void noPackageHoldsMoreThan25Files() throws IOException {
        for (Path tree : List.of(MAIN, TEST)) {
            Map<Path, Long> sizes =
                    sources(tree).collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
            assertThat(sizes)
                    .isNotEmpty()
                    .allSatisfy((folder, size) ->
                            assertThat(size).as(folder.toString()).isLessThanOrEqualTo(MAX_FILES));
        }
    }

    @Test
    void noFileHasMoreThan300Lines() throws IOException {
        for (Path tree : List.of(MAIN, TEST)) {
            assertThat(sources(tree))
                    .allSatisfy(file -> assertThat(Files.readAllLines(file))
                            .as(file.toString())
                            .hasSizeLessThanOrEqualTo(MAX_LINES));
        }
    }

    @Test
    void eachPackageHasAShortPackageInfo() throws IOException {
        List<Path> packages = sources(MAIN).map(Path::getParent).distinct().toList();
        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(Files.readAllLines(folder.resolve("package-info.java")))
                        .as(folder.toString())
                        .hasSizeBetween(2, MAX_PACKAGE_INFO_LINES));
    }

    private static Stream<Path> sources(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }
}
