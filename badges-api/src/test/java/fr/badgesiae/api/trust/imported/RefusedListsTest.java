package fr.badgesiae.api.trust.imported;

import static fr.badgesiae.api.trust.imported.OtherNetworkServer.ATELIER;
import static fr.badgesiae.api.trust.imported.PinnedSigner.HOUR;
import static fr.badgesiae.api.trust.imported.PinnedSigner.pinned;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.trust.SignedTrustList;
import fr.badgesiae.verifier.trust.SignedTrustList.Entry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists of another network that are refused. */
class RefusedListsTest {
    @RegisterExtension
    static final PinnedSigner pinned = new PinnedSigner();

    @Test
    void aListThatLivesLongerThanSevenDaysIsRefused() {
        String exp = "\"exp\":"
                + pinned.now().plus(Duration.ofDays(7)).plusSeconds(1).getEpochSecond();
        pinned.server.publishChanged(pinned.now(), 1, claims -> claims.replaceFirst("\"exp\":\\d+", exp), ATELIER);
        assertThat(pinned.fetch().problem()).isEqualTo(ImportProblem.LIVES_TOO_LONG);
        assertThat(pinned.trust.imported().find(ATELIER.id())).isEmpty();
    }

    @Test
    void aLowerSequenceNumberIsRefusedAlsoAfterTheSignerWasPinnedAnew() {
        pinned.good(5);
        pinned.server.publish(pinned.now(), HOUR, 4);
        Signer state = pinned.fetch();
        assertThat(state.problem()).isEqualTo(ImportProblem.OUTDATED);
        assertThat(state.state()).isEqualTo(Signer.State.TROUBLED);
        assertThat(pinned.trust.imported().find(ATELIER.id())).isPresent();
        new UnpinSigner(pinned.platform).apply(pinned.network, pinned.by, pinned.signer);
        pinned.signer = pinned.pin(pinned.server.address);
        assertThat(pinned.fetch().problem()).isEqualTo(ImportProblem.OUTDATED);
        pinned.server.publish(pinned.now(), HOUR, 5, ATELIER);
        assertThat(pinned.fetch().problem()).isNull();
    }

    @Test
    void nobodyElseSignsForThePinnedSigner() {
        pinned.server.publishSignedByAnotherKey(pinned.now(), 1);
        assertThat(pinned.fetch().problem()).isEqualTo(ImportProblem.NOT_SIGNED);
        pinned.server.publishInAnotherName(pinned.now(), 1);
        assertThat(pinned.fetch().problem()).isEqualTo(ImportProblem.WRONG_SIGNER);
        assertThat(pinned.trust.imported().find(ATELIER.id())).isEmpty();
    }

    @Test
    void aListThatWasTamperedWithChangesNothing() {
        pinned.good(1);
        pinned.server.publish(pinned.now(), HOUR, 2, ATELIER);
        pinned.server.tamper();
        assertThat(pinned.fetch().problem()).isEqualTo(ImportProblem.NOT_SIGNED);
        assertThat(pinned.trust.imported().find(ATELIER.id()).orElseThrow().registeredName())
                .isEqualTo("Atelier du Canal");
    }

    @Test
    void whatIsNoListOrTooLargeIsRefused() {
        pinned.server.serve("<html>");
        assertThat(pinned.fetch().problem()).isEqualTo(ImportProblem.MALFORMED);
        pinned.server.serve("x".repeat((4 << 20) + 1));
        assertThat(pinned.fetch().problem()).isEqualTo(ImportProblem.TOO_LARGE);
    }

    @Test
    void aNameThatShowsSomethingElseThanItSaysIsRefused() {
        pinned.server.publishChanged(pinned.now(), 1, claims -> claims.replace("Atelier", "\u202eAtelier"), ATELIER);
        assertThat(pinned.fetch().problem()).isEqualTo(ImportProblem.MALFORMED);
        pinned.server.publishChanged(pinned.now(), 1, claims -> claims.replace("Atelier", "Atelier\\u0000"), ATELIER);
        assertThat(pinned.fetch().problem()).isEqualTo(ImportProblem.MALFORMED);
    }

    @Test
    void onlyWholeDidsAreKept() {
        Entry web = new Entry(
                "https://ailleurs.example/1", "Web", null, SignedTrustList.State.ACTIVE, LocalDate.of(2026, 1, 1));
        pinned.server.publish(pinned.now(), HOUR, 1, ATELIER, web);
        Signer state = pinned.fetch();
        assertThat(List.of(state.entries(), state.leftOut())).containsExactly(1, 1);
        assertThat(pinned.trust.imported().find(web.id())).isEmpty();
        assertThat(pinned.trust.imported().find(ATELIER.id() + ":more")).isEmpty();
        assertThat(pinned.trust.imported().find("did:web:ailleurs.example:issuers"))
                .isEmpty();
        assertThat(pinned.trust.imported().find(ATELIER.id() + "\0")).isEmpty();
    }
}
