package fr.badgesiae.verifier.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;

/** Readers of status entries and status lists; lists are changed both as packed bytes and as base64. */
public final class StatusTargets {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final List<String> WORDS = List.of("u", "z", "=", "-", "H4sI", "\u001f\u008b\b");

    private StatusTargets() {}

    /** All of them. */
    public static List<FuzzTarget> all() {
        String bits = BitstringStatusList.encode(BitstringStatusList.empty(BitstringStatusList.MIN_ENTRIES));
        return List.of(
                FuzzTarget.text("bitstring", List.of(bits), WORDS, StatusTargets::bitstring, BitstringStatusList.class),
                FuzzTarget.bytes(
                        "bitstring-packed",
                        List.of(Base64.getUrlDecoder().decode(bits.substring(1))),
                        WORDS,
                        bytes -> bitstring("u" + BASE64.encodeToString(bytes)),
                        BitstringStatusList.class),
                FuzzTarget.bytes(
                        "token-list-packed",
                        List.of(zlib()),
                        WORDS,
                        bytes -> token(BASE64.encodeToString(bytes)),
                        TokenStatusList.class),
                FuzzTarget.text(
                        "token-list",
                        List.of(BASE64.encodeToString(zlib())),
                        WORDS,
                        StatusTargets::token,
                        TokenStatusList.class),
                FuzzTarget.json(
                        "status-entry", badges(), StatusTargets::entries, StatusEntry.class, BitListKind.class));
    }

    private static void bitstring(String text) {
        try {
            for (Optional<byte[]> list :
                    List.of(BitstringStatusList.decode(text), BitstringStatusList.decode2021(text))) {
                list.ifPresent(bits -> {
                    assertThat(bits.length).isLessThanOrEqualTo(BitstringStatusList.MAX_BYTES);
                    for (int size = 1; size <= 8 && BitstringStatusList.entries(bits, size) > 0; size++) {
                        long last = BitstringStatusList.entries(bits, size) - 1;
                        assertThat(BitstringStatusList.value(bits, last, size)).isBetween(0, (1 << size) - 1);
                    }
                });
            }
        } catch (BitstringStatusList.TooLargeException e) {
            assertThat(text).isNotEmpty();
        }
    }

    private static void token(String text) {
        for (int bits = 0; bits <= 9; bits++) {
            try {
                int size = bits;
                TokenStatusList.decode(bits, text)
                        .filter(list -> list.size() > 0)
                        .ifPresent(
                                list -> assertThat(list.value(list.size() - 1)).isBetween(0, (1 << size) - 1));
            } catch (BitstringStatusList.TooLargeException e) {
                assertThat(text).isNotEmpty();
            }
        }
    }

    private static byte[] zlib() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(new byte[500]);
            deflater.write(new byte[] {1, 2, 3, (byte) 0xff});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void entries(ObjectNode badge) {
        for (JsonNode entry : Stream.concat(
                        Stream.of(badge),
                        Stream.of(
                                badge.path("credentialStatus"),
                                badge.path("credentialStatus").path(0)))
                .toList()) {
            for (BitListKind kind : BitListKind.values()) {
                StatusEntry.parse(kind, entry).ifPresent(read -> {
                    assertThat(read.index()).isNotNegative();
                    assertThat(read.size()).isBetween(1, 8);
                    assertThat(read.message(0)).isNotNull();
                    assertThat(read.lacksMessages() && read.size() == 1).isFalse();
                });
            }
        }
    }

    private static List<byte[]> badges() {
        return Samples.all().stream()
                .filter(sample -> sample.file().endsWith(".json") && sample.bytes().length < 20_000)
                .map(Sample::bytes)
                .filter(bytes -> FuzzTarget.object(bytes).isPresent())
                .toList();
    }
}
