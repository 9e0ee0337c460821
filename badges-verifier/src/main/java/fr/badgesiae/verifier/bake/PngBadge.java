package fr.badgesiae.verifier.bake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** The PNG text chunk of a badge (PNG 11.3.3; Open Badges 3.0, 5.3.1). */
final class PngBadge {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER_END = SIGNATURE.length + 12 + 13;

    private PngBadge() {}

    static boolean isPng(byte[] bytes) {
        return Unbaker.startsWith(bytes, SIGNATURE);
    }

    static BakedTexts unbake(byte[] png) {
        Map<BakeLocation, DistinctChunks> found = new EnumMap<>(BakeLocation.class);
        PngChunk last = null;
        for (PngChunk chunk = PngChunk.at(png, SIGNATURE.length); chunk != null; chunk = chunk.next()) {
            last = chunk;
            Optional<BakeLocation> slot = TextChunk.slotOf(chunk);
            if (slot.isPresent()) {
                found.computeIfAbsent(slot.get(), any -> new DistinctChunks()).add(chunk);
            }
        }
        boolean damaged = last == null || !last.type().equals("IEND") || !last.isComplete();
        boolean more = found.values().stream().anyMatch(DistinctChunks::more);
        List<Unbaked> texts = new ArrayList<>();
        for (Map.Entry<BakeLocation, DistinctChunks> each : found.entrySet()) {
            for (PngChunk chunk : each.getValue().list()) {
                if (texts.size() < BakedTexts.MAX_TEXTS) {
                    texts.add(content(chunk, each.getKey(), damaged));
                } else {
                    more = true;
                }
            }
        }
        return BakedTexts.of(texts, damaged, more);
    }

    private static Unbaked content(PngChunk chunk, BakeLocation slot, boolean damaged) {
        String place = chunk.type() + " chunk \"" + slot.keyword() + "\" at byte " + chunk.offset();
        TextChunk text = TextChunk.read(chunk, slot);
        return new Unbaked(text.state(), slot, text.content(), place, damaged || !chunk.checksumHolds());
    }

    /** The chunks of one keyword, equal ones once. Compared by digest, so that the work stays linear. */
    private static final class DistinctChunks {
        private final Map<String, PngChunk> chunks = new LinkedHashMap<>();
        private boolean more;

        void add(PngChunk chunk) {
            String digest = chunk.type() + chunk.digest();
            if (chunks.size() < BakedTexts.MAX_TEXTS) {
                chunks.putIfAbsent(digest, chunk);
            } else {
                more |= !chunks.containsKey(digest);
            }
        }

        Collection<PngChunk> list() {
            return chunks.values();
        }

        boolean more() {
            return more;
        }
    }

    static byte[] bake(byte[] png, BakeLocation slot, byte[] content) throws BakingException {
        PngChunk header = PngChunk.at(png, SIGNATURE.length);
        if (header == null || !header.type().equals("IHDR") || png.length < HEADER_END) {
            throw new BakingException("the PNG has no header");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + content.length + 64);
        out.write(png, 0, HEADER_END);
        byte[] chunk = iTXt(slot, content);
        out.write(chunk, 0, chunk.length);
        for (PngChunk each = header.next(); each != null; each = each.next()) {
            if (!each.isComplete()) {
                throw new BakingException("the PNG breaks off");
            }
            if (TextChunk.slotOf(each).filter(slot::equals).isEmpty()) {
                out.write(png, each.offset(), each.size());
            }
        }
        return out.toByteArray();
    }

    /** Not compressed, no language, no translated keyword (Open Badges 3.0, 5.3.1). */
    private static byte[] iTXt(BakeLocation slot, byte[] content) {
        byte[] keyword = slot.keyword().getBytes(StandardCharsets.ISO_8859_1);
        int length = keyword.length + 5 + content.length;
        ByteBuffer chunk = ByteBuffer.allocate(12 + length);
        chunk.putInt(length).put("iTXt".getBytes(StandardCharsets.ISO_8859_1));
        chunk.put(keyword).put(new byte[5]).put(content);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + length);
        chunk.putInt((int) crc.getValue());
        return chunk.array();
    }
}
