package fr.badgesiae.verifier.bake;

import fr.badgesiae.verifier.codec.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A PNG chunk: length, type, data, checksum (PNG 5.3). A length past the end of the file is cut there. */
final class PngChunk {
    private static final int AROUND = 12;

    private final byte[] file;
    private final int offset;
    private final long length;

    private PngChunk(byte[] file, int offset, long length) {
        this.file = file;
        this.offset = offset;
        this.length = length;
    }

    /** The chunk at an offset; null when the file ends before its length and type. */
    static @Nullable PngChunk at(byte[] file, int offset) {
        if (offset > file.length - 8) {
            return null;
        }
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(file).getInt(offset));
        return new PngChunk(file, offset, length);
    }

    /** The next chunk; null after IEND and at the end of the file. */
    @Nullable
    PngChunk next() {
        return isComplete() && !type().equals("IEND") ? at(file, offset + size()) : null;
    }

    boolean isComplete() {
        return offset + AROUND + length <= file.length;
    }

    int offset() {
        return offset;
    }

    /** The size of a complete chunk, head and checksum included. */
    int size() {
        return AROUND + (int) length;
    }

    String type() {
        return new String(file, offset + 4, 4, StandardCharsets.ISO_8859_1);
    }

    /** The data, truncated at the end of the file. */
    ByteBuffer data() {
        int from = offset + 8;
        return ByteBuffer.wrap(file, from, (int) Math.min(length, file.length - from))
                .slice();
    }

    /** The SHA-256 of the data. */
    String digest() {
        byte[] data = new byte[data().remaining()];
        data().get(data);
        return Sha256.hex(data);
    }

    boolean checksumHolds() {
        if (!isComplete()) {
            return false;
        }
        CRC32 crc = new CRC32();
        crc.update(file, offset + 4, 4 + (int) length);
        return (int) crc.getValue() == ByteBuffer.wrap(file).getInt(offset + 8 + (int) length);
    }
}
