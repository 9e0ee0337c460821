package fr.badgesiae.verifier.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BitstringStatusListTest {
    @Test
    void indexZeroIsTheMostSignificantBitOfTheFirstByte() {
        byte[] bits = BitstringStatusList.empty(16);
        BitstringStatusList.set(bits, 0, true);
        BitstringStatusList.set(bits, 9, true);
        assertThat(bits).containsExactly(0x80, 0x40);
    }

    @Test
    void whatIsEncodedDecodesToTheSameBits() throws Exception {
        byte[] bits = BitstringStatusList.empty(BitstringStatusList.MIN_ENTRIES);
        BitstringStatusList.set(bits, 131_071, true);
        BitstringStatusList.set(bits, 12, true);
        BitstringStatusList.set(bits, 12, false);
        byte[] decoded =
                BitstringStatusList.decode(BitstringStatusList.encode(bits)).orElseThrow();
        assertThat(decoded).isEqualTo(bits);
        assertThat(BitstringStatusList.isSet(decoded, 131_071)).isTrue();
        assertThat(BitstringStatusList.isSet(decoded, 12)).isFalse();
    }

    @Test
    void entriesOfSeveralBitsAreReadWhole() {
        byte[] bits = {(byte) 0b1011_0001, (byte) 0b1100_0000};
        assertThat(BitstringStatusList.value(bits, 0, 2)).isEqualTo(2);
        assertThat(BitstringStatusList.value(bits, 2, 3)).isEqualTo(0b011);
        assertThat(BitstringStatusList.entries(bits, 3)).isEqualTo(5);
    }

    @Test
    void theListOfTheSpecificationIsRead() throws Exception {
        String encoded = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";
        assertThat(BitstringStatusList.decode(encoded).orElseThrow()).isEqualTo(new byte[16_384]);
    }

    @Test
    void withoutItsPrefixOrItsPackingItIsNoList() throws Exception {
        assertThat(BitstringStatusList.decode("H4sIAAAAAAAAA")).isEmpty();
        assertThat(BitstringStatusList.decode("uAAAA")).isEmpty();
        assertThat(BitstringStatusList.decode("u*")).isEmpty();
        assertThat(BitstringStatusList.decode("")).isEmpty();
    }

    @Test
    void aListThatUnpacksPastTheBoundIsRefused() {
        String bomb = BitstringStatusList.encode(new byte[BitstringStatusList.MAX_BYTES + 1]);
        assertThatThrownBy(() -> BitstringStatusList.decode(bomb))
                .isInstanceOf(BitstringStatusList.TooLargeException.class);
    }
}
