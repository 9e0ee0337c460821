package fr.badgesiae.api.statuslist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndexPermutationTest {
    private static byte[] key(long seed) {
        byte[] key = new byte[32];
        new Random(seed).nextBytes(key);
        return key;
    }

    @Test
    void everyIndexIsDrawnExactlyOnce() {
        IndexPermutation permutation = new IndexPermutation(key(1));
        BitSet seen = new BitSet();
        for (int count = 0; count < IndexPermutation.SIZE; count++) {
            int index = permutation.index(count);
            assertThat(index).isBetween(0, IndexPermutation.SIZE - 1);
            seen.set(index);
        }
        assertThat(seen.cardinality()).isEqualTo(IndexPermutation.SIZE);
    }

    @Test
    void neighboursAreFarApart() {
        IndexPermutation permutation = new IndexPermutation(key(2));
        long near = 0;
        for (int count = 1; count < 1_000; count++) {
            if (Math.abs(permutation.index(count) - permutation.index(count - 1)) < 100) {
                near++;
            }
        }
        assertThat(near).isLessThan(20);
    }

    @Test
    void anotherKeyGivesAnotherOrder() {
        IndexPermutation one = new IndexPermutation(key(3));
        IndexPermutation other = new IndexPermutation(key(4));
        long same = 0;
        for (int count = 0; count < 1_000; count++) {
            if (one.index(count) == other.index(count)) {
                same++;
            }
        }
        assertThat(same).isLessThan(10);
    }

    @Test
    void aCountBeyondTheListIsRefused() {
        IndexPermutation permutation = new IndexPermutation(key(5));
        assertThatThrownBy(() -> permutation.index(IndexPermutation.SIZE)).isInstanceOf(IllegalArgumentException.class);
    }
}
