package fr.badgesiae.api.wallet.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.api.keys.KeyAlgorithm;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.statuslist.StatusIndex;
import fr.badgesiae.api.statuslist.StatusListModule;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.HandleCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SdJwtVcTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BADGE = """
            {"id": "http://localhost:8080/credentials/x", "name": "Accueil du public", "description": "Accueillir.",
             "issuer": {"id": "did:web:localhost%3A8080:issuers:x", "name": "Jardins fictifs"},
             "validFrom": "2026-11-02T09:00:00Z", "validUntil": "2027-11-01T22:59:59Z",
             "awardedDate": "2026-11-01T00:00:00Z",
             "credentialSubject": {"id": "did:jwk:x",
               "achievement": {"criteria": {"narrative": "Accueillir dix personnes."}, "inLanguage": "fr"}}}
            """;

    private static TestPlatform setup;
    private static KeysModule keys;
    private static StatusListModule lists;
    private static OrganisationId organisation;
    private static IssuerKey key;
    private static StatusIndex place;
    private static BadgeType type;
    private static ObjectNode wallet;
    private static SignSdJwtVc sign;
    private static VerifySdJwtVc verify;

    @BeforeAll
    static void open() throws Exception {
        setup = TestPlatform.fresh();
        keys = new KeysModule(setup.platform());
        lists = new StatusListModule(setup.platform(), keys);
        organisation = setup.organisation("Jardins fictifs");
        key = in(handle -> {
            keys.signingKeys().createFor(handle, organisation);
            lists.statusLists().createFor(handle, organisation);
            place = lists.statusLists().allocate(handle, organisation);
            return keys.signingKeys().use(handle, organisation, KeyAlgorithm.ES256);
        });
        type = new BadgeType(setup.platform().settings());
        wallet = walletKey();
        sign = new SignSdJwtVc(setup.platform().settings(), setup.platform().ids(), type);
        verify = new VerifySdJwtVc(type, setup.clock(), List.of(keys.documents(), lists.documents()));
    }

    @AfterAll
    static void close() {
        setup.close();
    }

    private static <T> T in(HandleCallback<T, RuntimeException> act) {
        return setup.platform().database().inOrganisation(organisation, act);
    }

    private static ObjectNode walletKey() throws Exception {
        return (ObjectNode) JSON.readTree(
                new ECKeyGenerator(Curve.P_256).generate().toPublicJWK().toJSONString());
    }

    private static String issuer() {
        return "http://localhost:8080/issuers/" + organisation;
    }

    private static String signed(Optional<ShownName> name) throws Exception {
        return sign.apply(
                organisation,
                new SignSdJwtVc.Content(
                        JSON.readTree(BADGE),
                        name,
                        lists.statusLists().claim(place),
                        wallet,
                        ZoneId.of("Europe/Paris")),
                key);
    }

    private static String named() throws Exception {
        return signed(Optional.of(ShownName.of("Alix Exemple", "Alix")));
    }

    private static Optional<String> fault(String text) {
        return verify.fault(text, issuer(), wallet);
    }

    @Test
    void theDisclosureOfTheSpecificationHasItsDigest() {
        Disclosure disclosure = Disclosure.parse(
                        "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0")
                .orElseThrow();
        assertThat(disclosure.name()).isEqualTo("family_name");
        assertThat(disclosure.value().asText()).isEqualTo("Möbius");
        assertThat(disclosure.digest()).isEqualTo("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
    }

    @Test
    void anotherImplementationReadsIt() throws Exception {
        SDJWT read = SDJWT.parse(named());
        Map<String, Object> payload =
                SignedJWT.parse(read.getCredentialJwt()).getPayload().toJSONObject();
        Map<String, Object> all = new SDObjectDecoder().decode(new HashMap<>(payload), read.getDisclosures());

        assertThat(all)
                .containsEntry("given_name", "Alix")
                .containsEntry("family_name", "Exemple")
                .containsEntry("achievement_title", "Accueil du public")
                .containsEntry("achievement_description", "Accueillir.")
                .containsEntry("learning_outcomes", List.of("Accueillir dix personnes."))
                .containsEntry("language_of_classes", List.of("fr"))
                .containsEntry("issuing_authority", "Jardins fictifs")
                .containsEntry("issuing_country", "FR")
                .containsEntry("date_of_issuance", "2026-11-01")
                .containsEntry("date_of_expiry", "2027-11-01")
                .containsEntry("nbf", 1793610000L)
                .containsEntry("exp", 1825109999L)
                .containsEntry("iss", issuer())
                .containsEntry("vct", type.url())
                .containsEntry("vct#integrity", type.integrity());
        assertThat(all.get("cnf").toString()).contains("kty=EC", "crv=P-256").doesNotContain("d=");
        assertThat(read.getBindingJwt()).isNull();
        assertThat(read.getHashAlgorithm()).isEqualTo("sha-256");
    }

    @Test
    void onlyTheNameIsDisclosedByChoice() throws Exception {
        SdJwtVc read = SdJwtVc.parse(named()).orElseThrow();
        assertThat(read.disclosures())
                .extracting(Disclosure::name)
                .containsExactlyInAnyOrder("given_name", "family_name");
        assertThat(read.token().getHeader().toJSONObject())
                .containsOnlyKeys("alg", "kid", "typ")
                .containsEntry("typ", "dc+sd-jwt")
                .containsEntry("alg", "ES256")
                .containsEntry("kid", key.thumbprint());
        assertThat(read.claims().has("iss")).isTrue();
        for (String never : List.of("nbf", "exp", "cnf", "vct", "vct#integrity", "status")) {
            assertThat(read.claims().has(never)).as(never).isTrue();
        }
        assertThat(read.claims().has("sub")).isFalse();
        assertThat(read.claims().toString()).doesNotContain("Alix", "Exemple", "given_name");
        assertThat(fault(named())).isEmpty();
    }

    @Test
    void withoutANameNothingIsHidden() throws Exception {
        SdJwtVc read = SdJwtVc.parse(signed(Optional.empty())).orElseThrow();
        assertThat(read.disclosures()).isEmpty();
        assertThat(read.claims().has("_sd")).isFalse();
        assertThat(read.claims().has("_sd_alg")).isFalse();
        assertThat(fault(signed(Optional.empty()))).isEmpty();
    }

    @Test
    void everySaltHas128BitsOfItsOwn() throws Exception {
        Set<String> salts = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            for (Disclosure disclosure : SdJwtVc.parse(named()).orElseThrow().disclosures()) {
                String json = new String(Base64.getUrlDecoder().decode(disclosure.encoded()), StandardCharsets.UTF_8);
                String salt = JSON.readTree(json).get(0).asText();
                assertThat(Base64.getUrlDecoder().decode(salt)).hasSize(16);
                salts.add(salt);
            }
        }
        assertThat(salts).hasSize(20);
    }

    @Test
    void theDigestsStandInAnOrderOfTheirOwn() throws Exception {
        for (int i = 0; i < 10; i++) {
            List<String> digests = new ArrayList<>();
            SdJwtVc.parse(named()).orElseThrow().claims().path("_sd").forEach(digest -> digests.add(digest.asText()));
            assertThat(digests).hasSize(2).isSorted();
        }
    }

    @Test
    void aNameIsPartedAsItsChoiceShowsIt() {
        assertThat(ShownName.of("Marie Anne E.", "Marie Anne")).isEqualTo(new ShownName("Marie Anne", "E."));
        assertThat(ShownName.of("Alix de l’Exemple", "Alix")).isEqualTo(new ShownName("Alix", "de l’Exemple"));
        assertThat(ShownName.of("Alix Exemple", "Dominique")).isEqualTo(new ShownName("Alix Exemple", null));
        assertThat(ShownName.of("Alix", "Alix")).isEqualTo(new ShownName("Alix", null));
    }

    @Test
    void whatIsNotAsSignedIsNotReleased() throws Exception {
        String good = named();
        String[] parts = good.split("~", -1);
        assertThat(fault(parts[0])).contains("form");
        assertThat(fault(parts[0] + "~")).contains("disclosures");
        assertThat(fault(good + parts[1] + "~")).contains("form");
        String stranger = Disclosure.of(new byte[16], "given_name", "Dominique").encoded();
        assertThat(fault(parts[0] + "~" + stranger + "~")).contains("form");
        String[] jws = parts[0].split("\\.", -1);
        String forged = jws[0] + "." + jws[1] + "." + jws[2].substring(1) + "A";
        assertThat(fault(good.replace(parts[0], forged))).contains("signature");
        assertThat(verify.fault(good, "http://localhost:8080/issuers/other", wallet))
                .contains("signature");
        assertThat(verify.fault(good, issuer(), walletKey())).contains("binding");
        assertThat(new VerifySdJwtVc(type, setup.clock(), List.of(keys.documents())).fault(good, issuer(), wallet))
                .contains("status");
        BadgeType other = new BadgeType(new Settings(URI.create("http://localhost:8081"), true));
        assertThat(new VerifySdJwtVc(other, setup.clock(), List.of(keys.documents(), lists.documents()))
                        .fault(good, issuer(), wallet))
                .contains("type");
    }

    @Test
    void aRevokedOneAndALapsedOneAreNotReleased() throws Exception {
        StatusIndex revoked = in(handle -> {
            StatusIndex drawn = lists.statusLists().allocate(handle, organisation);
            lists.statusLists().set(handle, organisation, List.of(drawn));
            return drawn;
        });
        String text = sign.apply(
                organisation,
                new SignSdJwtVc.Content(
                        JSON.readTree(BADGE),
                        Optional.empty(),
                        lists.statusLists().claim(revoked),
                        wallet,
                        ZoneId.of("Europe/Paris")),
                key);
        assertThat(fault(text)).contains("status");
        String good = named();
        setup.clock().advance(Duration.ofDays(365));
        assertThat(fault(good)).contains("validity");
        setup.clock().advance(Duration.ofDays(-365));
    }

    /** Whoever changes these bytes makes every badge signed before fail: give the type another number instead. */
    @Test
    void theBytesOfTheTypeNeverChange() throws Exception {
        BadgeType pinned = new BadgeType(new Settings(URI.create("https://badges.example"), false));
        assertThat(pinned.integrity()).isEqualTo("sha256-fG8maajfWUMhT7XlBPaEFM+IyBRISjeulGfpHQEIgCU=");
        JsonNode metadata = JSON.readTree(pinned.document().body());
        assertThat(metadata.path("vct").asText())
                .isEqualTo(pinned.url())
                .isEqualTo("https://badges.example/vct/badge/1");
        assertThat(metadata.path("display").findValuesAsText("locale")).containsExactly("fr-FR", "en");
        Set<String> described = new HashSet<>();
        metadata.path("claims")
                .forEach(claim -> described.add(claim.at("/path/0").asText()));
        Set<String> shown = new HashSet<>(Set.of("given_name", "family_name"));
        SdJwtVc.parse(named()).orElseThrow().claims().fieldNames().forEachRemaining(shown::add);
        shown.removeAll(Set.of("iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status", "_sd", "_sd_alg"));
        assertThat(described).isEqualTo(shown);
    }
}
