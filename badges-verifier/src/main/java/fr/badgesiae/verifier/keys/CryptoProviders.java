package fr.badgesiae.verifier.keys;

import java.security.Provider;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Chooses the JCA provider: the Amazon Corretto Crypto Provider where its native library loads, else BouncyCastle. Neither
 * is registered with the platform, so that no other code is affected.
 */
public final class CryptoProviders {
    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private CryptoProviders() {}

    /** The fastest provider available on this machine. */
    public static Provider best() {
        return corretto().orElseGet(CryptoProviders::bouncyCastle);
    }

    /** The provider in plain Java. */
    public static Provider bouncyCastle() {
        return new BouncyCastleProvider();
    }

    /** The native provider; empty where its library does not load (another platform, another processor). */
    static Optional<Provider> corretto() {
        try {
            Class<?> type = Class.forName(CORRETTO);
            Provider provider = (Provider) type.getField("INSTANCE").get(null);
            return type.getMethod("getLoadingError").invoke(provider) == null
                    ? Optional.of(provider)
                    : Optional.empty();
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }
}
