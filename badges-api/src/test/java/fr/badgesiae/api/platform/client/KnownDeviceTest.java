package fr.badgesiae.api.platform.client;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.client.KnownDevice.Kind;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownDeviceTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-02");

    private final Ids ids = Ids.secure();
    private final Vault vault = new Vault(Map.of(1, ids.bytes(32)), ids.bytes(32), ids);

    private KnownDevice read(String cookie, LocalDate day) {
        return KnownDevice.read(cookie, vault, day, ids::token);
    }

    private String marked(Kind kind, String subject) {
        KnownDevice device = read("", DAY);
        device.remember(kind, subject);
        return device.changed().orElseThrow();
    }

    @Test
    void aDeviceIsKnownForWhatItWasMarkedWithForHalfAYear() {
        String cookie = marked(Kind.ACCOUNT, "noa");
        assertThat(read(cookie, DAY).knows(Kind.ACCOUNT, "noa")).isTrue();
        assertThat(read(cookie, DAY.plusDays(180)).knows(Kind.ACCOUNT, "noa")).isTrue();
        assertThat(read(cookie, DAY.plusDays(181)).knows(Kind.ACCOUNT, "noa")).isFalse();
        assertThat(read(cookie, DAY).knows(Kind.ACCOUNT, "lou")).isFalse();
        assertThat(read(cookie, DAY).knows(Kind.CARD, "noa")).isFalse();
        assertThat(read(cookie, DAY).changed()).isEmpty();
    }

    @Test
    void aMarkIsWorthNothingUnderAnotherDeviceDayOrKey() {
        String cookie = marked(Kind.ACCOUNT, "noa");
        String id = cookie.substring(0, cookie.indexOf('.'));
        String mark = cookie.substring(cookie.indexOf('.') + 1);
        assertThat(read(ids.token() + "." + mark, DAY).knows(Kind.ACCOUNT, "noa"))
                .isFalse();
        String later = id + "." + (DAY.toEpochDay() + 1) + mark.substring(mark.indexOf('~'));
        assertThat(read(later, DAY.plusDays(1)).knows(Kind.ACCOUNT, "noa")).isFalse();
        Vault other = new Vault(Map.of(1, ids.bytes(32)), ids.bytes(32), ids);
        assertThat(KnownDevice.read(cookie, other, DAY, ids::token).knows(Kind.ACCOUNT, "noa"))
                .isFalse();
    }

    @Test
    void aSharedDeviceKeepsTheLastEightWithoutAName() {
        KnownDevice device = read(marked(Kind.ACCOUNT, "noa"), DAY);
        for (int holder = 0; holder < 8; holder++) {
            device.remember(Kind.CARD, "holder-" + holder);
            device.remember(Kind.CARD, "holder-" + holder);
        }
        String cookie = device.changed().orElseThrow();
        assertThat(cookie).doesNotContain("noa").doesNotContain("holder").hasSizeLessThan(300);
        assertThat(read(cookie, DAY).knows(Kind.ACCOUNT, "noa")).isFalse();
        assertThat(read(cookie, DAY).knows(Kind.CARD, "holder-0")).isTrue();
        assertThat(read(cookie, DAY).knows(Kind.CARD, "holder-7")).isTrue();
    }

    @Test
    void anUnreadableCookieIsADeviceThatNobodyUsedBefore() {
        for (String cookie : new String[] {"", ".", "x", "a.b.c", ids.token() + ".20000~short", "~".repeat(500)}) {
            assertThat(read(cookie, DAY).knows(Kind.ACCOUNT, "noa")).isFalse();
            assertThat(read(cookie, DAY).changed()).isEmpty();
        }
    }
}
