package fr.badgesiae.verifier.scan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Weighs a PDF before a parser opens it, because the parser unpacks whole streams into memory. Every stream is unpacked once
 * into nothing and counted; ways of packing that cannot be counted so are turned away, as are names written so as to hide
 * them (ISO 32000-2, 7.3.5 and 7.4).
 */
final class PdfWeight {
    /** What all streams of a file may unpack to, in bytes. */
    static final long MAX_UNPACKED = 256L << 20;

    private static final int MAX_STREAMS = 20_000;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "end".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern HEAVY = Pattern.compile(
            "/LZWDecode|/RunLengthDecode"
                    + "|/F(?:ilter)?[\\s\\[][^>]{0,80}?/(?:LZW|RL)\\b|/Filter\\s{0,9}\\[?\\s{0,9}\\d{1,9}\\s{1,9}\\d{1,9}\\s{1,9}R\\b");
    /** A filter by reference, or among what is no name, could be any: its object may be packed with others. */
    private static final Pattern UNNAMED = Pattern.compile(
            "/Filter(?![A-Za-z0-9#._-])"
                    + "(?!\\s{0,20}(?:/[A-Za-z0-9._-]{1,40}(?=[\\s/\\[\\]<>()%])|\\[(?:\\s{0,9}/[A-Za-z0-9._-]{1,40}){0,9}\\s{0,9}]))");

    private static final Pattern HIDDEN =
            Pattern.compile("/[A-Za-z0-9]{0,40}#(?:[46][1-9A-Fa-f]|[57][0-9Aa])[A-Za-z0-9#]{2}");
    private static final List<String> HEAVY_NAMES = List.of("LZWDecode", "RunLengthDecode");
    private static final Pattern ENCRYPT = Pattern.compile("/Encrypt[\\s<]");

    private PdfWeight() {}

    /** Whether the file may be opened. */
    enum Answer {
        BEARABLE,
        ENCRYPTED,
        TOO_HEAVY
    }

    static Answer of(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        if (ENCRYPT.matcher(text).find()) {
            return Answer.ENCRYPTED;
        }
        if (HIDDEN.matcher(text).find()
                || UNNAMED.matcher(text).find()
                || HEAVY.matcher(text).find()) {
            return Answer.TOO_HEAVY;
        }
        long unpacked = 0;
        int streams = 0;
        for (int at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
            unpacked += unpacked(pdf, at, MAX_UNPACKED - unpacked);
            if (unpacked >= MAX_UNPACKED || ++streams > MAX_STREAMS) {
                return Answer.TOO_HEAVY;
            }
        }
        return Answer.BEARABLE;
    }

    /** Where the data of the next stream begins, or -1. */
    private static int next(byte[] pdf, int from) {
        for (int at = from; at <= pdf.length - STREAM.length; at++) {
            if (pdf[at] == 's' && matches(pdf, at, STREAM) && !(at >= 3 && matches(pdf, at - 3, END))) {
                int data = at + STREAM.length;
                while (data < pdf.length && (pdf[data] == '\r' || pdf[data] == '\n' || pdf[data] == ' ')) {
                    data++;
                }
                return data;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] pdf, int at, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (pdf[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** As the parser does it: two bytes passed over, whatever they are, then deflate for as long as it lasts. */
    private static long unpacked(byte[] pdf, int from, long max) {
        if (from + 2 >= pdf.length) {
            return 0;
        }
        Inflater inflater = new Inflater(true);
        byte[] sink = new byte[1 << 16];
        long sum = 0;
        try {
            inflater.setInput(pdf, from + 2, pdf.length - from - 2);
            while (sum < max && !inflater.finished()) {
                int length = inflater.inflate(sink);
                if (length == 0) {
                    return sum;
                }
                // a name that another object refers to may be packed with other objects
                String said = new String(sink, 0, length, StandardCharsets.ISO_8859_1);
                sum += HEAVY_NAMES.stream().anyMatch(said::contains) ? MAX_UNPACKED : length;
            }
            return sum;
        } catch (DataFormatException e) {
            return sum;
        } finally {
            inflater.end();
        }
    }
}
