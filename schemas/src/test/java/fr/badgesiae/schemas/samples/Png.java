package fr.badgesiae.schemas.samples;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** Writes small PNGs chunk by chunk, stored without compression, so that the bytes are the same everywhere. */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int SIDE = 32;

    private Png() {}

    /** A grey square, with chunks before and after its pixels. */
    static byte[] with(byte[] before, byte[] after) {
        return joined(SIGNATURE, header(), before, pixels(), after, end());
    }

    /** A grey picture; each row begins with a zero byte. */
    static byte[] of(int width, int height, byte[] rows) {
        return joined(SIGNATURE, header(width, height), chunk("IDAT", stored(rows)), end());
    }

    /** A picture with another chunk after its header. */
    static byte[] withChunk(byte[] chunk, byte[] png) {
        int header = SIGNATURE.length + header().length;
        return joined(Arrays.copyOf(png, header), chunk, Arrays.copyOfRange(png, header, png.length));
    }

    static byte[] header() {
        return header(SIDE, SIDE);
    }

    private static byte[] header(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        return chunk("IHDR", header.put(new byte[] {8, 0, 0, 0, 0}).array());
    }

    static byte[] pixels() {
        byte[] rows = new byte[SIDE * (SIDE + 1)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i % (SIDE + 1) == 0 ? 0 : (byte) (i * 3);
        }
        return chunk("IDAT", stored(rows));
    }

    static byte[] end() {
        return chunk("IEND", new byte[0]);
    }

    static byte[] international(String keyword, String text) {
        return chunk("iTXt", joined(latin(keyword), new byte[5], utf8(text)));
    }

    static byte[] packed(String keyword, byte[] zlib) {
        return chunk("iTXt", joined(latin(keyword), new byte[] {0, 1, 0, 0, 0}, zlib));
    }

    static byte[] plainText(String keyword, String text) {
        return chunk("tEXt", joined(latin(keyword), new byte[1], utf8(text)));
    }

    static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(latin(type));
        crc.update(data);
        return joined(number(data.length), latin(type), data, number((int) crc.getValue()));
    }

    /** zlib without compression: blocks of at most 65,535 bytes (RFC 1950, RFC 1951 3.2.4). */
    static byte[] stored(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x78, 0x01});
        int at = 0;
        do {
            int length = Math.min(0xFFFF, data.length - at);
            ByteBuffer block = ByteBuffer.allocate(5).order(ByteOrder.LITTLE_ENDIAN);
            block.put((byte) (at + length == data.length ? 1 : 0));
            block.putShort((short) length).putShort((short) ~length);
            out.writeBytes(block.array());
            out.write(data, at, length);
            at += length;
        } while (at < data.length);
        Adler32 adler = new Adler32();
        adler.update(data);
        out.writeBytes(number((int) adler.getValue()));
        return out.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
