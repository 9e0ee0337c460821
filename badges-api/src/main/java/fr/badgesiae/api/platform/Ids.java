package fr.badgesiae.api.platform;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The only source of randomness: ids, codes, PINs and tokens. Thread-safe. */
public final class Ids {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int CODE_LENGTH = 16;
    private static final int PIN_LENGTH = 6;

    private final SecureRandom random;

    public Ids(SecureRandom random) {
        this.random = random;
    }

    /** Uses the default {@link SecureRandom} of the Java platform. */
    public static Ids secure() {
        return new Ids(new SecureRandom());
    }

    /**
     * Parses the only accepted text form of an id: lower-case hexadecimal with dashes.
     *
     * @throws MalformedIdException for any other form, so that an id has one URL
     */
    public static UUID parse(@Nullable String text) {
        if (text == null || !UUID_TEXT.matcher(text).matches()) {
            throw new MalformedIdException();
        }
        return UUID.fromString(text);
    }

    /** A random id (RFC 9562, version 4). */
    public UUID uuid() {
        byte[] bytes = bytes(16);
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        long high = 0;
        long low = 0;
        for (int i = 0; i < 8; i++) {
            high = high << 8 | (bytes[i] & 0xff);
            low = low << 8 | (bytes[i + 8] & 0xff);
        }
        return new UUID(high, low);
    }

    /** The generator itself, for key pairs. */
    public SecureRandom random() {
        return random;
    }

    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A new code of 80 random bits. */
    public Code code() {
        StringBuilder text = new StringBuilder(CODE_LENGTH);
        for (byte b : bytes(CODE_LENGTH)) {
            text.append(Code.ALPHABET.charAt(b & 31));
        }
        return new Code(text.toString());
    }

    /** Six random digits that {@link Pins} accepts. */
    public String pin() {
        while (true) {
            StringBuilder text = new StringBuilder(PIN_LENGTH);
            for (int i = 0; i < PIN_LENGTH; i++) {
                text.append((char) ('0' + random.nextInt(10)));
            }
            if (Pins.acceptable(text.toString())) {
                return text.toString();
            }
        }
    }

    /** 256 random bits, base64url: session and link tokens. */
    public String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }
}
