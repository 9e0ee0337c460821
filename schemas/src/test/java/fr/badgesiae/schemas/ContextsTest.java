package fr.badgesiae.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextsTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.w3.org/2018/credentials/v1, credentials-v1.jsonld",
        "https://www.w3.org/ns/credentials/v2, credentials-v2.jsonld",
        "https://www.w3.org/ns/credentials/examples/v2, credentials-examples-v2.jsonld",
        "https://w3id.org/security/data-integrity/v1, data-integrity-v1.jsonld",
        "https://w3id.org/security/data-integrity/v2, data-integrity-v2.jsonld",
        "https://w3id.org/security/multikey/v1, multikey-v1.jsonld",
        "https://w3id.org/security/suites/ed25519-2020/v1, ed25519-2020-v1.jsonld",
        "https://www.w3.org/ns/credentials/status/v1, vc-bitstring-status-list-v1.jsonld",
        "https://www.w3.org/ns/did/v1, did-v1.jsonld",
        "https://www.w3.org/ns/odrl.jsonld, odrl.jsonld",
        "https://w3id.org/openbadges/v2, ob-v2p0-context.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context.json, ob-v3p0-context.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.0.json, ob-v3p0-context.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json, ob-v3p0-context-3.0.1.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json, ob-v3p0-context-3.0.2.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json, ob-v3p0-context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json, ob-v3p0-extensions.json",
    })
    void aContextMeansWhatThePublishedOneMeans(String url, String file) throws IOException {
        JsonNode ours = new ObjectMapper()
                .readTree(Catalogue.bundled().context(url).orElseThrow().bytes());

        assertThat(ours).isEqualTo(Reference.json("contexts/" + file));
    }
}
