package fr.badgesiae.api.reopening;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.holder.OpenSpace;
import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.holder.access.AnswerWithFormerCard;
import fr.badgesiae.api.holder.access.ObjectToReopening;
import fr.badgesiae.api.holder.access.ReopeningState;
import fr.badgesiae.api.holder.access.ShowNotice;
import fr.badgesiae.api.holder.access.SpaceNotice;
import fr.badgesiae.api.holder.access.SpaceNotices;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.auth.TestSessions;
import fr.badgesiae.api.platform.client.Client;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A space with a card, anew for each test, and what a desk and its holder do when the card is lost. */
final class CardedSpace implements BeforeEachCallback, AfterEachCallback {
    static final String PIN = "271828";
    static final String NEW_PIN = "161803";

    static final List<String> OF_BADGES =
            List.of("credential", "credential_document", "award", "acceptance", "share_link");

    ClaimFixture fixture;
    PersonId person;
    HolderId holder;
    Code card;
    Principal counsellor;
    Sessions sessions;

    @Override
    public void beforeEach(ExtensionContext context) {
        fixture = ClaimFixture.open();
        OfferId offer = fixture.offered();
        card = fixture.carded(offer, PIN);
        person = fixture.find(offer).person().id();
        holder = fixture.person(person).holder();
        counsellor = member(fixture.counsellor, Role.COUNSELLOR);
        sessions = new Sessions(
                fixture.platform.database(),
                fixture.platform.settings(),
                fixture.platform.vault(),
                fixture.platform.ids(),
                fixture.platform.clock());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        fixture.close();
    }

    Principal member(AccountId account, Role role) {
        return new Principal(account, fixture.organisation, role, "Alix", "Atelier", UUID.randomUUID());
    }

    ReopenAccess.Outcome make(Principal by) {
        return fixture.reopenings.reopen().apply(by, person, ReopeningReason.LOST_CARD);
    }

    SlipSecrets.Clear slip() {
        assertThat(make(counsellor)).isEqualTo(ReopenAccess.Outcome.MADE);
        ReopeningSlips slips = fixture.reopenings.slips();
        return new PrintReopening(
                        fixture.platform, new Organisations(fixture.platform.database()), fixture.people, slips)
                .apply(counsellor, person)
                .secrets();
    }

    UseReopening.Outcome use(SlipSecrets.Clear slip) {
        return fixture.reopenings.use().apply(slip.code(), slip.pin(), NEW_PIN, Client.unknown());
    }

    void reopened() {
        assertThat(use(slip())).isInstanceOf(UseReopening.Opened.class).hasFieldOrPropertyWithValue("holder", holder);
    }

    OpenSpace.Outcome open(Code code, String pin) {
        return fixture.holders.space().apply(code, pin, Client.unknown());
    }

    Optional<Code> shownCard() {
        return fixture.platform
                .database()
                .inHolder(holder, handle -> fixture.holders.cards().shown(handle, holder));
    }

    ReopeningState state() {
        return fixture.owner.withHandle(
                handle -> handle.select("SELECT state FROM access_reopening ORDER BY created_at DESC LIMIT 1")
                        .mapTo(ReopeningState.class)
                        .one());
    }

    HolderPrincipal session() {
        assertThat(new TestSessions(fixture.platform, sessions).openHolder(holder))
                .hasSize(1);
        return fixture.owner.withHandle(handle -> new HolderPrincipal(
                holder,
                handle.select("SELECT id FROM session WHERE holder_id = ? ORDER BY created_at DESC", holder.value())
                        .mapTo(UUID.class)
                        .first(),
                FrenchZone.PARIS));
    }

    long openSessions() {
        return fixture.count("session WHERE holder_id = ?", holder.value());
    }

    AnswerWithFormerCard former() {
        return new AnswerWithFormerCard(
                fixture.platform.database(),
                sessions,
                fixture.platform.clock(),
                fixture.platform.audit(),
                RecoveryCards.WAIT);
    }

    SpaceNotice notice() {
        SpaceNotices notices = new SpaceNotices(fixture.platform.clock(), RecoveryCards.WAIT);
        return new ShowNotice(fixture.platform.database(), notices).apply(holder);
    }

    /** The same badge from another organisation, with a link that shows it. */
    OrganisationId anotherOrganisation() {
        OrganisationId other = fixture.setup.organisation("Le Panier du Coin");
        fixture.owner.useHandle(handle -> {
            handle.execute("""
                    INSERT INTO share_link (id, organisation_id, holder_id, credential_id, code_lookup, code_sealed, label,
                        created_at, ends_at)
                    SELECT gen_random_uuid(), organisation_id, holder_id, id, sha256('ours'), '', 'Pour un employeur', now(),
                           now() + interval '1 year'
                    FROM credential WHERE holder_id = ?
                    """, holder.value());
            for (String table : OF_BADGES) {
                handle.execute("""
                        DO $$ DECLARE c record; BEGIN
                        FOR c IN SELECT conname FROM pg_constraint WHERE conrelid = 'OWN_ROWS'::regclass AND contype = 'f' LOOP
                            EXECUTE format('ALTER TABLE OWN_ROWS DROP CONSTRAINT %I', c.conname);
                        END LOOP; END $$
                        """.replace("OWN_ROWS", table));
                handle.execute("""
                        INSERT INTO OWN_ROWS
                        SELECT (jsonb_populate_record(t, jsonb_build_object(
                            'id', gen_random_uuid(), 'organisation_id', ?, 'award_id', gen_random_uuid(),
                            'offer_id', gen_random_uuid(), 'credential_id', gen_random_uuid(),
                            'status_list_id', gen_random_uuid(), 'code_lookup', sha256('theirs')))).*
                        FROM OWN_ROWS t WHERE holder_id = ?
                        """.replace("OWN_ROWS", table), other.value(), holder.value());
            }
        });
        return other;
    }

    List<Long> seenOf(OrganisationId organisation) {
        return fixture.platform
                .database()
                .inHolder(
                        holder,
                        handle -> OF_BADGES.stream()
                                .map(table -> handle.select(
                                                "SELECT count(*) FROM " + table + " WHERE organisation_id = ?",
                                                organisation.value())
                                        .mapTo(Long.class)
                                        .one())
                                .toList());
    }

    boolean object(HolderPrincipal by) {
        return new ObjectToReopening(
                        fixture.platform.database(),
                        sessions,
                        fixture.platform.clock(),
                        fixture.platform.audit(),
                        RecoveryCards.WAIT)
                .apply(by);
    }
}
