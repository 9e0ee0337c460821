package fr.badgesiae.api.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SenderFaultTest {
    @Test
    void aRequestThatEndsIsTheSendersAndADatabaseThatEndsIsNot() {
        assertThat(SenderFault.of(new IllegalStateException(new EOFException())))
                .contains(SenderFault.BROKEN_OFF);
        SQLException ended = new SQLException("the connection ended", "08006", new EOFException());
        assertThat(SenderFault.of(new IllegalStateException(ended))).isEmpty();
    }

    @Test
    void aTextThatCannotBeStoredIsTheSenders() {
        assertThat(SenderFault.of(new IllegalStateException(new SQLException("zero byte", "22021"))))
                .contains(SenderFault.CHARACTER);
        assertThat(SenderFault.of(new IllegalStateException(new SQLException("a key", "23505"))))
                .isEmpty();
    }
}
