package fr.badgesiae.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.limits.ThrottleAlerts;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordsOfInventedPeopleTest {
    private final Ids ids = Ids.secure();
    private final Vault vault = new Vault(Map.of(1, ids.bytes(32)), ids.bytes(32), ids);
    private final ThrottleAlerts alerts = new ThrottleAlerts(Clock.systemUTC());
    private final Passwords ordinary = new Passwords(vault, ids, alerts);

    @Test
    void theServiceComparesTheirHashesByTheirOwnCost() {
        String hash = Passwords.ofInventedPeople(vault, ids, alerts).hash("482915");
        assertThat(hash).startsWith("$argon2id$v=19$m=8,t=1,p=1$");
        assertThat(ordinary.matches("482915", hash)).isTrue();
        assertThat(ordinary.matches("482916", hash)).isFalse();
    }

    @Test
    void theServiceItselfHashesAtFullCost() {
        assertThat(ordinary.hash("482915")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
}
