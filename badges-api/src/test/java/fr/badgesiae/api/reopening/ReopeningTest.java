package fr.badgesiae.api.reopening;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.claim.Progress;
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
import fr.badgesiae.api.person.SpaceState;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReopeningTest {
    private static final String PIN = "271828";
    private static final String NEW_PIN = "161803";
    private static final List<String> OF_BADGES =
            List.of("credential", "credential_document", "award", "acceptance", "share_link");

    private ClaimFixture fixture;
    private PersonId person;
    private HolderId holder;
    private Code card;
    private Principal counsellor;
    private Sessions sessions;

    @BeforeEach
    void open() {
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

    @AfterEach
    void close() {
        fixture.close();
    }

    private Principal member(AccountId account, Role role) {
        return new Principal(account, fixture.organisation, role, "Alix", "Atelier", UUID.randomUUID());
    }

    private ReopenAccess.Outcome make(Principal by) {
        return fixture.reopenings.reopen().apply(by, person, ReopeningReason.LOST_CARD);
    }

    private SlipSecrets.Clear slip() {
        assertThat(make(counsellor)).isEqualTo(ReopenAccess.Outcome.MADE);
        ReopeningSlips slips = fixture.reopenings.slips();
        return new PrintReopening(
                        fixture.platform, new Organisations(fixture.platform.database()), fixture.people, slips)
                .apply(counsellor, person)
                .secrets();
    }

    private UseReopening.Outcome use(SlipSecrets.Clear slip) {
        return fixture.reopenings.use().apply(slip.code(), slip.pin(), NEW_PIN, Client.unknown());
    }

    private void reopened() {
        assertThat(use(slip())).isInstanceOf(UseReopening.Opened.class).hasFieldOrPropertyWithValue("holder", holder);
    }

    private OpenSpace.Outcome open(Code code, String pin) {
        return fixture.holders.space().apply(code, pin, Client.unknown());
    }

    private Optional<Code> shownCard() {
        return fixture.platform
                .database()
                .inHolder(holder, handle -> fixture.holders.cards().shown(handle, holder));
    }

    private ReopeningState state() {
        return fixture.owner.withHandle(
                handle -> handle.select("SELECT state FROM access_reopening ORDER BY created_at DESC LIMIT 1")
                        .mapTo(ReopeningState.class)
                        .one());
    }

    private HolderPrincipal session() {
        assertThat(new TestSessions(fixture.platform, sessions).openHolder(holder))
                .hasSize(1);
        return fixture.owner.withHandle(handle -> new HolderPrincipal(
                holder,
                handle.select("SELECT id FROM session WHERE holder_id = ? ORDER BY created_at DESC", holder.value())
                        .mapTo(UUID.class)
                        .first(),
                FrenchZone.PARIS));
    }

    private long openSessions() {
        return fixture.count("session WHERE holder_id = ?", holder.value());
    }

    private AnswerWithFormerCard former() {
        return new AnswerWithFormerCard(
                fixture.platform.database(),
                sessions,
                fixture.platform.clock(),
                fixture.platform.audit(),
                RecoveryCards.WAIT);
    }

    private SpaceNotice notice() {
        SpaceNotices notices = new SpaceNotices(fixture.platform.clock(), RecoveryCards.WAIT);
        return new ShowNotice(fixture.platform.database(), notices).apply(holder);
    }

    /** The same badge from another organisation, with a link that shows it. */
    private OrganisationId anotherOrganisation() {
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

    private List<Long> seenOf(OrganisationId organisation) {
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

    @Test
    void aSlipMakesANewCardAndPinAndEndsEveryOldWayIn() {
        session();
        session();
        reopened();

        Code fresh = shownCard().orElseThrow();
        assertThat(fresh).isNotEqualTo(card);
        assertThat(openSessions()).as("their own").isEqualTo(1);
        assertThat(open(card, PIN)).isInstanceOf(OpenSpace.Replaced.class);
        assertThat(open(fresh, PIN)).isInstanceOf(OpenSpace.Wrong.class);
        assertThat(open(fresh, NEW_PIN))
                .isInstanceOf(OpenSpace.Opened.class)
                .hasFieldOrPropertyWithValue("holder", holder);
        assertThat(shownCard()).as("used once").isEmpty();
        assertThat(fixture.count("audit_event WHERE code = 'ACCESS_REOPENED'")).isEqualTo(1);
        assertThat(fixture.count(
                        "audit_event WHERE code = 'ACCESS_REOPENING_MADE' AND actor_id = ?",
                        fixture.counsellor.value()))
                .isEqualTo(1);
    }

    @Test
    void theOldCardOpensTheSpaceUntilTheSlipIsUsed() {
        SlipSecrets.Clear slip = slip();

        assertThat(open(card, PIN)).isInstanceOf(OpenSpace.Opened.class).hasFieldOrPropertyWithValue("holder", holder);
        assertThat(notice().reopening().state()).isEqualTo(ReopeningState.OPEN);
        assertThat(use(slip)).isInstanceOf(UseReopening.Opened.class);
        assertThat(notice().reopening().state()).isEqualTo(ReopeningState.USED);
        assertThat(use(slip)).isEqualTo(new UseReopening.Shut(FindReopening.Found.USED));
    }

    private ShowCardAgain.Outcome again(SlipSecrets.Clear slip, String pin) {
        return fixture.reopenings.again().apply(slip.code(), pin, Client.unknown());
    }

    private FindReopening.Found found(SlipSecrets.Clear slip) {
        return fixture.reopenings.find().apply(slip.code());
    }

    @Test
    void aUsedSlipLeadsToTheNewCardUntilThatWasUsed() {
        SlipSecrets.Clear slip = slip();
        assertThat(again(slip, NEW_PIN)).as("before its use").isEqualTo(new ShowCardAgain.Over());
        use(slip);
        Code fresh = shownCard().orElseThrow();

        assertThat(found(slip)).isEqualTo(FindReopening.Found.SHOWS_CARD);
        assertThat(again(slip, slip.pin())).as("the PIN on the slip").isEqualTo(new ShowCardAgain.Wrong());
        assertThat(again(slip, PIN)).as("the former PIN").isEqualTo(new ShowCardAgain.Wrong());
        assertThat(again(slip, NEW_PIN))
                .isInstanceOf(ShowCardAgain.Shown.class)
                .hasFieldOrPropertyWithValue("holder", holder);
        assertThat(shownCard()).as("to look at the card is no use of it").contains(fresh);

        assertThat(open(fresh, NEW_PIN)).isInstanceOf(OpenSpace.Opened.class);
        assertThat(found(slip)).isEqualTo(FindReopening.Found.USED);
        assertThat(again(slip, NEW_PIN)).isEqualTo(new ShowCardAgain.Over());
    }

    @Test
    void aUsedSlipLeadsToNoCardThatItDidNotMake() {
        SlipSecrets.Clear first = slip();
        use(first);
        fixture.setup.clock().advance(Duration.ofMinutes(1));
        SlipSecrets.Clear second = slip();
        use(second);
        assertThat(again(first, NEW_PIN)).isEqualTo(new ShowCardAgain.Over());
        assertThat(again(second, NEW_PIN))
                .isInstanceOf(ShowCardAgain.Shown.class)
                .hasFieldOrPropertyWithValue("holder", holder);

        fixture.setup.clock().advance(Duration.ofMinutes(1));
        fixture.platform
                .database()
                .inHolder(holder, handle -> fixture.holders.cards().replace(handle, holder));
        assertThat(shownCard()).isPresent();
        assertThat(again(second, NEW_PIN)).isEqualTo(new ShowCardAgain.Over());
    }

    @Test
    void wrongPinsOnAUsedSlipLockTheCard() {
        SlipSecrets.Clear slip = slip();
        use(slip);
        for (int i = 0; i < 5; i++) {
            assertThat(again(slip, "141421")).isEqualTo(new ShowCardAgain.Wrong());
        }
        assertThat(again(slip, NEW_PIN)).isEqualTo(new ShowCardAgain.Later());
    }

    @Test
    void badgesOfAnotherOrganisationWaitSevenDays() {
        OrganisationId other = anotherOrganisation();
        assertThat(seenOf(other)).isEqualTo(List.of(1L, 1L, 1L, 1L, 1L));
        reopened();

        assertThat(seenOf(other)).isEqualTo(List.of(0L, 0L, 0L, 0L, 0L));
        assertThat(seenOf(fixture.organisation)).isEqualTo(List.of(1L, 1L, 1L, 1L, 1L));
        assertThat(notice().othersWait()).isTrue();

        Code fresh = shownCard().orElseThrow();
        fixture.setup.clock().advance(RecoveryCards.WAIT.minusSeconds(1));
        assertThat(open(fresh, NEW_PIN)).isInstanceOf(OpenSpace.Opened.class);
        assertThat(seenOf(other)).isEqualTo(List.of(0L, 0L, 0L, 0L, 0L));
        fixture.setup.clock().advance(Duration.ofSeconds(2));
        assertThat(open(fresh, NEW_PIN)).isInstanceOf(OpenSpace.Opened.class);
        assertThat(seenOf(other)).isEqualTo(List.of(1L, 1L, 1L, 1L, 1L));
        assertThat(open(card, PIN)).as("no objection after the wait").isNotInstanceOf(OpenSpace.Replaced.class);
    }

    @Test
    void theFormerCardBringsThemBackAtOnce() {
        OrganisationId other = anotherOrganisation();
        reopened();
        OpenSpace.Replaced replaced = (OpenSpace.Replaced) open(card, PIN);

        assertThat(former().apply(holder, replaced.card(), AnswerWithFormerCard.Answer.IT_WAS_ME)
                        .given())
                .isTrue();

        assertThat(seenOf(other)).isEqualTo(List.of(1L, 1L, 1L, 1L, 1L));
        assertThat(state()).isEqualTo(ReopeningState.CONFIRMED);
        assertThat(open(card, PIN)).isInstanceOf(OpenSpace.Wrong.class);
        assertThat(open(shownCard().orElseThrow(), NEW_PIN)).isInstanceOf(OpenSpace.Opened.class);
    }

    @Test
    void whoeverHasTheFormerCardTakesTheSpaceBack() {
        OrganisationId other = anotherOrganisation();
        reopened();
        fixture.setup.clock().advance(Duration.ofMinutes(1));
        reopened();
        Code taken = shownCard().orElseThrow();
        session();
        OpenSpace.Replaced replaced = (OpenSpace.Replaced) open(card, PIN);

        assertThat(former().apply(holder, replaced.card(), AnswerWithFormerCard.Answer.IT_WAS_NOT_ME)
                        .given())
                .isTrue();

        assertThat(openSessions()).as("their own").isEqualTo(1);
        assertThat(open(taken, NEW_PIN)).isInstanceOf(OpenSpace.Wrong.class);
        assertThat(open(card, PIN)).isInstanceOf(OpenSpace.Opened.class).hasFieldOrPropertyWithValue("holder", holder);
        assertThat(seenOf(other)).isEqualTo(List.of(1L, 1L, 1L, 1L, 1L));
        assertThat(state()).isEqualTo(ReopeningState.OBJECTED);
        assertThat(former().apply(holder, replaced.card(), AnswerWithFormerCard.Answer.IT_WAS_ME)
                        .given())
                .as("answered before")
                .isFalse();
    }

    private boolean object(HolderPrincipal by) {
        return new ObjectToReopening(
                        fixture.platform.database(),
                        sessions,
                        fixture.platform.clock(),
                        fixture.platform.audit(),
                        RecoveryCards.WAIT)
                .apply(by);
    }

    @Test
    void anObjectionClosesASlipThatWaits() {
        SlipSecrets.Clear slip = slip();

        assertThat(object(session())).isTrue();

        assertThat(use(slip)).isEqualTo(new UseReopening.Shut(FindReopening.Found.CLOSED));
        assertThat(open(card, PIN)).isInstanceOf(OpenSpace.Opened.class).hasFieldOrPropertyWithValue("holder", holder);
        assertThat(state()).isEqualTo(ReopeningState.OBJECTED);
    }

    @Test
    void afterAnObjectionTheBadgesOfOthersDoNotComeBackByThemselves() {
        OrganisationId other = anotherOrganisation();
        reopened();
        Code fresh = shownCard().orElseThrow();
        assertThat(object(session())).isTrue();

        fixture.setup.clock().advance(RecoveryCards.WAIT.plusDays(30));
        assertThat(open(fresh, NEW_PIN)).isInstanceOf(OpenSpace.Opened.class);

        assertThat(seenOf(other)).isEqualTo(List.of(0L, 0L, 0L, 0L, 0L));
        assertThat(notice().reopening().state()).isEqualTo(ReopeningState.OBJECTED);
    }

    @Test
    void afterAnObjectionOnlyAnAdministratorMakesAnotherSlip() {
        slip();
        assertThat(object(session())).isTrue();

        assertThat(make(counsellor)).isEqualTo(ReopenAccess.Outcome.OBJECTED);
        assertThat(make(member(fixture.counsellor, Role.ORG_ADMIN))).isEqualTo(ReopenAccess.Outcome.MADE);
    }

    @Test
    void aMemberMakesFiveSlipsADay() {
        for (int i = 0; i < ReopenAccess.MOST; i++) {
            assertThat(make(counsellor)).isEqualTo(ReopenAccess.Outcome.MADE);
        }
        assertThat(make(counsellor)).isEqualTo(ReopenAccess.Outcome.TOO_MANY);
        assertThat(make(member(fixture.setup.member(fixture.organisation), Role.COUNSELLOR)))
                .isEqualTo(ReopenAccess.Outcome.MADE);
        fixture.setup.clock().advance(Duration.ofDays(1).plusSeconds(1));
        assertThat(make(counsellor)).isEqualTo(ReopenAccess.Outcome.MADE);
        assertThat(fixture.count("access_reopening WHERE state = 'OPEN'")).isEqualTo(1);
    }

    @Test
    void thePinOfTheSlipIsNoPinOfOnesOwnAndNoAttempt() {
        SlipSecrets.Clear slip = slip();

        assertThat(fixture.reopenings.use().apply(slip.code(), slip.pin(), slip.pin(), Client.unknown()))
                .isEqualTo(new UseReopening.PinOfSlip());
        assertThat(fixture.count("access_reopening WHERE failed_pins = 0 AND state = 'OPEN'"))
                .isEqualTo(1);
        assertThat(use(slip)).isInstanceOf(UseReopening.Opened.class);
    }

    @Test
    void fiveWrongPinsLockTheSlipAndASimplePinIsNoAttempt() {
        SlipSecrets.Clear slip = slip();
        UseReopening use = fixture.reopenings.use();
        String wrong = ClaimFixture.wrong(slip.pin());

        assertThat(use.apply(slip.code(), slip.pin(), "111111", Client.unknown()))
                .isEqualTo(new UseReopening.TooSimple());
        for (int left = 4; left > 0; left--) {
            assertThat(use.apply(slip.code(), wrong, NEW_PIN, Client.unknown()))
                    .isEqualTo(new UseReopening.Wrong(left));
        }
        UseReopening.Shut locked = new UseReopening.Shut(FindReopening.Found.LOCKED);
        assertThat(use.apply(slip.code(), wrong, NEW_PIN, Client.unknown())).isEqualTo(locked);
        assertThat(use(slip)).isEqualTo(locked);
        assertThat(open(card, PIN)).isInstanceOf(OpenSpace.Opened.class).hasFieldOrPropertyWithValue("holder", holder);
    }

    @Test
    void aSlipOpensForTwoDays() {
        SlipSecrets.Clear slip = slip();
        fixture.setup.clock().advance(Reopening.LIFE);

        assertThat(use(slip)).isEqualTo(new UseReopening.Shut(FindReopening.Found.CLOSED));
    }

    /** Whoever makes an offer and accepts it themselves gets no further than its end. */
    @Test
    void noOtherClaimLeadsToTheNewCard() {
        OfferId pending = fixture.offered(person);
        fixture.accepted(pending);
        reopened();
        OfferId later = fixture.offered(person);
        fixture.accepted(later);

        for (OfferId claim : List.of(pending, later)) {
            Progress progress = fixture.claims.progress().apply(fixture.organisation, claim);
            assertThat(progress.step()).isEqualTo(Progress.Step.DONE);
            assertThat(progress.card()).isEmpty();
        }
    }

    private SpaceState.Way way(PersonId whose) {
        return fixture.platform
                .database()
                .inOrganisation(
                        fixture.organisation,
                        handle -> new ReadSpaceState(fixture.platform.clock()).of(handle, fixture.person(whose)))
                .way();
    }

    @Test
    void theDeskKnowsHowAPersonGetsIntoTheirSpace() {
        PersonId fresh = fixture.person();
        assertThat(way(fresh)).isEqualTo(SpaceState.Way.NONE);
        OfferId offer = fixture.offered(fresh);
        fixture.accepted(offer);
        assertThat(way(fresh)).as("no paper was printed").isEqualTo(SpaceState.Way.NO_CARD);

        PersonId other = fixture.person();
        OfferId printed = fixture.offered(other);
        assertThat(fixture.slip(printed)).isNotNull();
        fixture.accepted(printed);
        assertThat(way(other)).isEqualTo(SpaceState.Way.SLIP);

        assertThat(way(person)).isEqualTo(SpaceState.Way.CARD_UNUSED);
        assertThat(open(card, PIN)).isInstanceOf(OpenSpace.Opened.class);
        assertThat(way(person)).isEqualTo(SpaceState.Way.CARD);
        slip();
        assertThat(way(person)).isEqualTo(SpaceState.Way.REOPENING);
    }
}
