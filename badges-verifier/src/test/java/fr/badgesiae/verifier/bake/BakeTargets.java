package fr.badgesiae.verifier.bake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** Parsers of the text in images, without the checksums that would reject changed bytes first. */
public final class BakeTargets {
    private static final List<String> XML = List.of(
            "<",
            ">",
            "]]>",
            "<![CDATA[",
            "<!--",
            "<?",
            "<!DOCTYPE x [",
            "&#x110000;",
            "&amp;",
            "\"",
            "</svg>",
            "xmlns='",
            "\uFEFF");

    private BakeTargets() {}

    /** All of them. */
    public static List<FuzzTarget> all() {
        List<byte[]> chunks = List.of(
                chunk("iTXt", "\u0001\u0000fr\u0000\u0000", true),
                chunk("zTXt", "\u0000", true),
                chunk("iTXt", "\u0000\u0000\u0000\u0000", false),
                chunk("tEXt", "", false));
        List<byte[]> svgs = Samples.all().stream()
                .filter(sample -> sample.file().endsWith(".svg"))
                .map(Sample::bytes)
                .toList();
        List<byte[]> baked = Samples.all().stream()
                .filter(sample -> sample.file().startsWith("valid-baked-"))
                .map(Sample::bytes)
                .toList();
        return List.of(
                FuzzTarget.bytes(
                        "image", images(), XML, BakeTargets::unbake, Unbaker.class, PngBadge.class, SvgBadge.class),
                FuzzTarget.bytes("bake", baked, XML, BakeTargets::bake, Baker.class),
                FuzzTarget.bytes(
                        "text-chunk",
                        chunks,
                        List.of("\u0000", "openbadges\u0000", "zTXt", "iTXt"),
                        BakeTargets::text,
                        PngBadge.class,
                        PngChunk.class,
                        TextChunk.class),
                FuzzTarget.bytes("xml", svgs, XML, BakeTargets::xml, XmlText.class, SvgScan.class, SvgBadge.class));
    }

    private static void unbake(byte[] image) {
        BakedTexts baked = Unbaker.unbakeAll(image);
        assertThat(baked.texts())
                .hasSizeLessThanOrEqualTo(BakedTexts.MAX_TEXTS)
                .allMatch(text -> text.content().length <= Unbaker.MAX_CONTENT);
        assertThat(Unbaker.unbake(image).content().length).isLessThanOrEqualTo(Unbaker.MAX_CONTENT);
    }

    /** The image is baked or refused; the baked text is read back unchanged. */
    private static void bake(byte[] image) {
        byte[] baked;
        try {
            baked = Baker.bake(image, BakeLocation.OB3, "{}");
        } catch (BakingException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        assertThat(Unbaker.unbake(baked).content())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{}");
    }

    private static List<byte[]> images() {
        return Samples.all().stream()
                .filter(sample -> sample.file().matches(".*\\.(png|svg)") && sample.bytes().length < 100_000)
                .map(Sample::bytes)
                .toList();
    }

    private static void text(byte[] bytes) {
        assertThat(PngBadge.unbake(bytes).first().content().length).isLessThanOrEqualTo(Unbaker.MAX_CONTENT);
        PngChunk chunk = PngChunk.at(bytes, 0);
        if (chunk != null) {
            TextChunk.slotOf(chunk)
                    .ifPresent(slot -> assertThat(TextChunk.read(chunk, slot).content().length)
                            .isLessThanOrEqualTo(Unbaker.MAX_CONTENT));
        }
    }

    private static void xml(byte[] bytes) {
        String text = XmlText.decode(bytes, 100_000);
        assertThat(text).isNotNull();
        assertThat(SvgScan.of(text)).isNotNull();
        assertThat(SvgBadge.isSvg(bytes) || SvgBadge.unbake(bytes).without() != null)
                .isTrue();
        if (XmlText.isUtf8(bytes)) {
            assertThat(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(bytes);
        }
    }

    private static byte[] chunk(String type, String head, boolean packed) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes((BakeLocation.OB3.keyword() + "\u0000" + head).getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
            if (packed) {
                deflater.write("{\"a\":1}".repeat(20).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteBuffer.allocate(data.size() + 12)
                .putInt(data.size())
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(data.toByteArray())
                .array();
    }
}
