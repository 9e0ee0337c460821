package fr.badgesiae.api.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id (RFC 9106) over an HMAC with the pepper: a copy of the database alone allows no guessing. The stored form
 * contains its parameters, as {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}.
 */
public final class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LENGTH = 32;
    private static final Pattern STORED =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=1\\$([\\w+/-]+)\\$([\\w+/-]+)");

    private final Vault vault;
    private final Ids ids;

    public Passwords(Vault vault, Ids ids) {
        this.vault = vault;
        this.ids = ids;
    }

    public String hash(String secret) {
        byte[] salt = ids.bytes(16);
        byte[] hash = derive(secret, salt, MEMORY_KIB, PASSES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }

    /** Compares in constant time. An absent or unreadable stored form matches nothing and costs the same time. */
    public boolean matches(String secret, @Nullable String stored) {
        Matcher parts = STORED.matcher(stored == null ? "" : stored);
        if (!parts.matches()) {
            derive(secret, new byte[16], MEMORY_KIB, PASSES);
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(4));
        byte[] actual = derive(
                secret,
                Base64.getDecoder().decode(parts.group(3)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)));
        return MessageDigest.isEqual(expected, actual);
    }

    private byte[] derive(String secret, byte[] salt, int memory, int passes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[LENGTH];
        byte[] peppered = vault.lookup("password", secret);
        generator.generateBytes(Base64.getEncoder().encodeToString(peppered).getBytes(StandardCharsets.US_ASCII), hash);
        return hash;
    }
}
