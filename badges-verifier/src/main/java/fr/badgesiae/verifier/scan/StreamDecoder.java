package fr.badgesiae.verifier.scan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * Decodes PDF streams (ISO 32000-2, 7.4), one filter after the other and under a bound. Uses the decoders of the library, so
 * that the counted size is the size that the library would decode.
 */
final class StreamDecoder {
    /** Filters of text and drawings, and their short names in inline images (8.9.7, table 91). */
    private static final Map<String, String> FULL_NAMES = Map.of(
            "FlateDecode", "FlateDecode",
            "Fl", "FlateDecode",
            "LZWDecode", "LZWDecode",
            "LZW", "LZWDecode",
            "RunLengthDecode", "RunLengthDecode",
            "RL", "RunLengthDecode",
            "ASCIIHexDecode", "ASCIIHexDecode",
            "AHx", "ASCIIHexDecode",
            "ASCII85Decode", "ASCII85Decode",
            "A85", "ASCII85Decode");

    /** The largest result of any filter but the last. */
    private static final int MAX_INTERMEDIATE = 32 << 20;

    /** The LZW decoder keeps a table as long as its output. */
    private static final long MAX_LZW = 32L << 20;

    private final int earlyChange;

    /** @param earlyChange the LZW variant, 0 or 1 (table 8) */
    StreamDecoder(int earlyChange) {
        this.earlyChange = earlyChange;
    }

    /** The full name of a filter; empty for image filters and for unknown names. */
    static String fullName(String filterName) {
        return FULL_NAMES.getOrDefault(filterName, "");
    }

    /** The total output of all filters; more than the bound when it was reached. */
    long decodedSize(List<String> filters, InputStream packed, long max) {
        Bounded out = new Bounded(filters.contains("LZWDecode") ? Math.min(max, MAX_LZW) : max, false);
        long intermediate = run(filters, packed, out);
        return out.full ? max + 1 : intermediate + out.length;
    }

    /** The decoded stream; nothing when it has no bytes or exceeds the bound. */
    Optional<byte[]> unpack(List<String> filters, InputStream packed, int max) {
        Bounded out = new Bounded(max, true);
        run(filters, packed, out);
        return out.full || out.length == 0 ? Optional.empty() : Optional.of(out.output.toByteArray());
    }

    /** Truncated input counts as far as it goes. */
    private long run(List<String> filters, InputStream packed, Bounded out) {
        InputStream in = packed;
        long sum = 0;
        for (String filterName : filters.subList(0, Math.max(0, filters.size() - 1))) {
            Bounded intermediate = new Bounded(MAX_INTERMEDIATE, true);
            decode(filterName, in, intermediate);
            if (intermediate.full) {
                out.full = true;
                return sum;
            }
            sum += intermediate.length;
            in = new ByteArrayInputStream(intermediate.output.toByteArray());
        }
        decode(filters.isEmpty() ? "" : filters.get(filters.size() - 1), in, out);
        return sum;
    }

    private void decode(String filterName, InputStream in, Bounded out) {
        try {
            if (filterName.isEmpty()) {
                in.transferTo(out);
            } else {
                COSName filter = COSName.getPDFName(filterName);
                FilterFactory.INSTANCE.getFilter(filter).decode(in, out, parameters(filter), 0);
            }
        } catch (IOException | RuntimeException e) {
            // broken, or the bound was reached: the output so far counts
        }
    }

    private COSDictionary parameters(COSName filter) {
        COSDictionary choice = new COSDictionary();
        choice.setInt(COSName.EARLY_CHANGE, earlyChange);
        COSDictionary parameters = new COSDictionary();
        parameters.setItem(COSName.FILTER, filter);
        parameters.setItem(COSName.DECODE_PARMS, choice);
        return parameters;
    }

    private static final class Bounded extends OutputStream {
        private final ByteArrayOutputStream output = new ByteArrayOutputStream();
        private final long max;
        private final boolean keeps;
        private long length;
        private boolean full;

        Bounded(long max, boolean keeps) {
            this.max = max;
            this.keeps = keeps;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            length += count;
            full |= length > max;
            if (full) {
                throw new IOException("too much");
            }
            if (keeps) {
                output.write(bytes, from, count);
            }
        }
    }
}
