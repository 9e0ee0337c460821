package fr.badgesiae.verifier.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class TokenStatusListTest {
    @Test
    void theOneBitListOfTheSpecificationIsRead() throws Exception {
        TokenStatusList list = TokenStatusList.decode(1, "eNrbuRgAAhcBXQ").orElseThrow();
        int[] values = {1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1};
        assertThat(list.size()).isEqualTo(values.length);
        for (int i = 0; i < values.length; i++) {
            assertThat(list.value(i)).as("index " + i).isEqualTo(values[i]);
        }
    }

    @Test
    void theOneBitListOfTheSpecificationIsWritten() {
        byte[] bits = new byte[2];
        for (int index : new int[] {0, 3, 4, 5, 7, 8, 9, 13, 15}) {
            BitstringStatusList.set(bits, index, true);
        }
        assertThat(TokenStatusList.encode(bits)).isEqualTo("eNrbuRgAAhcBXQ");
    }

    @Test
    void theTwoBitListOfTheSpecificationIsRead() throws Exception {
        TokenStatusList list = TokenStatusList.decode(2, "eNo76fITAAPfAgc").orElseThrow();
        int[] values = {1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3};
        for (int i = 0; i < values.length; i++) {
            assertThat(list.value(i)).as("index " + i).isEqualTo(values[i]);
        }
    }

    @Test
    void fourAndEightBitsAreReadFromTheLeastSignificant() throws Exception {
        String packed = packed(new byte[] {(byte) 0xa3, 0x7f});
        assertThat(TokenStatusList.decode(4, packed).orElseThrow().value(0)).isEqualTo(3);
        assertThat(TokenStatusList.decode(4, packed).orElseThrow().value(1)).isEqualTo(10);
        assertThat(TokenStatusList.decode(8, packed).orElseThrow().value(0)).isEqualTo(0xa3);
    }

    @Test
    void whatIsPackedInAnotherWayIsNoList() throws Exception {
        assertThat(TokenStatusList.decode(3, "eNrbuRgAAhcBXQ")).isEmpty();
        assertThat(TokenStatusList.decode(1, "H4sIAAAAAAAA")).isEmpty();
        assertThat(TokenStatusList.decode(1, "eNrbuRg")).isEmpty();
        assertThat(TokenStatusList.decode(1, "*")).isEmpty();
    }

    @Test
    void aListThatUnpacksPastTheBoundIsRefused() throws Exception {
        String bomb = packed(new byte[TokenStatusList.MAX_BYTES + 1]);
        assertThatThrownBy(() -> TokenStatusList.decode(1, bomb))
                .isInstanceOf(BitstringStatusList.TooLargeException.class);
    }

    private static String packed(byte[] values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(bytes)) {
            zlib.write(values);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }
}
