package fr.badgesiae.api.person.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.personal.PersonPersonalData;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.db.Blocked;
import fr.badgesiae.api.platform.personal.MergedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merge and an answer to an offer at the same time. */
class MergeRacesTest {
    private ClaimFixture fixture;
    private MergePeople merge;
    private Principal member;

    @BeforeEach
    void start() {
        fixture = ClaimFixture.open();
        List<MergedTable> tables = new ArrayList<>(PersonPersonalData.merged());
        for (String table : List.of("pathway", "offer", "award", "credential", "access_reopening")) {
            tables.add(MergedTable.moved(table, null));
        }
        merge = new MergePeople(fixture.platform, (handle, here, person, today) -> false, () -> tables);
        UUID id = fixture.counsellor.value();
        member = new Principal(fixture.counsellor, fixture.organisation, Role.COUNSELLOR, "Conseil", "Atelier", id);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private MergePeople.Outcome merge(PersonId kept, PersonId other) {
        Map<String, Integer> read = Map.of(kept.toString(), 1, other.toString(), 1);
        return merge.apply(member, Pair.of(kept, other), new MergeForm(kept.toString(), Map.of(), "réunir", read));
    }

    private long badges(PersonId person) {
        return fixture.count("credential WHERE state = 'ISSUED' AND worker_id = ?", person.value());
    }

    @Test
    void anAnswerThatWaitsForAMergeGoesToTheFileThatStays() {
        PersonId kept = fixture.person();
        PersonId other = fixture.person();
        OfferId offer = fixture.offered(other);
        AcceptOffer.Acceptance yes = fixture.yes(offer);
        List<Blocked<?>> both = fixture.owner.inTransaction(handle -> {
            handle.execute("LOCK TABLE audit_event IN SHARE MODE");
            return List.of(
                    Blocked.start(fixture.owner, () -> merge(kept, other)),
                    Blocked.start(
                            fixture.owner, () -> fixture.claims.accept().apply(fixture.organisation, offer, yes)));
        });
        assertThat(both.get(0).result()).isEqualTo(new MergePeople.Outcome.Merged(kept));
        assertThat(both.get(1).result()).isInstanceOf(AcceptOffer.Accepted.class);
        assertThat(badges(kept)).isOne();
        assertThat(fixture.person(kept).holder()).isNotNull();
        assertThat(fixture.count("worker WHERE id = ? AND merged_into = ?", other.value(), kept.value()))
                .isOne();
    }

    @Test
    void aMergeWaitsForAnAnswerAndTakesItsSpaceAlong() {
        PersonId kept = fixture.person();
        PersonId other = fixture.person();
        OfferId offer = fixture.offered(other);
        AcceptOffer.Acceptance yes = fixture.yes(offer);
        List<Blocked<?>> both = fixture.owner.inTransaction(handle -> {
            handle.execute("LOCK TABLE audit_event IN SHARE MODE");
            return List.of(
                    Blocked.start(fixture.owner, () -> fixture.claims.accept().apply(fixture.organisation, offer, yes)),
                    Blocked.start(fixture.owner, () -> merge(kept, other)));
        });
        assertThat(both.get(0).result()).isInstanceOf(AcceptOffer.Accepted.class);
        // The badge of the answer was being signed meanwhile, or was signed.
        if (both.get(1).result() instanceof MergePeople.Outcome.Invalid) {
            assertThat(merge(kept, other)).isEqualTo(new MergePeople.Outcome.Merged(kept));
        }
        assertThat(badges(kept)).isOne();
        assertThat(badges(other)).isZero();
        assertThat(fixture.person(kept).holder()).isNotNull();
    }

    @Test
    void aBadgeThatIsBeingSignedIsWaitedFor() {
        PersonId kept = fixture.person();
        PersonId other = fixture.person();
        OfferId offer = fixture.offered(other);
        fixture.withoutKeys(() -> {
            try {
                return fixture.accepted(offer);
            } catch (RuntimeException keysAreAway) {
                return null;
            }
        });
        assertThat(merge(kept, other)).isInstanceOf(MergePeople.Outcome.Invalid.class);
        assertThat(fixture.count("worker WHERE merged_into IS NOT NULL")).isZero();
    }
}
