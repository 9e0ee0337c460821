package fr.badgesiae.api.statuslist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.verifier.status.BitstringStatusList;
import fr.badgesiae.verifier.status.TokenStatusList;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list as a token, beside the list as a credential. */
class StatusListTokenTest {
    @RegisterExtension
    static final ListedOrganisation here = new ListedOrganisation();

    private SignedJWT token(UUID list) throws ParseException {
        PublishedDocument document = here.module
                .documents()
                .published(URI.create(here.lists.url(list) + ".jwt"))
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
        UUID list = here.in(handle -> here.lists.allocate(handle, here.organisation))
                .list();
        SignedJWT token = token(list);
        JWTClaimsSet claims = token.getJWTClaimsSet();

        assertThat(token.getHeader().toJSONObject()).containsOnlyKeys("alg", "kid", "typ");
        assertThat(token.getHeader().getType().toString()).isEqualTo("statuslist+jwt");
        assertThat(claims.getClaims()).containsOnlyKeys("sub", "iss", "iat", "exp", "ttl", "status_list");
        assertThat(claims.getSubject()).isEqualTo(here.lists.url(list) + ".jwt");
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080/issuers/" + here.organisation);
        assertThat(claims.getIssueTime().toInstant())
                .isEqualTo(here.setup.clock().instant());
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(here.setup.clock().instant().plus(SignStatusList.LIFE));
        assertThat(claims.getLongClaim("ttl")).isEqualTo(60);
        String jwk = here.setup
                .database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT public_jwk FROM signing_key WHERE organisation_id = ? AND algorithm = 'ES256'",
                                here.organisation.value())
                        .mapTo(String.class)
                        .one());
        ECKey key = ECKey.parse(jwk);
        assertThat(token.getHeader().getKeyID())
                .isEqualTo(key.computeThumbprint().toString());
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
    }

    @Test
    void aBitShowsInBothFormsAtOnce() throws Exception {
        StatusIndex place = here.in(handle -> here.lists.allocate(handle, here.organisation));
        assertThat(values(place.list()).value(place.index())).isZero();

        here.in(handle -> {
            here.lists.set(handle, here.organisation, List.of(place));
            return true;
        });

        TokenStatusList values = values(place.list());
        assertThat(values.size()).isEqualTo(IndexPermutation.SIZE);
        assertThat(values.value(place.index())).isEqualTo(1);
        assertThat(values.value(place.index() ^ 1)).isZero();
        assertThat(here.lists.claim(place).toString())
                .isEqualTo("{\"status_list\":{\"idx\":" + place.index() + ",\"uri\":\"" + here.lists.url(place.list())
                        + ".jwt\"}}");
    }

    /** A node of an earlier release signs the credential alone. */
    @Test
    void aTokenOfAnEarlierVersionIsNotServedAndIsSignedAgain() throws Exception {
        UUID list = here.in(handle -> here.lists.allocate(handle, here.organisation))
                .list();
        here.job().run();
        URI address = URI.create(here.lists.url(list) + ".jwt");
        here.setup
                .database()
                .owner()
                .useHandle(handle -> handle.execute("UPDATE status_list SET version = version + 1 WHERE id = ?", list));
        assertThat(here.module.documents().published(address)).isEmpty();
        assertThat(here.published(list).body()).isNotEmpty();

        here.job().run();

        assertThat(here.module.documents().published(address)).isPresent();
        here.setup
                .database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE status_list SET token = NULL, token_version = NULL, version = version + 1 WHERE id = ?",
                        list));
        here.in(handle -> {
            here.lists.requireToken(handle, here.organisation, list);
            return true;
        });
        assertThat(here.module.documents().published(address)).isPresent();
    }

    private void keyOpens(String algorithm, boolean opens) {
        here.setup
                .database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE signing_key_secret SET version = version + ? WHERE id IN"
                                + " (SELECT id FROM signing_key WHERE organisation_id = ? AND algorithm = ?)",
                        opens ? -1 : 1,
                        here.organisation.value(),
                        algorithm));
    }

    /** What a revocation needs is the credential; a token that lags behind its bits would lie. */
    @Test
    void aBitIsSetWithoutTheKeyOfTheToken() throws Exception {
        StatusIndex place = here.in(handle -> here.lists.allocate(handle, here.organisation));
        URI token = URI.create(here.lists.url(place.list()) + ".jwt");
        assertThat(here.module.documents().published(token)).isPresent();
        keyOpens("ES256", false);

        here.in(handle -> {
            here.lists.set(handle, here.organisation, List.of(place));
            return true;
        });

        byte[] bits = BitstringStatusList.decode(here.json(place.list())
                        .at("/credentialSubject/encodedList")
                        .asText())
                .orElseThrow();
        assertThat(BitstringStatusList.isSet(bits, place.index())).isTrue();
        assertThat(here.module.documents().published(token)).isEmpty();
        keyOpens("ES256", true);
        here.job().run();
        assertThat(values(place.list()).value(place.index())).isEqualTo(1);
    }

    @Test
    void aListWhoseKeyDoesNotOpenStopsNoOther() throws JsonProcessingException {
        UUID first = here.in(handle -> here.lists.allocate(handle, here.organisation))
                .list();
        OrganisationId broken = here.organisation;
        keyOpens("ED25519", false);
        here.setup.clock().advance(Duration.ofMinutes(1));
        here.found();
        UUID later = here.in(handle -> here.lists.allocate(handle, here.organisation))
                .list();
        Instant until = Instant.parse(here.json(later).path("validUntil").asText());
        here.setup.clock().advance(Duration.ofDays(4));

        here.job().run();

        assertThat(Instant.parse(here.json(later).path("validUntil").asText())).isAfter(until);
        here.organisation = broken;
        keyOpens("ED25519", true);
        here.job().run();
        assertThat(Instant.parse(here.json(first).path("validUntil").asText())).isAfter(until);
    }
}
