package fr.badgesiae.api.statuslist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.verifier.status.BitstringStatusList;
import fr.badgesiae.verifier.status.TokenStatusList;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.HandleCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusListsTest {
    private static TestPlatform setup;
    private static KeysModule keys;
    private static StatusListModule module;
    private static StatusLists lists;
    private OrganisationId organisation;

    @BeforeAll
    static void open() {
        setup = TestPlatform.fresh();
        keys = new KeysModule(setup.platform());
        module = new StatusListModule(setup.platform(), keys);
        lists = module.statusLists();
    }

    @BeforeEach
    void found() {
        organisation = setup.organisation("Jardins de l’Exemple");
        in(handle -> {
            keys.signingKeys().createFor(handle, organisation);
            lists.createFor(handle, organisation);
            return true;
        });
    }

    @AfterAll
    static void close() {
        setup.close();
    }

    private <T> T in(HandleCallback<T, RuntimeException> act) {
        return setup.platform().database().inOrganisation(organisation, act);
    }

    private PublishedDocument published(UUID list) {
        return module.documents().published(URI.create(lists.url(list))).orElseThrow();
    }

    private JsonNode json(UUID list) throws JsonProcessingException {
        return new JsonMapper().readTree(new String(published(list).body(), StandardCharsets.UTF_8));
    }

    private SignStatusListsJob job() {
        SignStatusList sign = new SignStatusList(
                setup.platform().settings(),
                setup.clock(),
                setup.platform().audit(),
                keys.signingKeys(),
                keys.signer());
        return new SignStatusListsJob(setup.platform().database(), setup.clock(), sign);
    }

    @Test
    void aListIsPublishedBeforeAnyBadgePointsAtIt() throws JsonProcessingException {
        StatusIndex place = in(handle -> lists.allocate(handle, organisation));
        JsonNode list = json(place.list());

        assertThat(list.path("id").asText()).isEqualTo(lists.url(place.list()));
        assertThat(list.path("issuer").asText()).isEqualTo(keys.signingKeys().issuerDid(organisation));
        assertThat(list.at("/credentialSubject/statusPurpose").asText()).isEqualTo("revocation");
        assertThat(list.at("/credentialSubject/ttl").asLong()).isEqualTo(60_000);
        assertThat(list.at("/proof/cryptosuite").asText()).isEqualTo("eddsa-rdfc-2022");
        assertThat(published(place.list()).maxAge()).isEqualTo(60);
    }

    @Test
    void anIndexIsAllocatedOnce() {
        Set<StatusIndex> places = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            places.add(in(handle -> lists.allocate(handle, organisation)));
        }
        assertThat(places).hasSize(200);
    }

    @Test
    void aBitShowsInTheListAsSoonAsItIsSet() throws Exception {
        StatusIndex place = in(handle -> lists.allocate(handle, organisation));
        String before = published(place.list()).tag();

        in(handle -> {
            lists.set(handle, organisation, List.of(place));
            return true;
        });

        byte[] bits = BitstringStatusList.decode(
                        json(place.list()).at("/credentialSubject/encodedList").asText())
                .orElseThrow();
        assertThat(bits).hasSize(IndexPermutation.SIZE / 8);
        assertThat(BitstringStatusList.isSet(bits, place.index())).isTrue();
        assertThat(published(place.list()).tag()).isNotEqualTo(before);
        boolean set = in(handle -> lists.isSet(handle, organisation, place));
        StatusIndex neighbour = new StatusIndex(place.list(), place.index() ^ 1);
        boolean neighbourSet = in(handle -> lists.isSet(handle, organisation, neighbour));
        assertThat(set).isTrue();
        assertThat(neighbourSet).isFalse();
    }

    private SignedJWT token(UUID list) throws ParseException {
        PublishedDocument document = module.documents()
                .published(URI.create(lists.url(list) + ".jwt"))
                .orElseThrow();
        assertThat(document.mediaType()).isEqualTo("application/statuslist+jwt");
        assertThat(document.maxAge()).isEqualTo(60);
        return SignedJWT.parse(new String(document.body(), StandardCharsets.UTF_8));
    }

    private TokenStatusList values(UUID list) throws Exception {
        Map<String, Object> claim = token(list).getJWTClaimsSet().getJSONObjectClaim("status_list");
        assertThat(claim).containsEntry("bits", 1L);
        return TokenStatusList.decode(1, (String) claim.get("lst")).orElseThrow();
    }

    @Test
    void theTokenNamesItsAddressItsEndAndTheKeyOfItsIssuer() throws Exception {
        UUID list = in(handle -> lists.allocate(handle, organisation)).list();
        SignedJWT token = token(list);
        JWTClaimsSet claims = token.getJWTClaimsSet();

        assertThat(token.getHeader().toJSONObject()).containsOnlyKeys("alg", "kid", "typ");
        assertThat(token.getHeader().getType().toString()).isEqualTo("statuslist+jwt");
        assertThat(claims.getClaims()).containsOnlyKeys("sub", "iss", "iat", "exp", "ttl", "status_list");
        assertThat(claims.getSubject()).isEqualTo(lists.url(list) + ".jwt");
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080/issuers/" + organisation);
        assertThat(claims.getIssueTime().toInstant()).isEqualTo(setup.clock().instant());
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(setup.clock().instant().plus(SignStatusList.LIFE));
        assertThat(claims.getLongClaim("ttl")).isEqualTo(60);
        String jwk = setup.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT public_jwk FROM signing_key WHERE organisation_id = ? AND algorithm = 'ES256'",
                                organisation.value())
                        .mapTo(String.class)
                        .one());
        ECKey key = ECKey.parse(jwk);
        assertThat(token.getHeader().getKeyID())
                .isEqualTo(key.computeThumbprint().toString());
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
    }

    @Test
    void aBitShowsInBothFormsAtOnce() throws Exception {
        StatusIndex place = in(handle -> lists.allocate(handle, organisation));
        assertThat(values(place.list()).value(place.index())).isZero();

        in(handle -> {
            lists.set(handle, organisation, List.of(place));
            return true;
        });

        TokenStatusList values = values(place.list());
        assertThat(values.size()).isEqualTo(IndexPermutation.SIZE);
        assertThat(values.value(place.index())).isEqualTo(1);
        assertThat(values.value(place.index() ^ 1)).isZero();
        assertThat(lists.claim(place).toString())
                .isEqualTo("{\"status_list\":{\"idx\":" + place.index() + ",\"uri\":\"" + lists.url(place.list())
                        + ".jwt\"}}");
    }

    /** A node of an earlier release signs the credential alone. */
    @Test
    void aTokenOfAnEarlierVersionIsNotServedAndIsSignedAgain() throws Exception {
        UUID list = in(handle -> lists.allocate(handle, organisation)).list();
        job().run();
        URI address = URI.create(lists.url(list) + ".jwt");
        setup.database()
                .owner()
                .useHandle(handle -> handle.execute("UPDATE status_list SET version = version + 1 WHERE id = ?", list));
        assertThat(module.documents().published(address)).isEmpty();
        assertThat(published(list).body()).isNotEmpty();

        job().run();

        assertThat(module.documents().published(address)).isPresent();
        setup.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE status_list SET token = NULL, token_version = NULL, version = version + 1 WHERE id = ?",
                        list));
        in(handle -> {
            lists.requireToken(handle, organisation, list);
            return true;
        });
        assertThat(module.documents().published(address)).isPresent();
    }

    private void keyOpens(String algorithm, boolean opens) {
        setup.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE signing_key_secret SET version = version + ? WHERE id IN"
                                + " (SELECT id FROM signing_key WHERE organisation_id = ? AND algorithm = ?)",
                        opens ? -1 : 1,
                        organisation.value(),
                        algorithm));
    }

    /** What a revocation needs is the credential; a token that lags behind its bits would lie. */
    @Test
    void aBitIsSetWithoutTheKeyOfTheToken() throws Exception {
        StatusIndex place = in(handle -> lists.allocate(handle, organisation));
        URI token = URI.create(lists.url(place.list()) + ".jwt");
        assertThat(module.documents().published(token)).isPresent();
        keyOpens("ES256", false);

        in(handle -> {
            lists.set(handle, organisation, List.of(place));
            return true;
        });

        byte[] bits = BitstringStatusList.decode(
                        json(place.list()).at("/credentialSubject/encodedList").asText())
                .orElseThrow();
        assertThat(BitstringStatusList.isSet(bits, place.index())).isTrue();
        assertThat(module.documents().published(token)).isEmpty();
        keyOpens("ES256", true);
        job().run();
        assertThat(values(place.list()).value(place.index())).isEqualTo(1);
    }

    @Test
    void aListWhoseKeyDoesNotOpenStopsNoOther() throws JsonProcessingException {
        UUID first = in(handle -> lists.allocate(handle, organisation)).list();
        OrganisationId broken = organisation;
        keyOpens("ED25519", false);
        setup.clock().advance(Duration.ofMinutes(1));
        found();
        UUID later = in(handle -> lists.allocate(handle, organisation)).list();
        Instant until = Instant.parse(json(later).path("validUntil").asText());
        setup.clock().advance(Duration.ofDays(4));

        job().run();

        assertThat(Instant.parse(json(later).path("validUntil").asText())).isAfter(until);
        organisation = broken;
        keyOpens("ED25519", true);
        job().run();
        assertThat(Instant.parse(json(first).path("validUntil").asText())).isAfter(until);
    }

    @Test
    void aBitThatIsSetIsNotSignedAgain() {
        StatusIndex place = in(handle -> lists.allocate(handle, organisation));
        in(handle -> {
            lists.set(handle, organisation, List.of(place));
            return true;
        });
        setup.clock().advance(Duration.ofMinutes(5));
        String signed = published(place.list()).tag();

        in(handle -> {
            lists.set(handle, organisation, List.of(place));
            return true;
        });

        assertThat(published(place.list()).tag()).isEqualTo(signed);
    }

    @Test
    void aListIsSignedAgainHalfwayToItsEnd() throws JsonProcessingException {
        UUID list = in(handle -> lists.allocate(handle, organisation)).list();
        String first = json(list).path("validUntil").asText();
        setup.clock().advance(Duration.ofDays(2));
        job().run();
        assertThat(json(list).path("validUntil").asText()).isEqualTo(first);

        setup.clock().advance(Duration.ofDays(2));
        job().run();

        assertThat(Instant.parse(json(list).path("validUntil").asText())).isAfter(Instant.parse(first));
    }

    @Test
    void aFullListIsFollowedByAnother() throws JsonProcessingException {
        StatusIndex first = in(handle -> lists.allocate(handle, organisation));
        setup.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE status_counter SET drawn = ? WHERE organisation_id = ?",
                        IndexPermutation.SIZE,
                        organisation.value()));

        StatusIndex next = in(handle -> lists.allocate(handle, organisation));

        assertThat(next.list()).isNotEqualTo(first.list());
        assertThat(json(next.list()).path("id").asText()).isEqualTo(lists.url(next.list()));
        assertThat(in(handle -> lists.allocate(handle, organisation)).list()).isEqualTo(next.list());
    }

    @Test
    void healthIsRedWhileAListIsAboutToLapse() throws Exception {
        var check = module.healthChecks().get("status-lists");
        job().run();
        assertThat(check.execute().isHealthy()).isTrue();

        setup.clock().advance(Duration.ofDays(7));

        assertThat(check.execute().isHealthy()).isFalse();
    }

    @Test
    void nothingIsPublishedElsewhere() {
        assertThat(module.documents().published(URI.create("https://other.example/status/" + new UUID(1, 2))))
                .isEmpty();
        assertThat(module.documents().published(URI.create(lists.url(new UUID(1, 2)))))
                .isEmpty();
        assertThat(module.documents().published(URI.create("http://localhost:8080/status/x")))
                .isEmpty();
    }
}
