package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.DatabaseAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The journal and its seal, compared from the command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditCommandTest {
    private static final String KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

    private TestPlatform setup;
    private OrganisationId ours;

    @BeforeAll
    void open() {
        setup = TestPlatform.fresh();
        ours = setup.organisation("Atelier des Deux Rives");
    }

    @AfterAll
    void close() {
        setup.close();
    }

    private CommandLineRun.Ended audit(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "audit";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return run(all);
    }

    private CommandLineRun.Ended run(String... all) {
        DatabaseAddress database = setup.database().service();
        return CommandLineRun.run(
                CommandLineRun.SHIPPED,
                Map.of(
                        "BADGES_PUBLIC_URL",
                        "https://badges.example",
                        "BADGES_MASTER_KEY",
                        KEY,
                        "BADGES_PEPPER",
                        KEY,
                        "DATABASE_URL",
                        database.url()
                                .replace(
                                        "jdbc:postgresql://",
                                        "postgres://" + database.user() + ":"
                                                + database.password().value() + "@")),
                all);
    }

    @Test
    void oneLineAnOrganisationAndAnExitStatus(@TempDir Path folder) throws Exception {
        CommandLineRun.Ended empty = audit("verify");
        assertThat(empty.failed()).isFalse();
        assertThat(empty.err()).isEmpty();
        assertThat(empty.out().lines())
                .containsExactly(
                        "OK PLATFORM lines 0, heads 0, forgotten 0, waiting 0",
                        "OK " + ours + " lines 0, heads 0, forgotten 0, waiting 0",
                        "OK INSTALLATION rounds and signed days");
        assertThat(audit("list").out()).isEmpty();

        setup.database().owner().useHandle(handle -> {
            handle.execute("SELECT audit_begin(now())");
            handle.execute(
                    "INSERT INTO audit_round (number, owners, until_xact, until_id, previous, digest, created_at)"
                            + " VALUES (1, '{}', 0, 0, sha256(''), sha256(''), '2026-11-02T09:00:00Z')");
        });
        CommandLineRun.Ended forged = audit("verify", "--organisation", ours.toString());
        assertThat(forged.failed()).isTrue();
        assertThat(forged.out().lines())
                .containsExactly(
                        "OK " + ours + " lines 0, heads 0, forgotten 0, waiting 0",
                        "FAULT INSTALLATION ROUND_REMOVED round 1 of 2026-11-02T09:00:00Z (1 sealed, 1 there);"
                                + " ROUND_CHANGED round 1 of 2026-11-02T09:00:00Z (1 sealed, 1 there);"
                                + " END_CUT (0 sealed, 1 there)");
        assertThat(forged.err()).contains("Le journal et son sceau ne concordent pas", "disagree");

        Path kept = Files.writeString(folder.resolve("days.txt"), "2026-11-02 eyJ\n");
        assertThat(audit("verify", "--days", kept.toString()).out()).contains("DAY_MISSING");
        Files.writeString(kept, "2026-11-02\n");
        assertThat(audit("verify", "--days", kept.toString()).err()).contains("audit list does not write");
    }

    /** A restored database has higher transactions than its cluster; the first act there may be a command's. */
    @Test
    void aCommandPutsTheSealInOrderBeforeItsFirstLine(@TempDir Path folder) throws Exception {
        setup.database().owner().useHandle(handle -> {
            handle.execute("SELECT audit_begin(now())");
            handle.execute("UPDATE audit_tip SET until_xact = 4000000000");
        });
        run(
                "erasures",
                "replay",
                "--from",
                Files.writeString(folder.resolve("list.txt"), "").toString());
        long until = setup.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT until_xact FROM audit_tip")
                        .mapTo(Long.class)
                        .one());
        assertThat(until).isNegative();
    }

    @Test
    void anUnknownOrganisationIsRefused() {
        assertThat(audit("verify", "--organisation", "0d5a4c1e-0000-4000-8000-000000000000")
                        .err())
                .contains("Aucune structure sous cet identifiant", "No organisation under this id");
    }
}
