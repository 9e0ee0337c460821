package fr.badgesiae.api.commands;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console of a demonstration hands a newcomer one link and one card, at each start. */
class HandoutWordsTest {
    @TempDir
    private Path place;

    private String ready() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (DataFolder folder = DataFolder.open(place)) {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            new StartupConsole(true).ready(URI.create("http://localhost:8080"), folder);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theLinkAndTheCardArePrintedWithTheAddress() {
        try (DataFolder folder = DataFolder.open(place)) {
            folder.keep("link", "ABCD-EFGH-JKMN-PQRS");
            folder.keep("card-holder", "Alix Exemple");
            folder.keep("card-number", "0123-4567-89AB-CDEF");
            folder.keep("card-pin", "482915");
        }
        assertThat(ready())
                .contains("Ce que voit un employeur / what an employer sees")
                .contains("http://localhost:8080/v/ABCD-EFGH-JKMN-PQRS")
                .contains("Une carte de personne / a person’s card: Alix Exemple")
                .contains("http://localhost:8080/me/open/0123-4567-89AB-CDEF   code secret / PIN 482915");
    }

    @Test
    void aFolderOfAnEarlierVersionHasNone() {
        assertThat(ready()).contains("reseau2", "direction3").doesNotContain("employeur / what");
    }

    @Test
    void everyAccountOfTheStoryIsPrinted() {
        assertThat(StartupConsole.LOGINS)
                .containsExactlyInAnyOrder(
                        "reseau",
                        "reseau2",
                        "direction",
                        "conseil",
                        "encadrement",
                        "direction2",
                        "conseil2",
                        "placement",
                        "direction3");
    }
}
