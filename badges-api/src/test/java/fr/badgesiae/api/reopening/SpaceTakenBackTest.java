package fr.badgesiae.api.reopening;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.holder.OpenSpace;
import fr.badgesiae.api.holder.PinCheck;
import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.holder.access.AnswerWithFormerCard;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.db.Blocked;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A holder takes their space back while somebody else, who was let in by a reopening, opens it or changes it. */
class SpaceTakenBackTest {
    private static final String PIN = "271828";
    private static final String NEW_PIN = "161803";

    private ClaimFixture fixture;
    private HolderId holder;
    private Code card;
    private Code taken;
    private SlipSecrets.Clear slip;

    @BeforeEach
    void open() {
        fixture = ClaimFixture.open();
        OfferId offer = fixture.offered();
        card = fixture.carded(offer, PIN);
        PersonId person = fixture.find(offer).person().id();
        holder = fixture.person(person).holder();
        Principal counsellor = new Principal(
                fixture.counsellor, fixture.organisation, Role.COUNSELLOR, "Alix", "Atelier", UUID.randomUUID());
        fixture.reopenings.reopen().apply(counsellor, person, ReopeningReason.LOST_CARD);
        slip = new PrintReopening(
                        fixture.platform,
                        new Organisations(fixture.platform.database()),
                        fixture.people,
                        fixture.reopenings.slips())
                .apply(counsellor, person)
                .secrets();
        fixture.reopenings.use().apply(slip.code(), slip.pin(), NEW_PIN, Client.unknown());
        taken = shown();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Code shown() {
        return fixture.platform
                .database()
                .inHolder(holder, handle -> fixture.holders.cards().shown(handle, holder))
                .orElseThrow();
    }

    private OpenSpace.Outcome open(Code code, String pin) {
        return fixture.holders.space().apply(code, pin, Client.unknown());
    }

    private boolean itWasNotMe(UUID former) {
        Sessions sessions = new Sessions(
                fixture.platform.database(),
                fixture.platform.settings(),
                fixture.platform.vault(),
                fixture.platform.ids(),
                fixture.platform.clock());
        return new AnswerWithFormerCard(
                        fixture.platform.database(),
                        sessions,
                        fixture.platform.clock(),
                        fixture.platform.audit(),
                        RecoveryCards.WAIT)
                .apply(holder, former, AnswerWithFormerCard.Answer.IT_WAS_NOT_ME)
                .given();
    }

    /** Both wait for the holder's row: the answer first, then the other, whose PIN was compared before. */
    private <T> T beside(Callable<T> act) {
        UUID former = ((OpenSpace.Replaced) open(card, PIN)).card();
        List<Blocked<Boolean>> answers = new ArrayList<>();
        Blocked<T> other = fixture.owner.inTransaction(handle -> {
            handle.execute("SELECT FROM holder WHERE id = ? FOR UPDATE", holder.value());
            answers.add(Blocked.start(fixture.owner, () -> itWasNotMe(former)));
            assertThat(answers.get(0).isWaiting()).isTrue();
            Blocked<T> started = Blocked.start(fixture.owner, act);
            assertThat(started.isWaiting()).isTrue();
            return started;
        });
        assertThat(answers.get(0).result()).isTrue();
        T result = other.result();
        assertThat(fixture.count("session WHERE holder_id = ?", holder.value()))
                .as("of whoever took it back alone")
                .isEqualTo(1);
        assertThat(open(card, PIN)).as("the former card").isInstanceOf(OpenSpace.Opened.class);
        return result;
    }

    @Test
    void theCardOfTheReopeningOpensNothingAnyMore() {
        assertThat(beside(() -> open(taken, NEW_PIN))).isInstanceOf(OpenSpace.Wrong.class);
    }

    @Test
    void theUsedSlipShowsNoCardAnyMore() {
        assertThat(beside(() -> fixture.reopenings.again().apply(slip.code(), NEW_PIN, Client.unknown())))
                .isEqualTo(new ShowCardAgain.Over());
    }

    @Test
    void aComparedPinIsInForceNoMore() {
        PinCheck.Compared compared = fixture.holders.pinCheck().compare(holder, NEW_PIN);
        assertThat(compared.result()).isEqualTo(PinCheck.Result.MATCHES);
        boolean inForce = beside(
                () -> fixture.platform.database().inHolder(holder, handle -> compared.isInForce(handle, holder)));
        assertThat(inForce).isFalse();
    }
}
