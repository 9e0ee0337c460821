package fr.badgesiae.verifier.read;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** File formats by their first bytes. */
final class FileSignatures {
    /** Other bytes may precede the header of a PDF (ISO 32000-1, annex H.3, note 13). */
    private static final int PDF_WITHIN = 1024;

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("GIF8", "GIF"),
            Map.entry("RIFF", "WebP"),
            Map.entry("II*\0", "TIFF"),
            Map.entry("MM\0*", "TIFF"),
            Map.entry("\0\0\1\0", "ICO"),
            Map.entry("8BPS\0", "Photoshop"),
            Map.entry("%!PS", "PostScript"),
            Map.entry("\0\0\0\fjP  ", "JPEG 2000"),
            Map.entry("\0\0\0\fJXL ", "JPEG XL"),
            Map.entry("\u00ff\n", "JPEG XL"),
            Map.entry("\u00d0\u00cf\u0011\u00e0", "Word"),
            Map.entry("\u001f\u008b\b", "gzip"),
            Map.entry("PK\u0003\u0004", "ZIP"));
    private static final Set<String> HEIC =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");

    private FileSignatures() {}

    static boolean isJpeg(byte[] bytes) {
        return start(bytes, 3).equals("\u00ff\u00d8\u00ff");
    }

    static boolean isPdf(byte[] bytes) {
        String start = start(bytes, PDF_WITHIN);
        int header = start.indexOf("%PDF-");
        return header == 0 || (header > 0 && !start.strip().matches("(?s)[\\[{\"].*"));
    }

    /** The name of an image or archive format that is not examined. */
    static Optional<String> otherImage(byte[] bytes) {
        String start = start(bytes, 12);
        if (start.length() == 12 && start.startsWith("ftyp", 4)) {
            String brand = start.substring(8);
            return Optional.of(HEIC.contains(brand) ? "HEIC" : brand.startsWith("avi") ? "AVIF" : "ISO BMFF");
        }
        if (start.startsWith("BM") && start.startsWith("\0\0\0\0", 6)) {
            return Optional.of("BMP");
        }
        return OTHERS.entrySet().stream()
                .filter(other -> start.startsWith(other.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String start(byte[] bytes, int length) {
        return new String(bytes, 0, Math.min(bytes.length, length), StandardCharsets.ISO_8859_1);
    }
}
