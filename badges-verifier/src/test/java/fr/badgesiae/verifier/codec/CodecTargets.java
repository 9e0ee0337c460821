package fr.badgesiae.verifier.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Decoders of dates, digests and canonical JSON. */
public final class CodecTargets {

    private CodecTargets() {}

    /** All of them. */
    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.text(
                        "date",
                        dates(),
                        List.of("T", "Z", "+", "-", ":", ".", "٣", "24:00:00"),
                        CodecTargets::date,
                        DateTimeStamp.class,
                        CalendarDate.class),
                FuzzTarget.json("numeric-date", claims(), CodecTargets::claim, NumericDate.class),
                FuzzTarget.json("digest", digests(), CodecTargets::digest, Digest.class),
                FuzzTarget.text(
                        "identity-hash",
                        List.of("sha256$28d50415252ab6c689a54413da15b083034b66e5", "MD5$", "$"),
                        List.of("$", "sha256", "md5", "İ"),
                        CodecTargets::identity,
                        IdentityHash.class),
                FuzzTarget.json("canonical-json", badges(), CodecTargets::canonical, CanonicalJson.class));
    }

    /** A hash without a known digest name matches no text. */
    private static void identity(String written) {
        IdentityHash.of(written)
                .ifPresent(hash ->
                        assertThat(hash.matches("alix@exemple.example", "sel")).isFalse());
    }

    private static void date(String text) {
        DateTimeStamp.parse(text).ifPresent(instant -> assertThat(text).contains("T"));
        CalendarDate.parse(text).ifPresent(day -> assertThat(day.day()).hasToString(text));
    }

    /** A claim agrees with the instant that is read from it. */
    private static void claim(ObjectNode claims) {
        claims.properties()
                .forEach(claim -> NumericDate.parse(claim.getValue())
                        .ifPresent(instant -> assertThat(NumericDate.agree(claim.getValue(), instant))
                                .isTrue()));
    }

    private static void digest(ObjectNode object) {
        Digest.of(object)
                .ifPresent(digest -> assertThat(digest.matches(object.toString().getBytes(StandardCharsets.UTF_8)))
                        .as("a document that names its own digest")
                        .isFalse());
    }

    /** Canonical JSON, parsed and written again, is unchanged (RFC 8785). */
    private static void canonical(ObjectNode document) {
        CanonicalJson.of(document)
                .ifPresent(text -> assertThat(
                                FuzzTarget.object(FuzzTarget.utf8(text)).flatMap(CanonicalJson::of))
                        .hasValue(text));
    }

    private static List<byte[]> badges() {
        return Samples.all().stream()
                .filter(sample -> sample.file().endsWith(".json"))
                .map(Sample::bytes)
                .filter(bytes ->
                        bytes.length < 20_000 && FuzzTarget.object(bytes).isPresent())
                .toList();
    }

    private static List<byte[]> claims() {
        return List.of(
                FuzzTarget.utf8("{\"nbf\":1735689600,\"exp\":1735689600.9,\"iat\":-1e9,\"a\":\"1\",\"b\":null}"));
    }

    private static List<String> dates() {
        return List.of(
                "2026-11-20T00:00:00Z",
                "2026-02-28T23:59:60.123456789+14:00",
                "2024-02-29T24:00:00Z",
                "-0001-01-01T00:00:00Z");
    }

    private static List<byte[]> digests() {
        return Stream.of(
                        "{\"digestSRI\":\"sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= sha512-x?y\"}",
                        "{\"digestMultibase\":\"zQmdfTbBqBPQ7VNxZEYEj14VmRuZBkqFbiwReogJgS1zR1n\"}",
                        "{\"digestMultibase\":\"f1220e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}")
                .map(FuzzTarget::utf8)
                .toList();
    }
}
