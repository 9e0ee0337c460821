package fr.badgesiae.api.platform.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Words as shapes, from the font that PDFBox carries (Liberation Sans, SIL Open Font License 1.1): a server may have no font. A
 * character that the font lacks is an empty box. For one drawing and one thread; close it.
 */
public final class Lettering implements AutoCloseable {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;

    public Lettering() {
        try (InputStream file = Objects.requireNonNull(TrueTypeFont.class.getResourceAsStream(FONT), FONT)) {
            font = new TTFParser().parseEmbedded(file);
            glyphs = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the font has every character, spaces aside. */
    public boolean writes(String text) {
        return text.codePoints().allMatch(letter -> Character.isWhitespace(letter) || glyphs.getGlyphId(letter) != 0);
    }

    /** The width of a line, in the unit of its size. */
    public double width(String line, double size) {
        return line.codePoints()
                .mapToDouble(letter -> advance(glyphs.getGlyphId(letter)) * size / unitsPerEm)
                .sum();
    }

    /** The shape of a line from this point of its base line. */
    public Shape line(String line, double x, double y, double size) {
        Path2D shape = new Path2D.Double();
        double scale = size / unitsPerEm;
        double at = x;
        for (int letter : line.codePoints().toArray()) {
            int glyph = glyphs.getGlyphId(letter);
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, y);
            shape.append(outline(glyph).getPathIterator(place), false);
            at += advance(glyph) * scale;
        }
        return shape;
    }

    /** Lines of at most this width, broken at spaces; a word that is too long stands alone, and is too long. */
    public List<String> wrap(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("[ \n\t]+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private double advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GeneralPath outline(int glyph) {
        try {
            var data = font.getGlyph().getGlyph(glyph);
            return data == null ? new GeneralPath() : data.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            font.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
