package fr.badgesiae.api.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.trust.SignedTrustList;
import fr.badgesiae.verifier.trust.TrustListReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our own list of known issuers, as page and as JSON. */
class PublishedListTest {
    private static final String DID = "did:web:localhost%3A8080";

    private TestPlatform setup;
    private Platform platform;
    private KeysModule keys;
    private TrustModule trust;
    private WebHarness web;
    private OrganisationId network;

    @BeforeEach
    void open() {
        setup = TestPlatform.fresh();
        platform = setup.platform();
        Organisations organisations = new Organisations(platform.database());
        keys = new KeysModule(platform);
        keys.prepare();
        trust = new TrustModule(platform, organisations, keys.signingKeys(), Fetcher.offline());
        web = new WebHarness(platform.settings(), platform.pages(), trust.resources());
        network = setup.organisation("Réseau Exemple");
    }

    @AfterEach
    void close() {
        setup.close();
    }

    private OrganisationId member(String name) {
        OrganisationId id = setup.organisation(name);
        sql(
                "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on)"
                        + " VALUES (gen_random_uuid(), ?, ?, now(), '2026-09-01')",
                network.value(),
                id.value());
        return id;
    }

    private void sql(String statement, Object... values) {
        setup.database().owner().useHandle(handle -> handle.execute(statement, values));
    }

    private void pause(OrganisationId member) {
        sql(
                "UPDATE network_membership SET state = 'SUSPENDED', suspended_on = '2026-10-15'"
                        + " WHERE organisation_id = ?",
                member.value());
    }

    private Answer get(String path, String accept) {
        return web.call("GET", path, Map.of("Accept", accept), new byte[0]);
    }

