package fr.badgesiae.api.privacy;

import fr.badgesiae.api.assertion.personal.AssertionPersonalData;
import fr.badgesiae.api.bulk.personal.RunPersonalData;
import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.event.personal.EventPersonalData;
import fr.badgesiae.api.imports.personal.ImportPersonalData;
import fr.badgesiae.api.observation.client.ClientPersonalData;
import fr.badgesiae.api.observation.personal.ObservationPersonalData;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.pathway.PathwayModule;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.contact.personal.ContactOfFile;
import fr.badgesiae.api.person.personal.PersonPersonalData;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.privacy.erasure.EraseDeskFile;
import fr.badgesiae.api.privacy.erasure.EraseSpace;
import fr.badgesiae.api.request.personal.RequestPersonalData;
import fr.badgesiae.api.wallet.WalletModule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** People with badges, and the acts that erase them. */
final class PrivacyFixture implements AutoCloseable {
    static final String PIN = "314159";

    final ClaimFixture claims = ClaimFixture.open();
    final WalletModule wallets = new WalletModule(
            claims.platform, claims.editions, claims.keys, claims.lists, claims.credentials.verifyBeforeRelease());
    final List<PersonalData> parts = List.of(
            PersonPersonalData.tables(),
            new PathwayModule(claims.platform, claims.people).personalData(),
            claims.credentials.personalData(),
            claims.shares.personalData(),
            claims.holders.personalData(),
            claims.offers.personalData(),
            ContactOfFile.tables((organisation, row, email, phone) -> new ContactOfFile.Opened(null, null)),
            new ObservationPersonalData((observation, photo) -> photo),
            RequestPersonalData.tables(),
            EventPersonalData.tables(),
            ClientPersonalData.tables(),
            RunPersonalData.tables(),
            ImportPersonalData.tables(),
            claims.reopenings.personalData(),
            claims.claims.personalData(),
            wallets.personalData(),
            AssertionPersonalData.tables());
    final EraseSpace eraseSpace = new EraseSpace(claims.platform, () -> parts);
    final EraseDeskFile eraseFile = new EraseDeskFile(claims.platform, () -> parts, eraseSpace);
    final EraseDueFiles dueFiles = new EraseDueFiles(claims.platform, eraseFile);
    final CloseUnopenedSpaces unopened = new CloseUnopenedSpaces(claims.platform, eraseSpace, claims.holders.notices());

    DeskFile file(PersonId person) {
        return new DeskFile(claims.organisation, person.value());
    }

    /** A person with a badge and a card. */
    PersonId withBadge() {
        PersonId person = claims.person();
        OfferId offer = claims.offered(person);
        claims.carded(offer, PIN);
        return person;
    }

    HolderId holder(PersonId person) {
        return new HolderId(uuid("SELECT holder_id FROM worker WHERE id = ?", person));
    }

    private UUID uuid(String sql, PersonId person) {
        return claims.owner.withHandle(
                handle -> handle.select(sql, person.value()).mapTo(UUID.class).one());
    }

    /** Spaces that were opened just now: one among them is no large part of all. */
    void otherSpaces(int count) {
        claims.owner.useHandle(handle -> handle.execute(
                "INSERT INTO holder (id, created_at, last_opened_at)"
                        + " SELECT gen_random_uuid(), now(), now() + interval '10 years' FROM generate_series(1, ?)",
                count));
    }

    void pathway(PersonId person, LocalDate from, LocalDate to) {
        claims.owner.useHandle(handle -> handle.execute(
                "INSERT INTO pathway (id, organisation_id, worker_id, starts_on, ends_on, pass_iae, created_at, updated_at)"
                        + " VALUES (gen_random_uuid(), ?, ?, ?, ?, NULL, ?::date, ?::date)",
                claims.organisation.value(),
                person.value(),
                from,
                to,
                from,
                from));
    }

    /** A group with a person in it. */
    void group(String name, PersonId person) {
        claims.owner.useHandle(handle -> handle.execute(
                "WITH made AS (INSERT INTO people_group (id, organisation_id, kind, name, created_at, updated_at)"
                        + " VALUES (gen_random_uuid(), ?, 'GROUP', ?, now(), now()) RETURNING id, organisation_id, kind)"
                        + " INSERT INTO group_member (group_id, organisation_id, kind, worker_id, created_at, updated_at)"
                        + " SELECT id, organisation_id, kind, ?, now(), now() FROM made",
                claims.organisation.value(),
                name,
                person.value()));
    }

    /** Sets the last day on which something happened. */
    void lastActive(PersonId person, LocalDate day) {
        claims.owner.useHandle(
                handle -> handle.execute("UPDATE worker SET last_activity_on = ? WHERE id = ?", day, person.value()));
    }

    boolean erased(PersonId person) {
        return claims.count("worker WHERE id = ? AND erased_at IS NOT NULL", person.value()) == 1;
    }

    @Override
    public void close() {
        claims.close();
    }
}
