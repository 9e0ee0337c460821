package fr.badgesiae.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.journal.seal.SealModule;
import fr.badgesiae.api.journal.seal.SealReport;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.privacy.erasure.Cause;
import fr.badgesiae.api.privacy.erasure.Erased;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Audit lines hold ids alone: the seal over them outlives the words of a person. */
class ErasureUnderSealTest {
    @Test
    void theSealHoldsAfterTheFileAndTheSpaceAreErased() {
        try (PrivacyFixture fixture = new PrivacyFixture()) {
            SealModule seal = new SealModule(fixture.claims.platform, fixture.claims.keys.signingKeys());
            seal.prepare();
            PersonId person = fixture.withBadge();
            var holder = fixture.holder(person);
            minute(fixture, seal);

            assertThat(fixture.eraseFile.apply(fixture.file(person), Cause.request(Actor.SYSTEM)))
                    .isEqualTo(Erased.ERASED);
            assertThat(fixture.eraseSpace.apply(holder, Cause.request(Actor.holder(holder))))
                    .isEqualTo(Erased.ERASED);
            minute(fixture, seal);

            SealReport report = seal.verify().apply(Optional.empty(), List.of()).orElseThrow();
            assertThat(report.sound()).isTrue();
            assertThat(fixture.claims.audited("DESK_FILE_ERASED", person.value()))
                    .isEqualTo(1);
            assertThat(report.chains())
                    .filteredOn(chain -> chain.owner().equals(fixture.claims.organisation.value()))
                    .first()
                    .satisfies(chain -> assertThat(chain.lines() + chain.waiting())
                            .isEqualTo(fixture.claims.count(
                                    "audit_event WHERE organisation_id = ?", fixture.claims.organisation.value())));
        }
    }

    private static void minute(PrivacyFixture fixture, SealModule seal) {
        fixture.claims.setup.clock().advance(Duration.ofMinutes(1));
        seal.jobs().get(0).act().run();
    }
}
