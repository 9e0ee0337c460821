package fr.badgesiae.verifier.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.verifier.trust.SignedTrustList.Entry;
import fr.badgesiae.verifier.trust.SignedTrustList.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SignedTrustListTest {
    private static final String NETWORK = "did:web:reseau.example";
    private static final Instant FROM = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant TO = FROM.plusSeconds(3600);
    private static final List<Entry> NOBODY = List.of();

    @Test
    void itsIssuerIsAWholeDid() {
        assertThat(new SignedTrustList(NETWORK, FROM, TO, 1, NOBODY).issuer()).isEqualTo(NETWORK);
        refused(() -> new SignedTrustList(NETWORK + "#cle", FROM, TO, 1, NOBODY));
        refused(() -> new SignedTrustList("https://reseau.example", FROM, TO, 1, NOBODY));
    }

    @Test
    void itsTimesAreWholeSecondsInTheirOrder() {
        refused(() -> new SignedTrustList(NETWORK, FROM.plusNanos(1), TO, 1, NOBODY));
        refused(() -> new SignedTrustList(NETWORK, FROM, TO.plusNanos(1), 1, NOBODY));
        refused(() -> new SignedTrustList(NETWORK, FROM, FROM, 1, NOBODY));
    }

    @Test
    void itsSequenceBeginsAtOne() {
        assertThat(new SignedTrustList(NETWORK, FROM, TO, 1, NOBODY).sequence()).isEqualTo(1);
        refused(() -> new SignedTrustList(NETWORK, FROM, TO, 0, NOBODY));
    }

    @Test
    void itHasAtMostTenThousandEntriesAndNoIssuerTwice() {
        List<Entry> full = IntStream.range(0, SignedTrustList.MAX_ENTRIES)
                .mapToObj(i -> entry("did:web:a.example:" + i, "A"))
                .toList();
        assertThat(new SignedTrustList(NETWORK, FROM, TO, 1, full).entries()).hasSize(10_000);
        List<Entry> more = new ArrayList<>(full);
        more.add(entry("did:web:a.example", "A"));
        refused(() -> new SignedTrustList(NETWORK, FROM, TO, 1, more));
        refused(() -> new SignedTrustList(NETWORK, FROM, TO, 1, List.of(full.get(0), full.get(0))));
    }

    @Test
    void idsAndNamesAreNoLongerThanAnybodys() {
        String did = "did:web:" + "a".repeat(2040);
        String url = "https://" + "a".repeat(2040);
        String name = "A".repeat(2048);
        assertThat(entry(did, name).name()).isEqualTo(name);
        assertThat(entry(url, name).id()).isEqualTo(url);
        refused(() -> entry(did + "a", "A"));
        refused(() -> entry(url + "a", "A"));
        refused(() -> entry(NETWORK, name + "A"));
    }

    private static Entry entry(String id, String name) {
        return new Entry(id, name, null, State.ACTIVE, LocalDate.of(2026, 1, 1));
    }

    private static void refused(ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
    }
}
