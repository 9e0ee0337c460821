package fr.badgesiae.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's archive of classes, tested with a Java that only records its arguments. */
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            for word in "$@"; do
                case $word in
                    -XX:ArchiveClassesAtExit=*) echo archive >"${word#*=}" ;;
                    -XX:SharedArchiveFile=*) [ -s "${word#*=}" ] || exit 3 ;;
                    *.jar) [ "$(cat "$word")" = whole ] || exit 4 ;;
                esac
            done
            echo "$@" "LC_ALL=${LC_ALL:-} LC_CTYPE=${LC_CTYPE:-}"
            """;

    @TempDir
    private Path folder;

    private Path cache;

    @BeforeEach
    void installJava() throws IOException {
        executable(folder.resolve("jdk/bin/java"), JAVA);
        cache = folder.resolve("cache/badges-verifier");
    }

    @Test
    void theFirstRunMakesAnArchiveAndTheSecondUsesIt() throws Exception {
        Path launcher = install("one");
        assertThat(run(launcher, "verify", "a b"))
                .contains("-jar", "verify a b")
                .doesNotContain("SharedArchiveFile");
        assertThat(kept()).hasSize(1).allMatch(name -> name.matches("classes-\\d+\\.jsa"));
        assertThat(run(launcher, "verify", "x")).contains("-XX:SharedArchiveFile=" + cache, "verify x");
    }

    @Test
    void twoVersionsSideBySideKeepEachTheirArchive() throws Exception {
        Path one = install("one");
        Path other = install("another with a blank");
        run(one);
        run(other);
        assertThat(kept()).hasSize(3);
        assertThat(run(one)).contains("SharedArchiveFile");
        assertThat(run(other)).contains("SharedArchiveFile", cache + "/badges-verifier-");
        assertThat(kept()).hasSize(3);
    }

    @Test
    void whatNobodyUsedForAMonthAndWhatAKillLeftGoes() throws Exception {
        Files.createDirectories(cache);
        Path old = Files.writeString(cache.resolve("classes-1.jsa"), "x");
        Path left = Files.createDirectory(cache.resolve(".fresh-abcdef"));
        Path young = Files.writeString(cache.resolve("classes-2.jsa"), "x");
        age(old, Duration.ofDays(40));
        age(left, Duration.ofDays(3));
        run(install("one"));
        assertThat(old).doesNotExist();
        assertThat(left).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void firstRunsAtTheSameMomentDoNotDisturbEachOther() throws Exception {
        Path launcher = install("a folder");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            processes.add(begin(launcher, "verify"));
        }
        for (Process process : processes) {
            assertThat(output(process)).contains("-jar");
        }
        assertThat(kept()).hasSize(2);
    }

    @Test
    void inTheLocaleCJavaIsStillToldOfFilesWithAccents() throws Exception {
        Path launcher = install("one");
        assertThat(run(launcher)).contains("LC_ALL= LC_CTYPE=C.UTF-8");
        ProcessBuilder french = prepare(launcher);
        french.environment().put("LANG", "fr_FR.UTF-8");
        assertThat(output(french.start())).contains("LC_ALL= LC_CTYPE=\n");
        ProcessBuilder posix = prepare(launcher);
        posix.environment().put("LC_ALL", "POSIX");
        assertThat(output(posix.start())).contains("LC_ALL=C.UTF-8");
    }

    @Test
    void withoutACacheOrWithoutJavaItSaysOrDoesWhatItCan() throws Exception {
        Path launcher = install("one");
        ProcessBuilder nowhere = prepare(launcher, "verify");
        nowhere.environment().put("XDG_CACHE_HOME", "/proc/nowhere");
        assertThat(output(nowhere.start())).contains("-jar", "verify");
        ProcessBuilder none = prepare(launcher, "verify").redirectErrorStream(true);
        none.environment().put("JAVA_HOME", "/nowhere");
        Process process = none.start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("no Java at /nowhere/bin/java");
        assertThat(process.waitFor()).isEqualTo(70);
    }

    private Path install(String name) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.writeString(home.resolve("badges-verifier.jar"), "whole");
        return Files.copy(
                Path.of("badges-verifier"), home.resolve("badges-verifier"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void age(Path path, Duration age) throws IOException {
        FileTime then = FileTime.from(Instant.now().minus(age));
        Files.setAttribute(path, "lastAccessTime", then);
        Files.setLastModifiedTime(path, then);
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> all = Files.list(cache)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private ProcessBuilder prepare(Path launcher, String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        return builder;
    }

    private Process begin(Path launcher, String... arguments) throws IOException {
        return prepare(launcher, arguments).start();
    }

    private String run(Path launcher, String... arguments) throws Exception {
        return output(begin(launcher, arguments));
    }

    private static String output(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return out;
    }
}
