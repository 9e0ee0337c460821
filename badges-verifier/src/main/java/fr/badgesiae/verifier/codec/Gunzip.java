package fr.badgesiae.verifier.codec;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses one gzip member (RFC 1952) under a bound. Java's implementation recurses once per member, and input may hold
 * any number of empty ones. The checksum is ignored: the content is signed or came over TLS.
 */
public final class Gunzip {
    private static final int MAGIC = 0x1f8b;
    private static final int DEFLATE = 8;
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int BUFFER = 8192;

    private Gunzip() {}

    /**
     * The first bytes of the decompressed content.
     *
     * @param max the most bytes to return
     * @throws IOException when the input is not gzip or is truncated
     */
    public static byte[] firstBytes(InputStream packed, int max) throws IOException {
        skipHeader(new DataInputStream(packed));
        Inflater inflater = new Inflater(true);
        try {
            return inflate(packed, inflater, max);
        } catch (DataFormatException e) {
            throw new ZipException("not deflated");
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflate(InputStream packed, Inflater inflater, int max)
            throws IOException, DataFormatException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        byte[] in = new byte[BUFFER];
        byte[] out = new byte[BUFFER];
        while (!inflater.finished() && bytes.size() < max) {
            int length = inflater.inflate(out, 0, Math.min(BUFFER, max - bytes.size()));
            bytes.write(out, 0, length);
            if (length == 0 && !inflater.finished()) {
                int read = inflater.needsInput() ? packed.read(in) : -1;
                if (read < 0) {
                    throw new ZipException("breaks off");
                }
                inflater.setInput(in, 0, read);
            }
        }
        return bytes.toByteArray();
    }

    private static void skipHeader(DataInputStream in) throws IOException {
        if (in.readUnsignedShort() != MAGIC || in.readUnsignedByte() != DEFLATE) {
            throw new ZipException("not gzip");
        }
        int flags = in.readUnsignedByte();
        in.readFully(new byte[6]);
        if ((flags & HAS_EXTRA) != 0) {
            in.readFully(new byte[Short.toUnsignedInt(Short.reverseBytes(in.readShort()))]);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText(in);
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText(in);
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            in.readShort();
        }
    }

    private static void skipText(DataInputStream in) throws IOException {
        int last = in.readUnsignedByte();
        while (last != 0) {
            last = in.readUnsignedByte();
        }
    }
}
