package fr.badgesiae.api.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
    @Test
    void aPositionIsReadAsItIsWritten() {
        Position position = new Position(Instant.parse("2026-11-29T10:11:12.345678Z"), 42);

        assertThat(Position.of(position.toString())).isEqualTo(position);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "12", "-1-2", "a-b", "123456789012345678901-1", "6f9d3f0e-2d0c-4d1a-9d63-2f0a1c7c2f10"})
    void anythingElseIsTheTop(String typed) {
        assertThat(Position.of(typed)).isEqualTo(Position.TOP);
    }
}
