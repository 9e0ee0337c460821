package fr.badgesiae.verifier.keys;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the JCA provider: the Amazon Corretto Crypto Provider where its native library loads, else BouncyCastle. Neither
 * is registered with the platform, so that no other code is affected.
 */
public final class CryptoProviders {
    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private CryptoProviders() {}

    /** The fastest provider available on this machine. */
    public static Provider best() {
        Provider corretto = correttoOrNull();
        return corretto == null ? bouncyCastle() : corretto;
    }

    /** The provider in plain Java. */
    public static Provider bouncyCastle() {
        return new BouncyCastleProvider();
    }

    /** The native provider; null where its library does not load (another platform, another processor). */
    static @Nullable Provider correttoOrNull() {
        try {
            Class<?> type = Class.forName(CORRETTO);
            Provider provider = (Provider) type.getField("INSTANCE").get(null);
            return type.getMethod("getLoadingError").invoke(provider) == null ? provider : null;
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }
}
