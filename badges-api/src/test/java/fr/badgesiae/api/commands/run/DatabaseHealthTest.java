package fr.badgesiae.api.commands.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.TestServer;
import fr.badgesiae.api.platform.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.ds.PGSimpleDataSource;

/** The health check of the database turns red when it reads and no longer writes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseHealthTest {
    private static final String DOES_NOT_WRITE = "the database does not write. Its disk may be full";

    private TestServer server;
    private Operations.DatabaseAnswers check;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        check = new Operations.DatabaseAnswers(server.database().source());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aDatabaseThatReadsAndWritesIsHealthyAndKeepsItsSettings() {
        assertThat(check.execute().isHealthy()).isTrue();
        assertThat(check.execute().isHealthy()).isTrue();
        String memory = server.platform()
                .database()
                .inPublic(handle ->
                        handle.createQuery("SHOW work_mem").mapTo(String.class).one());
        assertThat(memory).isEqualTo("4MB");
    }

    @Test
    void aDatabaseWithoutRoomOnItsDiskIsNot() {
        assertThat(checked("-c temp_file_limit=64").getMessage()).isEqualTo(DOES_NOT_WRITE);
    }

    @Test
    void aDatabaseThatOnlyReadsIsNot() {
        assertThat(checked("-c default_transaction_read_only=on").getMessage()).isEqualTo(DOES_NOT_WRITE);
    }

    /** @param options settings of the connection, as the server would have them */
    private static HealthCheck.Result checked(String options) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(TestDatabase.superuser().url());
        source.setUser(TestDatabase.superuser().user());
        source.setPassword(TestDatabase.superuser().password().value());
        source.setOptions(options);
        return new Operations.DatabaseAnswers(source).execute();
    }
}
