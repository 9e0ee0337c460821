package fr.badgesiae.verifier.keys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.codec.Base58;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points of edwards25519 (RFC 8032 5.1.2) that are invalid keys although providers accept them. */
class Ed25519PointsTest {
    private final PublicKeys keys = new PublicKeys(Crypto.best());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void aPointOfSmallOrderOrWrittenInASecondWayIsNoKey(String point) {
        assertThat(read(point)).isEmpty();
    }

    @Test
    void theKeyOfTheFirstTestVectorOfRfc8032IsAKey() {
        String key = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        assertThat(read(key)).isPresent();
    }

    @Test
    void aCoordinateWithoutAPointIsNoKey() {
        assertThat(read("02" + "00".repeat(31))).isEmpty();
    }

    private Optional<VerificationKey> read(String point) {
        return keys.fromBase58(Base58.encode(HexFormat.of().parseHex(point)));
    }
}
