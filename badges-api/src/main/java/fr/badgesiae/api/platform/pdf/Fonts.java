package fr.badgesiae.api.platform.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts of documents, chosen by the characters that they have glyphs for. They are read once, at the first document. */
final class Fonts {
    private static final int BOLD = 700;
    private static final int NORMAL = 400;

    private final List<Family> families;

    /** A family; the fonts of {@code weights} have the same characters. */
    private record Family(String name, CmapLookup glyphs, List<Weight> weights) {
        boolean has(int character) {
            return glyphs.getGlyphId(character) != 0;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Weight(int weight, byte[] file) {}

    private Fonts(List<Family> families) {
        this.families = families;
    }

    /** In the order in which they are asked for a character. */
    static Fonts read() {
        List<Family> families = new ArrayList<>();
        for (String name : List.of("NotoSans", "NotoSansArabic", "NotoSansHebrew", "NotoSansArmenian")) {
            families.add(family(name, true));
        }
        families.add(family("NotoSansGeorgian", true));
        families.add(family("NotoSansEthiopic", true));
        families.add(family("NotoSansTifinagh", false));
        families.add(family("WenQuanYiMicroHei", false));
        return new Fonts(List.copyOf(families));
    }

    private static Family family(String name, boolean bold) {
        byte[] regular = file(bold || name.startsWith("Noto") ? name + "-Regular" : name);
        List<Weight> weights = bold
                ? List.of(new Weight(NORMAL, regular), new Weight(BOLD, file(name + "-Bold")))
                : List.of(new Weight(NORMAL, regular));
        try (TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBuffer(regular))) {
            return new Family(name, font.getUnicodeCmapLookup(), weights);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] file(String name) {
        try (InputStream file = Objects.requireNonNull(Fonts.class.getResourceAsStream(name + ".ttf"), name)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The text with glyphs for each of its characters. One that no font has, such as an emoji, is named between brackets: the
     * reader of a sheet knows what stands there, and never sees an empty box.
     */
    String printable(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder printable = new StringBuilder(composed.length());
        composed.codePoints().forEach(character -> {
            if (Character.isWhitespace(character)
                    || isJoiner(character)
                    || family(character).isPresent()) {
                printable.appendCodePoint(character);
            } else if (Character.isSpaceChar(character)) {
                printable.append('\u00a0'); // narrow ones have no glyph of their own
            } else if (!isInvisible(character)) {
                printable.append('[').append(named(character)).append(']');
            }
        });
        return printable.toString();
    }

    private static String named(int character) {
        String name = Character.getName(character);
        return name == null ? Integer.toHexString(character) : name.toLowerCase(Locale.ROOT);
    }

    /** Read by {@link ArabicForms}, which drops it. */
    private static boolean isJoiner(int character) {
        return character == 0x200C || character == 0x200D;
    }

    /** Controls, format characters, variation selectors, and code points without a character. */
    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0x1F3FB && character <= 0x1F3FF);
        };
    }

    private Optional<Family> family(int character) {
        return families.stream().filter(family -> family.has(character)).findFirst();
    }

    /** The families that a printable text needs, in order, as a value of {@code font-family}. */
    String familiesOf(String text) {
        Set<Integer> needed = new TreeSet<>(Set.of(0));
        text.codePoints()
                .filter(character -> !Character.isWhitespace(character) && !isJoiner(character))
                .distinct()
                .forEach(character ->
                        needed.add(families.indexOf(family(character).orElseThrow())));
        return String.join(
                ", ", needed.stream().map(index -> families.get(index).name()).toList());
    }

    /** Gives the renderer the fonts of some families, to be embedded as subsets. */
    void give(PdfRendererBuilder builder, String named) {
        Set<String> names = Set.of(named.split(", "));
        for (Family family : families) {
            for (Weight weight : names.contains(family.name()) ? family.weights() : List.<Weight>of()) {
                builder.useFont(
                        () -> new ByteArrayInputStream(weight.file()),
                        family.name(),
                        weight.weight(),
                        FontStyle.NORMAL,
                        true);
            }
        }
    }
}
