package fr.badgesiae.schemas.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DataIntegrityTest {
    @Test
    void theOfficialVectorComesOutAsPublished() throws IOException {
        Path path = Path.of("..", "..", "shared", "reference", "vectors", "ob3-spec", "vector.json");
        Assumptions.assumeTrue(Files.isRegularFile(path), "no reference data beside the checkout");
        ObjectNode vector = (ObjectNode) new ObjectMapper().readTree(Files.readAllBytes(path));
        ObjectNode signed = (ObjectNode) vector.get("signedCredential");
        byte[] seed = HexFormat.of().parseHex(vector.get("secretSeedHex").asText());
        EdKey key = new EdKey(new Ed25519PrivateKeyParameters(seed));
        ObjectNode unsigned = signed.deepCopy();
        ObjectNode options = (ObjectNode) unsigned.remove("proof");
        String published = options.remove("proofValue").asText();

        ObjectNode again = DataIntegrity.sign(unsigned, key, options);

        assertThat(key.multikey()).isEqualTo(vector.get("publicKeyMultibase").asText());
        assertThat(again.at("/proof/proofValue").asText()).isEqualTo(published);
    }
}
