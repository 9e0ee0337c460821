package fr.badgesiae.api.statuslist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.status.BitstringStatusList;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatusListsTest {
    @RegisterExtension
    static final ListedOrganisation here = new ListedOrganisation();

    @Test
    void aListIsPublishedBeforeAnyBadgePointsAtIt() throws JsonProcessingException {
        StatusIndex place = here.in(handle -> here.lists.allocate(handle, here.organisation));
        JsonNode list = here.json(place.list());

        assertThat(list.path("id").asText()).isEqualTo(here.lists.url(place.list()));
        assertThat(list.path("issuer").asText())
                .isEqualTo(here.keys.signingKeys().issuerDid(here.organisation));
        assertThat(list.at("/credentialSubject/statusPurpose").asText()).isEqualTo("revocation");
        assertThat(list.at("/credentialSubject/ttl").asLong()).isEqualTo(60_000);
        assertThat(list.at("/proof/cryptosuite").asText()).isEqualTo("eddsa-rdfc-2022");
        assertThat(here.published(place.list()).maxAge()).isEqualTo(60);
    }

    @Test
    void anIndexIsAllocatedOnce() {
        Set<StatusIndex> places = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            places.add(here.in(handle -> here.lists.allocate(handle, here.organisation)));
        }
        assertThat(places).hasSize(200);
    }

    @Test
    void aBitShowsInTheListAsSoonAsItIsSet() throws Exception {
        StatusIndex place = here.in(handle -> here.lists.allocate(handle, here.organisation));
        String before = here.published(place.list()).tag();

        here.in(handle -> {
            here.lists.set(handle, here.organisation, List.of(place));
            return true;
        });

        byte[] bits = BitstringStatusList.decode(here.json(place.list())
                        .at("/credentialSubject/encodedList")
                        .asText())
                .orElseThrow();
        assertThat(bits).hasSize(IndexPermutation.SIZE / 8);
        assertThat(BitstringStatusList.isSet(bits, place.index())).isTrue();
        assertThat(here.published(place.list()).tag()).isNotEqualTo(before);
        boolean set = here.in(handle -> here.lists.isSet(handle, here.organisation, place));
        StatusIndex neighbour = new StatusIndex(place.list(), place.index() ^ 1);
        boolean neighbourSet = here.in(handle -> here.lists.isSet(handle, here.organisation, neighbour));
        assertThat(set).isTrue();
        assertThat(neighbourSet).isFalse();
    }

    @Test
    void aBitThatIsSetIsNotSignedAgain() {
        StatusIndex place = here.in(handle -> here.lists.allocate(handle, here.organisation));
        here.in(handle -> {
            here.lists.set(handle, here.organisation, List.of(place));
            return true;
        });
        here.setup.clock().advance(Duration.ofMinutes(5));
        String signed = here.published(place.list()).tag();

        here.in(handle -> {
            here.lists.set(handle, here.organisation, List.of(place));
            return true;
        });

        assertThat(here.published(place.list()).tag()).isEqualTo(signed);
    }

    @Test
    void aListIsSignedAgainHalfwayToItsEnd() throws JsonProcessingException {
        UUID list = here.in(handle -> here.lists.allocate(handle, here.organisation))
                .list();
        String first = here.json(list).path("validUntil").asText();
        here.setup.clock().advance(Duration.ofDays(2));
        here.job().run();
        assertThat(here.json(list).path("validUntil").asText()).isEqualTo(first);

        here.setup.clock().advance(Duration.ofDays(2));
        here.job().run();

        assertThat(Instant.parse(here.json(list).path("validUntil").asText())).isAfter(Instant.parse(first));
    }

    @Test
    void aFullListIsFollowedByAnother() throws JsonProcessingException {
        StatusIndex first = here.in(handle -> here.lists.allocate(handle, here.organisation));
        here.setup
                .database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE status_counter SET drawn = ? WHERE organisation_id = ?",
                        IndexPermutation.SIZE,
                        here.organisation.value()));

        StatusIndex next = here.in(handle -> here.lists.allocate(handle, here.organisation));

        assertThat(next.list()).isNotEqualTo(first.list());
        assertThat(here.json(next.list()).path("id").asText()).isEqualTo(here.lists.url(next.list()));
        assertThat(here.in(handle -> here.lists.allocate(handle, here.organisation))
                        .list())
                .isEqualTo(next.list());
    }

    @Test
    void healthIsRedWhileAListIsAboutToLapse() throws Exception {
        var check = here.module.healthChecks().get("status-lists");
        here.job().run();
        assertThat(check.execute().isHealthy()).isTrue();

        here.setup.clock().advance(Duration.ofDays(7));

        assertThat(check.execute().isHealthy()).isFalse();
    }

    @Test
    void nothingIsPublishedElsewhere() {
        assertThat(here.module.documents().published(URI.create("https://other.example/status/" + new UUID(1, 2))))
                .isEmpty();
        assertThat(here.module.documents().published(URI.create(here.lists.url(new UUID(1, 2)))))
                .isEmpty();
        assertThat(here.module.documents().published(URI.create("http://localhost:8080/status/x")))
                .isEmpty();
    }
}
