package fr.badgesiae.verifier.read;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What kind of file bytes are by how they begin. */
final class Signatures {
    /** A PDF may have other bytes before its header (ISO 32000-1, annex H.3, note 13). */
    private static final int PDF_WITHIN = 1024;

    private static final Map<String, String> OTHERS = Map.of(
            "GIF8", "GIF",
            "RIFF", "WebP",
            "II*\0", "TIFF",
            "MM\0*", "TIFF",
            "\0\0\1\0", "ICO",
            "\u001f\u008b\b", "gzip",
            "PK\u0003\u0004", "ZIP");
    private static final Map<String, String> MEDIA =
            Map.of("heic", "HEIC", "heix", "HEIC", "mif1", "HEIC", "msf1", "HEIC", "avif", "AVIF");

    private Signatures() {}

    static boolean isJpeg(byte[] bytes) {
        return start(bytes, 3).equals("\u00ff\u00d8\u00ff");
    }

    static boolean isPdf(byte[] bytes) {
        String start = start(bytes, PDF_WITHIN);
        int header = start.indexOf("%PDF-");
        return header == 0 || (header > 0 && !start.strip().startsWith("{"));
    }

    /** The name of a kind of image or archive that this verifier does not look into. */
    static Optional<String> otherImage(byte[] bytes) {
        String start = start(bytes, 12);
        if (start.length() == 12 && start.startsWith("ftyp", 4)) {
            return Optional.of(MEDIA.getOrDefault(start.substring(8), "ISO BMFF"));
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
