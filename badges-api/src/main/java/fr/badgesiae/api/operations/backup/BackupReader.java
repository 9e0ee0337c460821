package fr.badgesiae.api.operations.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads a backup once, from its head to its end. Whatever is cut or changed ends in an IOException. */
final class BackupReader implements AutoCloseable {
    private final ZipInputStream zip;
    private final BackupHead head;

    private BackupReader(ZipInputStream zip, BackupHead head) {
        this.zip = zip;
        this.head = head;
    }

    /** Takes the rows of one table. */
    interface Rows {
        /** @return their number */
        long take(TableCopy table, InputStream copy) throws IOException, SQLException;
    }

    static BackupReader open(Path file, List<String> identities) throws IOException {
        InputStream plain = AgeEncryption.decrypt(Files.newInputStream(file), identities);
        ZipInputStream zip = new ZipInputStream(new BufferedInputStream(plain, 1 << 16));
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(BackupHead.ENTRY)) {
            zip.close();
            throw new IOException("no backup of this program");
        }
        return new BackupReader(zip, BackupJson.MAPPER.readValue(zip, BackupHead.class));
    }

    BackupHead head() {
        return head;
    }

    /** Hands over each table; compares rows and digests with the end, and the file with its last authenticated block. */
    BackupEnd read(Rows rows) throws IOException, SQLException {
        Map<String, TableCopy> stored =
                head.tables().stream().collect(Collectors.toMap(TableCopy::entry, Function.identity()));
        Map<String, BackupEnd.Content> taken = new TreeMap<>();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(BackupEnd.ENTRY)) {
                BackupEnd end = BackupJson.MAPPER.readValue(zip, BackupEnd.class);
                if (zip.getNextEntry() != null || !end.tables().equals(taken)) {
                    throw new IOException("its tables are not those that its end counts");
                }
                return end;
            }
            TableCopy table = stored.get(entry.getName());
            if (table == null) {
                throw new IOException("its head does not name " + entry.getName());
            }
            MessageDigest digest = WriteBackup.sha256();
            long taking = rows.take(table, new DigestInputStream(zip, digest));
            taken.put(table.name(), new BackupEnd.Content(taking, HexFormat.of().formatHex(digest.digest())));
        }
        throw new IOException("its end is missing");
    }

    /** Counts the rows of a COPY in text format: a line each, since line breaks within are escaped. */
    static long count(InputStream copy) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long lines = 0;
        for (int length = copy.read(buffer); length >= 0; length = copy.read(buffer)) {
            for (int i = 0; i < length; i++) {
                if (buffer[i] == '\n') {
                    lines++;
                }
            }
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
