package fr.badgesiae.api.privacy;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.FrenchZone;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Files of an organisation at rest: ten people, of whom nine were active today, anew for each test. Today is 2 November 2026. */
final class RetentionSetup implements BeforeEachCallback, AfterEachCallback {
    static final LocalDate LONG_AGO = LocalDate.of(2024, 10, 1);

    PrivacyFixture fixture;

    @Override
    public void beforeEach(ExtensionContext context) {
        fixture = new PrivacyFixture();
        // One file among enough others is no large part of the organisation.
        for (int i = 0; i < 9; i++) {
            fixture.lastActive(fixture.claims.person(), today());
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        fixture.close();
    }

    LocalDate today() {
        return FrenchZone.PARIS.today(fixture.claims.platform.clock());
    }

    PersonId lastActive(LocalDate day) {
        PersonId person = fixture.claims.person();
        fixture.lastActive(person, day);
        return person;
    }

    LocalDate countsFrom(PersonId person) {
        return fixture.claims.owner.withHandle(
                handle -> handle.select("SELECT counts_from_on FROM desk_file WHERE worker_id = ?", person.value())
                        .mapTo(LocalDate.class)
                        .one());
    }

    void days(int days) {
        fixture.claims.setup.clock().advance(Duration.ofDays(days));
    }

    void set(PersonId person, String column, LocalDate day) {
        fixture.claims.owner.useHandle(
                handle -> handle.execute("UPDATE worker SET " + column + " = ? WHERE id = ?", day, person.value()));
    }

    boolean announced(PersonId person) {
        return fixture.claims.count("worker WHERE id = ? AND erasure_announced_on IS NOT NULL", person.value()) == 1;
    }
}
