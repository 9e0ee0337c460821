package fr.badgesiae.verifier.scan;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bounds the cost of a PDF before a parser opens it, because the parser decodes whole streams into memory. Every stream is
 * decoded once and counted, with every filter that the file names. A filter behind a reference is refused, as is a name in
 * disguise (ISO 32000-2, 7.3.5 and 7.4).
 */
final class PdfCost {
    /** The total decoded size of all streams, in bytes. */
    static final long MAX_UNPACKED = 256L << 20;

    private static final int MAX_STREAMS = 20_000;
    private static final int MAX_FILTER_CHAINS = 12;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "end".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FILTER = Pattern.compile("/Filter(?![A-Za-z0-9#._-])");

    /** One name or an array of names; by reference, or among other objects, it could be any filter. */
    private static final Pattern NAMES = Pattern.compile("\\s{0,20}(?:(/[A-Za-z0-9._-]{1,40})(?=[\\s/\\[\\]<>()%])|"
            + "\\[((?:\\s{0,9}/[A-Za-z0-9._-]{1,40}){0,9})\\s{0,9}])");

    private static final Pattern HIDDEN =
            Pattern.compile("/[A-Za-z0-9]{0,40}#(?:[46][1-9A-Fa-f]|[57][0-9Aa])[A-Za-z0-9#]{2}");
    private static final Pattern ENCRYPT = Pattern.compile("/Encrypt[\\s<]");

    /** One decoder for each variant of LZW. */
    private static final List<StreamDecoder> DECODERS = List.of(new StreamDecoder(1), new StreamDecoder(0));

    private PdfCost() {}

    /** Whether the file may be opened. */
    enum Answer {
        ALLOWED,
        ENCRYPTED,
        TOO_HEAVY
    }

    static Answer of(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        if (ENCRYPT.matcher(text).find()) {
            return Answer.ENCRYPTED;
        }
        Optional<Set<List<String>>> filterChains = filterChains(text);
        if (HIDDEN.matcher(text).find() || filterChains.isEmpty()) {
            return Answer.TOO_HEAVY;
        }
        long unpacked = 0;
        int streams = 0;
        for (int at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
            for (List<String> filters : filterChains.get()) {
                long one = unpacked(pdf, at, filters, Math.min(MAX_UNPACKED - unpacked, DecodingBudget.MOST_BYTES));
                if (one >= DecodingBudget.MOST_BYTES) {
                    return Answer.TOO_HEAVY;
                }
                unpacked += one;
            }
            if (unpacked >= MAX_UNPACKED || ++streams > MAX_STREAMS) {
                return Answer.TOO_HEAVY;
            }
        }
        return Answer.ALLOWED;
    }

    /** All filter chains that the file names; empty when one is hidden. Image filters are left to the image decoder. */
    private static Optional<Set<List<String>>> filterChains(String text) {
        Set<List<String>> filterChains = new LinkedHashSet<>();
        Matcher filter = FILTER.matcher(text);
        Matcher names = NAMES.matcher(text);
        while (filter.find()) {
            if (!names.region(filter.end(), text.length()).lookingAt()) {
                return Optional.empty();
            }
            String listed = names.group(1) == null ? names.group(2) : names.group(1);
            List<String> filters = Arrays.stream(listed.strip().split("\\s*/", -1))
                    .skip(1)
                    .map(StreamDecoder::fullName)
                    .toList();
            int known = filters.indexOf("");
            if (known >= 0 && known < filters.size() - 1) {
                return Optional.empty();
            }
            filterChains.add(known < 0 ? filters : filters.subList(0, known));
        }
        filterChains.remove(List.of());
        return filterChains.size() > MAX_FILTER_CHAINS ? Optional.empty() : Optional.of(filterChains);
    }

    /** The offset of the next stream's data, or -1. */
    private static int next(byte[] pdf, int from) {
        for (int at = from; at <= pdf.length - STREAM.length; at++) {
            if (pdf[at] == 's' && matches(pdf, at, STREAM) && !(at >= 3 && matches(pdf, at - 3, END))) {
                return data(pdf, at + STREAM.length);
            }
        }
        return -1;
    }

    /** Skips blanks and then one end of line, as the parser does. */
    private static int data(byte[] pdf, int after) {
        int at = after;
        while (at < pdf.length && pdf[at] == ' ') {
            at++;
        }
        if (at < pdf.length && pdf[at] == '\r') {
            at++;
        }
        return at < pdf.length && pdf[at] == '\n' ? at + 1 : at;
    }

    private static boolean matches(byte[] pdf, int at, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (pdf[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static long unpacked(byte[] pdf, int from, List<String> filters, long max) {
        long most = 0;
        for (StreamDecoder decoder : filters.contains("LZWDecode") ? DECODERS : DECODERS.subList(0, 1)) {
            InputStream packed = new ByteArrayInputStream(pdf, from, pdf.length - from);
            most = Math.max(most, decoder.decodedSize(filters, packed, max));
        }
        return most;
    }
}
