package fr.badgesiae.verifier.read.detect;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** File formats by their first bytes. */
public final class FileSignatures {
    /** Other bytes may precede the header of a PDF (ISO 32000-1, annex H.3, note 13). */
    private static final int PDF_WITHIN = 1024;

    /** Of the signatures below, in bytes. */
    private static final int LONGEST = 12;

    private static final Map<String, String> IMAGES = Map.of(
            "GIF8", "GIF",
            "II*\0", "TIFF",
            "MM\0*", "TIFF",
            "\0\0\1\0", "ICO",
            "8BPS\0", "Photoshop",
            "\0\0\0\fjP  ", "JPEG 2000",
            "\0\0\0\fJXL ", "JPEG XL",
            "\u00ff\n", "JPEG XL");
    private static final Map<String, String> FILES = Map.of(
            "RIFF", "RIFF",
            "%!PS", "PostScript",
            "\u00d0\u00cf\u0011\u00e0", "Word",
            "\u001f\u008b\b", "gzip",
            "PK\u0003\u0004", "ZIP");
    private static final Set<String> HEIC =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");

    private FileSignatures() {}

    public static boolean isJpeg(byte[] bytes) {
        return start(bytes, 3).equals("\u00ff\u00d8\u00ff");
    }

    public static boolean isPdf(byte[] bytes) {
        String start = start(bytes, PDF_WITHIN);
        int header = start.indexOf("%PDF-");
        return header == 0 || (header > 0 && !start.strip().matches("(?s)[\\[{\"].*"));
    }

    /** The name of an image format that is not examined. */
    public static Optional<String> otherImage(byte[] bytes) {
        String start = start(bytes, LONGEST);
        String brand = brand(start);
        if (HEIC.contains(brand) || brand.startsWith("avi")) {
            return Optional.of(HEIC.contains(brand) ? "HEIC" : "AVIF");
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return Optional.of("WebP");
        }
        return start.startsWith("BM") && start.startsWith("\0\0\0\0", 6) ? Optional.of("BMP") : named(IMAGES, start);
    }

    /** The name of an archive, document or video format that is not examined. */
    public static Optional<String> otherFile(byte[] bytes) {
        String start = start(bytes, LONGEST);
        return brand(start).isEmpty() ? named(FILES, start) : Optional.of("ISO BMFF");
    }

    /** The major brand of a file of the ISO base media format, or an empty string. */
    private static String brand(String start) {
        return start.length() == LONGEST && start.startsWith("ftyp", 4) ? start.substring(8) : "";
    }

    private static Optional<String> named(Map<String, String> formats, String start) {
        return formats.entrySet().stream()
                .filter(format -> start.startsWith(format.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String start(byte[] bytes, int length) {
        return new String(bytes, 0, Math.min(bytes.length, length), StandardCharsets.ISO_8859_1);
    }
}
