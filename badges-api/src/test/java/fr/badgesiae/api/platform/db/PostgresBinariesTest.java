package fr.badgesiae.api.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {
    @Test
    void theFolderOfAProcessThatWasFirstIsUsed(@TempDir Path parent) throws IOException {
        Path first = Files.createDirectory(parent.resolve("programs"));
        Files.writeString(first.resolve("postgres"), "first");
        Path second = Files.createDirectory(parent.resolve("unpacking"));
        Files.writeString(second.resolve("postgres"), "second");

        PostgresBinaries.moveInto(second, first);

        assertThat(first.resolve("postgres")).hasContent("first");
        assertThat(second).doesNotExist();
    }
}
