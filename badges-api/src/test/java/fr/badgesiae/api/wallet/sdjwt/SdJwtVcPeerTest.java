package fr.badgesiae.api.wallet.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import fr.badgesiae.api.TestServer;
import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.api.keys.KeyAlgorithm;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.statuslist.StatusIndex;
import fr.badgesiae.api.statuslist.StatusListModule;
import fr.badgesiae.api.statuslist.StatusLists;
import fr.badgesiae.api.wallet.NodePeer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A badge is read by an implementation of others, over HTTP: keys, type metadata and status list are those that we publish. */
class SdJwtVcPeerTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void itIsValidUntilItIsRevoked() throws Exception {
        NodePeer peer = NodePeer.open();
        try (TestServer server = TestServer.start()) {
            OrganisationId organisation = server.organisation("Jardins fictifs", "73282932000074");
            Platform platform = server.platform();
            KeysModule keys = new KeysModule(platform);
            StatusLists lists = new StatusListModule(platform, keys).statusLists();
            StatusIndex place =
                    platform.database().inOrganisation(organisation, handle -> lists.allocate(handle, organisation));
            String badge = signed(platform, organisation, keys, lists.claim(place));

            JsonNode read = peer.run("sd-jwt-vc.mjs", badge);
            assertThat(read.path("verdict").asText()).isEqualTo("VALID");
            assertThat(read.at("/payload/given_name").asText()).isEqualTo("Alix");
            assertThat(read.at("/payload/family_name").asText()).isEqualTo("E.");
            assertThat(read.path("type").asText()).isEqualTo(server.origin() + "/vct/badge/1");
            assertThat(read.path("integrity").asBoolean()).isTrue();
            assertAnyOriginMayRead(server, "/vct/badge/1", "application/json");
            assertAnyOriginMayRead(server, "/status/" + place.list() + ".jwt", "application/statuslist+jwt");
            assertAnyOriginMayRead(server, "/.well-known/jwt-vc-issuer/issuers/" + organisation, "application/json");

            platform.database().inOrganisation(organisation, handle -> {
                lists.set(handle, organisation, List.of(place));
                return true;
            });

            assertThat(peer.run("sd-jwt-vc.mjs", badge).path("verdict").asText())
                    .isNotEqualTo("VALID")
                    .containsIgnoringCase("status");
        }
    }

    private static String signed(Platform platform, OrganisationId organisation, KeysModule keys, ObjectNode status)
            throws Exception {
        ObjectNode badge = JSON.createObjectNode();
        badge.put("name", "Accueil du public").put("description", "Accueillir.");
        badge.put("validFrom", Instant.now().minusSeconds(60).toString()).put("awardedDate", "2026-11-01T00:00:00Z");
        badge.putObject("issuer").put("name", "Jardins fictifs");
        ObjectNode achievement = badge.putObject("credentialSubject").putObject("achievement");
        achievement.put("inLanguage", "fr").putObject("criteria").put("narrative", "Accueillir dix personnes.");
        ObjectNode wallet = (ObjectNode) JSON.readTree(
                new ECKeyGenerator(Curve.P_256).generate().toPublicJWK().toJSONString());
        IssuerKey key = platform.database()
                .inOrganisation(
                        organisation, handle -> keys.signingKeys().use(handle, organisation, KeyAlgorithm.ES256));
        return new SignSdJwtVc(platform.settings(), platform.ids(), new BadgeType(platform.settings()))
                .apply(
                        organisation,
                        new SignSdJwtVc.Content(
                                badge,
                                Optional.of(ShownName.of("Alix E.", "Alix")),
                                status,
                                wallet,
                                ZoneId.of("Europe/Paris")),
                        key);
    }

    private static void assertAnyOriginMayRead(TestServer server, String path, String type) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.origin().resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age");
    }
}
