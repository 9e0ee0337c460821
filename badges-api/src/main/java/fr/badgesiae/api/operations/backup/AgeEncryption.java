package fr.badgesiae.api.operations.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import fr.badgesiae.api.platform.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Encryption in the age format, version 1, to X25519 recipients. A machine that makes backups knows the recipient alone and
 * cannot read them; the program {@code age} reads them too.
 */
public final class AgeEncryption {
    private static final String SECRET = "AGE-SECRET-KEY-1";

    private AgeEncryption() {}

    /**
     * A new key.
     *
     * @param identity the private half, {@code AGE-SECRET-KEY-1…}
     * @param recipient the public half, {@code age1…}
     */
    public record NewKey(String identity, String recipient) {}

    public static NewKey newKey() {
        try {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            return new NewKey(
                    pair.getPrivate().toString().toUpperCase(Locale.ROOT),
                    pair.getPublic().toString());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("X25519 is not available", e);
        }
    }

    /**
     * Refuses what is no recipient.
     *
     * @throws StartRefused for a text other than {@code age1…}
     */
    public static void requireRecipients(List<String> recipients) {
        writers(recipients);
    }

    /** What is written to it goes to {@code target} encrypted; its end is written on {@code close}. */
    static OutputStream encrypt(OutputStream target, List<String> recipients) throws IOException {
        try {
            return Channels.newOutputStream(new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(Channels.newChannel(target), writers(recipients)));
        } catch (GeneralSecurityException e) {
            throw new IOException("the backup cannot be encrypted", e);
        }
    }

    /**
     * The plain bytes of an encrypted file. A changed or cut file ends in an IOException when it is read.
     *
     * @param lines of the file with the key: comments, blanks and identities
     * @throws StartRefused when no identity opens it
     */
    static InputStream decrypt(InputStream source, List<String> lines) throws IOException {
        try {
            return Channels.newInputStream(new StandardDecryptingChannelFactory()
                    .newDecryptingChannel(Channels.newChannel(source), readers(lines)));
        } catch (GeneralSecurityException e) {
            throw new StartRefused(
                    "Cette clé n’ouvre pas cette sauvegarde : elle a été chiffrée pour une autre, ou son début est abîmé.",
                    "This key does not open this backup: it was encrypted to another one, or its beginning is damaged.",
                    e);
        }
    }

    private static List<RecipientStanzaWriter> writers(List<String> recipients) {
        List<RecipientStanzaWriter> writers = new ArrayList<>();
        for (String recipient : recipients) {
            try {
                writers.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new StartRefused(
                        "Ce destinataire ne se comprend pas : « " + recipient
                                + " ». Il commence par age1 ; « backup --new-key FICHIER » en fait un.",
                        "This recipient is not understood: “" + recipient
                                + "”. It begins with age1; “backup --new-key FILE” makes one.",
                        e);
            }
        }
        if (writers.isEmpty()) {
            throw new StartRefused(
                    "Une sauvegarde est chiffrée pour une clé que cette machine n’a pas : donnez --recipient age1… (BADGES_BACKUP_RECIPIENTS). « backup --new-key FICHIER » en fait une.",
                    "A backup is encrypted to a key that this machine does not have: give --recipient age1…"
                            + " (BADGES_BACKUP_RECIPIENTS). “backup --new-key FILE” makes one.");
        }
        return writers;
    }

    private static List<RecipientStanzaReader> readers(List<String> lines) {
        List<RecipientStanzaReader> readers = new ArrayList<>();
        for (String line : lines) {
            String text = line.strip();
            if (text.toUpperCase(Locale.ROOT).startsWith(SECRET)) {
                try {
                    readers.add(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(text));
                } catch (GeneralSecurityException | IllegalArgumentException e) {
                    // The key itself is not repeated.
                    throw noIdentity(e);
                }
            }
        }
        if (readers.isEmpty()) {
            throw noIdentity(null);
        }
        return readers;
    }

    private static StartRefused noIdentity(@Nullable Exception e) {
        return new StartRefused(
                "Ce fichier ne contient pas de clé de sauvegarde : une ligne qui commence par AGE-SECRET-KEY-1.",
                "This file contains no key of backups: a line that begins with AGE-SECRET-KEY-1.",
                e);
    }
}
