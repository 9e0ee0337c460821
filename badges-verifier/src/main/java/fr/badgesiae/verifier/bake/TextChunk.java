package fr.badgesiae.verifier.bake;

import fr.badgesiae.verifier.bake.Unbaked.State;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The text of an iTXt, tEXt or zTXt chunk, decompressed if needed.
 *
 * @param state FOUND, BROKEN or TOO_LARGE
 */
@SuppressWarnings("ArrayRecordComponent") // passed to a parser, never compared
record TextChunk(State state, byte[] content) {
    private static final int BUFFER = 8192;

    /** The bake location named by the chunk's keyword, if any. */
    static Optional<BakeLocation> slotOf(PngChunk chunk) {
        String type = chunk.type();
        if (!type.equals("iTXt") && !type.equals("tEXt") && !type.equals("zTXt")) {
            return Optional.empty();
        }
        ByteBuffer data = chunk.data();
        for (BakeLocation slot : BakeLocation.values()) {
            byte[] keyword = slot.keyword().getBytes(StandardCharsets.ISO_8859_1);
            boolean same = data.remaining() > keyword.length
                    && data.get(keyword.length) == 0
                    && data.slice(0, keyword.length).equals(ByteBuffer.wrap(keyword));
            if (same) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }

    static TextChunk read(PngChunk chunk, BakeLocation slot) {
        ByteBuffer data = chunk.data();
        data.position(slot.keyword().length() + 1);
        if (!chunk.isComplete()) {
            return nothing(State.BROKEN);
        }
        return switch (chunk.type()) {
            case "iTXt" -> international(data);
            case "zTXt" ->
                data.hasRemaining() && data.get() == 0 ? inflated(data).western() : nothing(State.BROKEN);
            default -> plain(rest(data)).western();
        };
    }

    /** tEXt and zTXt are Latin-1 by specification, and UTF-8 from many writers (PNG 11.3.3.2). */
    private TextChunk western() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return this;
        } catch (CharacterCodingException e) {
            String text = new String(content, StandardCharsets.ISO_8859_1);
            return new TextChunk(state, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Flag, method, language, translated keyword, text (PNG 11.3.3.4). */
    private static TextChunk international(ByteBuffer data) {
        if (data.remaining() < 4) {
            return nothing(State.BROKEN);
        }
        int flag = data.get();
        int method = data.get();
        boolean labelled = skipTexts(data, 2);
        if (!labelled || flag < 0 || flag > 1 || (flag == 1 && method != 0)) {
            return nothing(State.BROKEN);
        }
        return flag == 1 ? inflated(data) : plain(rest(data));
    }

    private static boolean skipTexts(ByteBuffer data, int count) {
        int left = count;
        while (left > 0 && data.hasRemaining()) {
            left -= data.get() == 0 ? 1 : 0;
        }
        return left == 0;
    }

    private static byte[] rest(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }

    private static TextChunk plain(byte[] text) {
        if (text.length > Unbaker.MAX_CONTENT) {
            return nothing(State.TOO_LARGE);
        }
        return new TextChunk(State.FOUND, text);
    }

    private static TextChunk inflated(ByteBuffer packed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                text.write(buffer, 0, length);
                if (text.size() > Unbaker.MAX_CONTENT) {
                    return nothing(State.TOO_LARGE);
                }
                if (length == 0 && !inflater.finished()) {
                    return nothing(State.BROKEN);
                }
            }
            return new TextChunk(State.FOUND, text.toByteArray());
        } catch (DataFormatException e) {
            return nothing(State.BROKEN);
        } finally {
            inflater.end();
        }
    }

    private static TextChunk nothing(State state) {
        return new TextChunk(state, new byte[0]);
    }
}
