package fr.badgesiae.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Parsers of files and arguments given to the command line. */
public final class FileTargets {
    private static final URI ASKED = URI.create("https://badges.example/issuers/1/did.json#key");
    private static final VerificationPolicy POLICY =
            VerificationPolicy.at(Instant.parse("2026-11-20T00:00:00Z"), Fetcher.offline());
    private static final List<String> WORDS = List.of("https://", "..", "/", "\u0000", "-", "%", "[", " ");

    private FileTargets() {}

    /** All of them. */
    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.document("documents-map", maps(), FileTargets::map, MappedDocuments.class),
                FuzzTarget.document("trust-file", registries(), FileTargets::trust, TrustFile.class),
                FuzzTarget.text(
                        "words",
                        List.of("https://badges.example/1", "a folder/badge.json", "-"),
                        WORDS,
                        FileTargets::words,
                        Inputs.class,
                        Messages.class));
    }

    /** A map is read or refused; each file it serves lies below its folder. */
    private static void map(byte[] bytes) {
        try {
            MappedDocuments documents = MappedDocuments.read(written(bytes));
            assertThat(documents.fetch(ASKED, FetchLimits.DOCUMENT)).isNotNull();
        } catch (InputException e) {
            assertThat(e.say(Messages.in("fr"))).isNotBlank();
        }
    }

    private static void trust(byte[] bytes) {
        try {
            assertThat(TrustFile.read(written(bytes), "did:web:badges.example", POLICY)
                            .find("did:web:a.example"))
                    .isNotNull();
        } catch (InputException e) {
            assertThat(e.say(Messages.in("en"))).isNotBlank();
        }
    }

    private static void words(String word) {
        assertThat(Messages.clean(word)).doesNotContain("\u001b");
        InputStream nothing = new ByteArrayInputStream(new byte[0]);
        if (word.startsWith("http")) {
            try {
                assertThat(Inputs.named(List.of(word), nothing)).isNotNull();
            } catch (InputException e) {
                assertThat(e.say(Messages.in("fr"))).isNotBlank();
            }
        }
    }

    private static Path written(byte[] bytes) {
        try {
            Path file = Path.of("target", "fuzzed-" + Thread.currentThread().getId() + ".json");
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> maps() {
        return List.of(
                FuzzTarget.utf8("{\"https://badges.example/issuers/1/did.json\":\"did.json\"}"),
                FuzzTarget.utf8(
                        "{\"https://badges.example/\":\"folder\",\"https://badges.example/issuers/\":\"../other\"}"));
    }

    private static List<byte[]> registries() {
        return List.of(
                FuzzTarget.utf8(
                        "{\"did:web:a.example\":{\"registeredName\":\"A\",\"siret\":\"12345678901234\",\"network\":\"N\","
                                + "\"since\":\"2026-01-01\",\"suspendedSince\":\"2026-02-01\"}}"),
                FuzzTarget.utf8("eyJhbGciOiJFZERTQSJ9.e30.c2ln"));
    }
}
