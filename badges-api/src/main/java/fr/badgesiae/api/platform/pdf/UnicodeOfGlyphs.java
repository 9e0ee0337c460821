package fr.badgesiae.api.platform.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/** Writes what each glyph of {@link ArabicForms} stands for, so that copied, searched and read text holds letters (ISO 32000-1, 9.10.3). */
final class UnicodeOfGlyphs {
    private static final Pattern SECTION = Pattern.compile("beginbf(char|range)(.*?)endbf", Pattern.DOTALL);
    private static final Pattern CHAR = Pattern.compile("<([0-9A-F]{4})>\\s*<([0-9A-F]+)>");
    private static final Pattern RANGE = Pattern.compile("<([0-9A-F]{4})>\\s*<([0-9A-F]{4})>\\s*<([0-9A-F]+)>");
    private static final int MOST_IN_A_SECTION = 100;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UnicodeOfGlyphs() {}

    /** Rewrites the maps of a document whose fonts are embedded already. */
    static void restore(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            PDResources resources = page.getResources();
            for (COSName name : resources.getFontNames()) {
                COSDictionary font = resources.getFont(name).getCOSObject();
                COSStream map = font.getCOSStream(COSName.TO_UNICODE);
                if (map != null) {
                    restore(map);
                }
            }
        }
    }

    private static void restore(COSStream stream) throws IOException {
        Map<Integer, String> glyphs = read(stream.toTextString());
        if (glyphs.values().stream().allMatch(text -> letters(text).equals(text))) {
            return;
        }
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        StringBuilder section = new StringBuilder();
        int lines = 0;
        for (Map.Entry<Integer, String> glyph : glyphs.entrySet()) {
            section.append('<')
                    .append(HEX.toHexDigits(glyph.getKey().shortValue()))
                    .append("> <");
            section.append(HEX.formatHex(letters(glyph.getValue()).getBytes(StandardCharsets.UTF_16BE)));
            section.append(">\n");
            if (++lines % MOST_IN_A_SECTION == 0 || lines == glyphs.size()) {
                int size = (lines - 1) % MOST_IN_A_SECTION + 1;
                map.append(size).append(" beginbfchar\n").append(section).append("endbfchar\n");
                section.setLength(0);
            }
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(map.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static Map<Integer, String> read(String map) {
        Map<Integer, String> glyphs = new TreeMap<>();
        Matcher sections = SECTION.matcher(map);
        while (sections.find()) {
            boolean range = sections.group(1).equals("range");
            Matcher lines = (range ? RANGE : CHAR).matcher(sections.group(2));
            while (lines.find()) {
                int first = Integer.parseInt(lines.group(1), 16);
                int last = range ? Integer.parseInt(lines.group(2), 16) : first;
                String text = new String(HEX.parseHex(lines.group(range ? 3 : 2)), StandardCharsets.UTF_16BE);
                int end = text.length() - 1;
                for (int glyph = first; glyph <= last; glyph++) {
                    char ending = (char) (text.charAt(end) + glyph - first);
                    glyphs.put(glyph, text.substring(0, end) + ending);
                }
            }
        }
        return glyphs;
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().map(ArabicForms::letter).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
