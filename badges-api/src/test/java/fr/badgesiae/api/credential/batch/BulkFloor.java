package fr.badgesiae.api.credential.batch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.credential.sign.SignCredential;
import fr.badgesiae.api.keys.IssuerKeys;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The floor of a round: the rows that it left are taken out and copied in again, and as many documents of the same size are signed
 * in both forms on every core, without verification.
 */
final class BulkFloor {
    /** The rows of a round, in the order of their references. */
    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("credential", "issued_at >= '%s'");
        ROWS.put("credential_document", "credential_id IN (SELECT id FROM credential WHERE issued_at >= '%s')");
        ROWS.put("audit_event", "created_at >= '%s'");
    }

    private static final int CHUNK = 200;

    private final Platform platform;
    private final Jdbi owner;
    private final OrganisationId organisation;
    private final KeysModule keys;
    private final SignCredential sign;
    private final SigningThreads threads =
            new SigningThreads(Runtime.getRuntime().availableProcessors());

    BulkFloor(Platform platform, Jdbi owner, OrganisationId organisation) {
        this.platform = platform;
        this.owner = owner;
        this.organisation = organisation;
        this.keys = new KeysModule(platform);
        this.sign = new SignCredential(keys.signer());
    }

    /**
     * Seconds.
     *
     * @param copy one COPY of each table, and the commit
     * @param signed both signatures of each document, from its JSON
     * @param raw the two signatures alone, over as many bytes
     */
    record Measured(double copy, double signed, double raw) {}

    Measured measure(int offers, OffsetDateTime since) throws Exception {
        double copy = copy(since);
        String payload = owner.withHandle(
                handle -> handle.select("SELECT document FROM credential_document WHERE document IS NOT NULL LIMIT 1")
                        .mapTo(String.class)
                        .one());
        ObjectNode json = (ObjectNode) new JsonMapper().readTree(payload);
        json.remove("proof");
        String unsigned = json.toString();
        IssuerKeys pair = platform.database()
                .inOrganisation(organisation, handle -> keys.signingKeys().useBoth(handle, organisation))
                .orElseThrow();
        double signed = signing(offers, () -> sign.sign(unsigned, pair.embedded(), pair.jwt(), Instant.now()));
        byte[] hashes = new byte[64];
        byte[] input =
                unsigned.repeat(2).substring(0, unsigned.length() * 4 / 3).getBytes(StandardCharsets.UTF_8);
        double raw = signing(offers, () -> {
            pair.embedded().signer().sign(hashes);
            pair.jwt().signer().sign(input);
        });
        return new Measured(copy, signed, raw);
    }

    private double signing(int offers, Runnable one) {
        long start = System.nanoTime();
        for (int done = 0; done < offers; done += CHUNK) {
            threads.each(Collections.nCopies(Math.min(CHUNK, offers - done), one), act -> {
                act.run();
                return 1;
            });
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private double copy(OffsetDateTime since) throws Exception {
        Path folder = Files.createTempDirectory("badges-bulk-rows");
        try (Handle handle = owner.open()) {
            CopyManager copies =
                    handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
            for (Map.Entry<String, String> table : ROWS.entrySet()) {
                try (OutputStream file = Files.newOutputStream(folder.resolve(table.getKey()))) {
                    copies.copyOut(
                            "COPY (SELECT " + columns(handle, table.getKey()) + " FROM " + table.getKey() + " WHERE "
                                    + table.getValue().formatted(since) + ") TO STDOUT",
                            file);
                }
            }
            remove(handle, since);
            long start = System.nanoTime();
            handle.begin();
            for (String table : ROWS.keySet()) {
                try (InputStream file = Files.newInputStream(folder.resolve(table))) {
                    copies.copyIn("COPY " + table + " (" + columns(handle, table) + ") FROM STDIN", file);
                }
            }
            handle.commit();
            return (System.nanoTime() - start) / 1e9;
        } finally {
            for (String table : ROWS.keySet()) {
                Files.deleteIfExists(folder.resolve(table));
            }
            Files.delete(folder);
        }
    }

    /** Without triggers: nothing else may be deleted with them. */
    private static void remove(Handle handle, OffsetDateTime since) {
        handle.begin();
        handle.execute("SET LOCAL session_replication_role = replica");
        List<String> tables = new ArrayList<>(ROWS.keySet());
        Collections.reverse(tables);
        tables.forEach(table -> handle.execute(
                "DELETE FROM " + table + " WHERE " + ROWS.get(table).formatted(since)));
        handle.commit();
        tables.forEach(table -> handle.execute("VACUUM " + table));
    }

    private static String columns(Handle handle, String table) {
        return handle.select(
                        "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute"
                                + " WHERE attrelid = CAST(? AS regclass) AND attnum > 0 AND NOT attisdropped"
                                + " AND attgenerated = ''",
                        table)
                .mapTo(String.class)
                .one();
    }
}