    /** Reads the list as another platform does: with our published DID document only. */
    private SignedTrustList list() {
        setup.clock().advance(Duration.ofSeconds(10));
        Fetcher published = (uri, limits) -> keys.documents()
                .published(uri)
                .<FetchResult>map(found -> new FetchResult.Fetched(uri, found.mediaType(), found.body(), false, false))
                .orElse(new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, ""));
        TrustListReader.Answer answer = new TrustListReader()
                .read(
                        get("/trust/list.jwt", "*/*").body(),
                        new TrustListReader.Pinned(DID, platform.clock().instant(), 0, true),
                        published);
        assertThat(answer).isInstanceOf(TrustListReader.Accepted.class);
        return ((TrustListReader.Accepted) answer).list();
    }

    @Test
    void everyMemberStandsInTheSignedListWithItsState() {
        OrganisationId atelier = member("Atelier des Deux Rives");
        OrganisationId jardins = member("Jardins de l’Exemple");
        setup.organisation("Sans réseau");
        sql(
                "UPDATE organisation SET shows_legal_identity = true, siret = '73282932000074' WHERE id = ?",
                jardins.value());
        pause(atelier);
        trust.prepare();
        SignedTrustList list = list();
        assertThat(list.entries())
                .containsExactly(
                        new SignedTrustList.Entry(
                                DID + ":issuers:" + atelier,
                                "Atelier des Deux Rives",
                                null,
                                SignedTrustList.State.SUSPENDED,
                                LocalDate.of(2026, 10, 15)),
                        new SignedTrustList.Entry(
                                DID + ":issuers:" + jardins,
                                "Jardins de l’Exemple",
                                "73282932000074",
                                SignedTrustList.State.ACTIVE,
                                LocalDate.of(2026, 9, 1)));
        assertThat(Duration.between(list.issuedAt(), list.expires())).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void theSequenceRisesOnlyWithAChangeOrWithAge() {
        OrganisationId atelier = member("Atelier des Deux Rives");
        trust.prepare();
        long first = list().sequence();
        trust.prepare();
        setup.clock().advance(Duration.ofDays(3));
        trust.prepare();
        assertThat(list().sequence()).isEqualTo(first);
        pause(atelier);
        trust.prepare();
        long second = list().sequence();
        assertThat(second).isGreaterThan(first);
        setup.clock().advance(Duration.ofDays(4));
        trust.prepare();
        SignedTrustList third = list();
        assertThat(third.sequence()).isGreaterThan(second);
        assertThat(third.expires()).isAfter(platform.clock().instant().plus(Duration.ofDays(6)));
    }

    @Test
    void aRestoredBackupSignsNoLowerNumberThanReadersHaveSeen() {
        trust.prepare();
        sql("CREATE TABLE backup AS SELECT * FROM trust_list");
        for (int i = 0; i < 3; i++) {
            setup.clock().advance(Duration.ofMinutes(1));
            member("Atelier " + i);
            trust.prepare();
        }
        long seen = list().sequence();
        sql("UPDATE trust_list SET sequence = (SELECT sequence FROM backup), content = (SELECT content FROM backup)");
        trust.prepare();
        assertThat(list().sequence()).isGreaterThan(seen);
    }

    @Test
    void eachUseOfThePlatformsKeyIsWrittenDownBeforeAndAfter() {
        trust.prepare();
        trust.prepare();
        List<String> codes = setup.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT code FROM audit_event WHERE organisation_id IS NULL AND code <> 'KEY_CREATED'"
                                        + " ORDER BY id")
                        .mapTo(String.class)
                        .list());
        assertThat(codes).containsExactly("KEY_WILL_BE_USED", "KEY_USED", "TRUST_LIST_PUBLISHED");
    }

    @Test
    void machinesGetTheListUnderItsOwnAddressOrByAskingForIt() {
        trust.prepare();
        Answer list = get("/trust/list.jwt", "*/*");
        assertThat(list.header("Content-Type")).isEqualTo("application/jose");
        assertThat(list.header("Cache-Control")).contains("max-age=300").doesNotContain("no-store");
        assertThat(list.header("Set-Cookie")).isNull();
        Answer same = web.call("GET", "/trust/list.jwt", Map.of("If-None-Match", list.header("ETag")), new byte[0]);
        assertThat(same.status()).isEqualTo(304);
        Answer negotiated = get("/trust", "application/jose");
        assertThat(negotiated.body()).isEqualTo(list.body());
        assertThat(negotiated.header("Vary")).contains("Accept");
    }

    @Test
    void thePageSaysWhoIsKnownAndSinceWhen() {
        pause(member("Atelier des Deux Rives"));
        OrganisationId jardins = member("Jardins de l’Exemple");
        trust.prepare();
        Answer page = web.browse("/trust", "fr");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Membre de «\u00a0Réseau Exemple\u00a0» depuis le 1er septembre 2026")
                .contains("en pause depuis le 15 octobre 2026. Ses badges restent authentiques.")
                .contains("href=\"/issuers/" + jardins + "\"")
                .contains("href=\"/trust/list.jwt\"")
                .contains(DID)
                .doesNotContain("SIRET 0", "SIRET 1", "SIRET 2");
        assertThat(page.header("Set-Cookie")).isNull();
        assertThat(page.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(page.header("Vary")).contains("Accept", "Accept-Language");
        assertThat(web.browse("/trust", "en").text()).contains("Member of “Réseau Exemple” since 1 September 2026");
    }

    @Test
    void thePageIsSearchedAndPaged() {
        for (int i = 10; i < 65; i++) {
            member("Atelier " + i);
        }
        Answer first = web.browse("/trust", "fr");
        assertThat(first.text()).contains("Atelier 10", "Atelier 59").doesNotContain("Atelier 60");
        String next = first.text()
                .replaceFirst("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(web.browse(next, "fr").text())
                .contains("Atelier 60", "Atelier 64")
                .doesNotContain("Atelier 59", "rel=\"next\"");
        assertThat(web.browse("/trust?words=atelier+33", "fr").text())
                .contains("Atelier 33")
                .doesNotContain("Atelier 34");
        assertThat(web.browse("/trust?words=nulle+part", "fr").text()).contains("Aucune structure ne correspond");
        assertThat(web.browse("/trust?words=%00", "fr").status()).isEqualTo(200);
    }

    @Test
    void anEmptyListIsAListToo() {
        trust.prepare();
        assertThat(list().entries()).isEmpty();
        assertThat(web.browse("/trust", "fr").text()).contains("Aucune structure pour le moment.");
    }

    @Test
    void theHealthCheckTurnsRedBeforeTheListLapses() {
        assertThat(trust.healthChecks().get("trust-list").execute().isHealthy()).isFalse();
        trust.prepare();
        assertThat(trust.healthChecks().get("trust-list").execute().isHealthy()).isTrue();
        setup.clock().advance(Duration.ofDays(6));
        assertThat(trust.healthChecks().get("trust-list").execute().isHealthy()).isFalse();
    }
}
