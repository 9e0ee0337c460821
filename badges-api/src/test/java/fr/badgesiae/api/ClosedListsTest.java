package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.account.member.Link;
import fr.badgesiae.api.account.member.Member;
import fr.badgesiae.api.achievement.draft.AchievementState;
import fr.badgesiae.api.achievement.image.ImageType;
import fr.badgesiae.api.bulk.content.AwardRunState;
import fr.badgesiae.api.bulk.content.RunPersonState;
import fr.badgesiae.api.bulk.content.RunReason;
import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.event.content.EntryReason;
import fr.badgesiae.api.event.content.EntryState;
import fr.badgesiae.api.holder.ProveCard;
import fr.badgesiae.api.holder.Visits;
import fr.badgesiae.api.holder.access.ReopeningState;
import fr.badgesiae.api.holder.imported.ImportedForm;
import fr.badgesiae.api.imports.content.Decision;
import fr.badgesiae.api.imports.content.Finding;
import fr.badgesiae.api.imports.content.ImportSource;
import fr.badgesiae.api.imports.content.ImportState;
import fr.badgesiae.api.imports.content.LineReason;
import fr.badgesiae.api.imports.content.LineState;
import fr.badgesiae.api.imports.read.NameColumn;
import fr.badgesiae.api.keys.KeyAlgorithm;
import fr.badgesiae.api.keys.KeyState;
import fr.badgesiae.api.observation.content.ClientReport;
import fr.badgesiae.api.observation.content.Manner;
import fr.badgesiae.api.observation.content.Objection;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.follow.StepKind;
import fr.badgesiae.api.offer.history.StepWay;
import fr.badgesiae.api.offer.text.Dispute;
import fr.badgesiae.api.organisation.OrganisationKind;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.message.Audience;
import fr.badgesiae.api.organisation.pause.PauseReason;
import fr.badgesiae.api.pathway.PathwayExit;
import fr.badgesiae.api.person.content.GroupKind;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.auth.Rights.Right;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.auth.SessionKind;
import fr.badgesiae.api.platform.auth.passkey.Ceremony;
import fr.badgesiae.api.platform.db.TestDatabase;
import fr.badgesiae.api.platform.form.FormAnswerKind;
import fr.badgesiae.api.platform.limits.Limit;
import fr.badgesiae.api.platform.mail.MessageKind;
import fr.badgesiae.api.platform.mail.OutboxState;
import fr.badgesiae.api.privacy.erasure.ErasureReason;
import fr.badgesiae.api.reopening.ReopeningReason;
import fr.badgesiae.api.request.content.RefusalReason;
import fr.badgesiae.api.request.content.RequestState;
import fr.badgesiae.api.wallet.offer.WalletOfferKind;
import fr.badgesiae.api.wallet.openid.OpenidEvent;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.trust.SignedTrustList;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A closed list in a CHECK equals its enum, value for value. A list unknown to this test fails. */
class ClosedListsTest {
    private static final Pattern VALUE = Pattern.compile("'([^']*)'::text");

    private static final Map<String, Class<? extends Enum<?>>> ENUMS = Map.ofEntries(
            Map.entry("acceptance.how", AcceptOffer.How.class),
            Map.entry("acceptance.name_choice", NameChoice.class),
            Map.entry("access_reopening.reason", ReopeningReason.class),
            Map.entry("access_reopening.state", ReopeningState.class),
            Map.entry("achievement.state", AchievementState.class),
            Map.entry("audit_event.actor_kind", Actor.Kind.class),
            Map.entry("award_run.state", AwardRunState.class),
            Map.entry("award_run_person.reason", RunReason.class),
            Map.entry("import_column.field", NameColumn.class),
            Map.entry("people_import.source", ImportSource.class),
            Map.entry("people_import.person_kind", PersonKind.class),
            Map.entry("people_import.state", ImportState.class),
            Map.entry("people_import_row.decision", Decision.class),
            Map.entry("people_import_row.finding", Finding.class),
            Map.entry("people_import_row.reason", LineReason.class),
            Map.entry("people_import_row.state", LineState.class),
            Map.entry("award_run_person.state", RunPersonState.class),
            Map.entry("badge_request.reason", RefusalReason.class),
            Map.entry("badge_request.state", RequestState.class),
            Map.entry("credential.name_choice", NameChoice.class),
            Map.entry("credential.public_reason", PublicReason.class),
            Map.entry("credential.state", CredentialState.class),
            Map.entry("credential.wallet", WalletKind.class),
            Map.entry("delegation.rights", Right.class),
            Map.entry("erasure.reason", ErasureReason.class),
            Map.entry("form_answer.kind", FormAnswerKind.class),
            Map.entry("event_entry.reason", EntryReason.class),
            Map.entry("event_entry.state", EntryState.class),
            Map.entry("group_member.kind", GroupKind.class),
            Map.entry("holder_access.state", ProveCard.State.class),
            Map.entry("holder_contact.kind", MessageKind.class),
            Map.entry("holder_visit.how", Visits.Way.class),
            Map.entry("imported_badge.form", ImportedForm.class),
            Map.entry("imported_badge.headline", Headline.class),
            Map.entry("invitation.kind", Link.Kind.class),
            Map.entry("invitation.role", Role.class),
            Map.entry("membership.rights", Right.class),
            Map.entry("membership.role", Role.class),
            Map.entry("membership.state", Member.State.class),
            Map.entry("network_membership.pause_reason", PauseReason.class),
            Map.entry("client_code.report", ClientReport.class),
            Map.entry("observation.manner", Manner.class),
            Map.entry("observation.objection", Objection.class),
            Map.entry("offer.dispute", Dispute.class),
            Map.entry("offer.state", OfferState.class),
            Map.entry("offer_step.how", StepWay.class),
            Map.entry("offer_step.kind", StepKind.class),
            Map.entry("openid_offer.event", OpenidEvent.class),
            Map.entry("openid_offer.name_choice", NameChoice.class),
            Map.entry("openid_offer.wallet", OpenidWallet.class),
            Map.entry("outbox.kind", MessageKind.class),
            Map.entry("outbox.state", OutboxState.class),
            Map.entry("organisation.kind", OrganisationKind.class),
            Map.entry("organisation.state", OrganisationProfile.State.class),
            Map.entry("passkey_challenge.ceremony", Ceremony.class),
            Map.entry("rights_change.rights_after", Right.class),
            Map.entry("rights_change.rights_before", Right.class),
            Map.entry("session.kind", SessionKind.class),
            Map.entry("signing_key.algorithm", KeyAlgorithm.class),
            Map.entry("signing_key.state", KeyState.class),
            Map.entry("team_assignment.kind", GroupKind.class),
            Map.entry("throttle.name", Limit.class),
            Map.entry("network_message.audience", Audience.class),
            Map.entry("pathway.exit", PathwayExit.class),
            Map.entry("people_group.kind", GroupKind.class),
            Map.entry("trust_entry.state", SignedTrustList.State.class),
            Map.entry("wallet_offer.kind", WalletOfferKind.class),
            Map.entry("worker.kind", PersonKind.class),
            Map.entry("wallet_offer.name_choice", NameChoice.class));

    /** Columns that hold what their enum stands for, not its name. */
    private static final Map<String, Set<String>> VALUES = Map.of(
            "achievement.image_type",
            mediaTypes(),
            "achievement_version.image_type",
            mediaTypes(),
            "organisation_logo.image_type",
            mediaTypes(),
            "organisation.time_zone",
            Arrays.stream(FrenchZone.values()).map(FrenchZone::id).collect(Collectors.toSet()));

    /** Lists that no Java code reads, writes or compares: their values stand in statements alone. */
    private static final Map<String, Set<String>> IN_SQL_ALONE = Map.ofEntries(
            // no statement names the column: pages take their language from the request
            Map.entry("account.language", Set.of("fr", "en")),
            // a condition of an index, written by two statements
            Map.entry("award.state", Set.of("LIVE", "VOIDED")),
            // an enum of the package alone
            Map.entry("erasure.kind", Set.of("DESK_FILE", "SPACE")),
            // one value until there is a second way into a space
            Map.entry("holder_access.kind", Set.of("CARD")),
            // a condition of an index and of statements that find the card in force; no row is read with it
            Map.entry("holder_access.state", Set.of("ACTIVE", "WAITING", "REPLACED")),
            // a condition of indexes and of statements; a row is read as one that waits or not
            Map.entry("imported_badge.state", Set.of("PENDING", "KEPT")),
            // a pause is read as its first day, never as a state
            // how an attempt fails: the enum has a success too
            Map.entry("outbox.failure", Set.of("LATER", "REFUSED", "UNREACHABLE")),
            Map.entry("network_membership.state", Set.of("ACTIVE", "SUSPENDED", "ENDED")));

    private static Map<String, Set<String>> lists() {
        Map<String, Set<String>> lists = new TreeMap<>();
        try (TestDatabase database = TestDatabase.fresh()) {
            database.owner()
                    .useHandle(handle -> handle.createQuery("""
                            SELECT c.conrelid::regclass || '.' || a.attname AS name, pg_get_constraintdef(c.oid) AS list
                            FROM pg_constraint c
                            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                            WHERE c.connamespace = 'public'::regnamespace AND c.contype = 'c'
                              AND array_length(c.conkey, 1) = 1
                              AND a.atttypid IN ('text'::regtype, 'text[]'::regtype)
                              AND pg_get_constraintdef(c.oid)
                                  ~ ('^CHECK \\(\\(' || a.attname || ' (= ANY|= ''|<@ ARRAY)')
                            """)
                            .map((row, context) -> Map.entry(row.getString("name"), values(row.getString("list"))))
                            .forEach(list -> lists.put(list.getKey(), list.getValue())));
        }
        return lists;
    }

    private static Set<String> values(String check) {
        Set<String> values = new TreeSet<>();
        Matcher value = VALUE.matcher(check);
        while (value.find()) {
            values.add(value.group(1));
        }
        return values;
    }

    private static Set<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> mediaTypes() {
        return Arrays.stream(ImageType.values()).map(ImageType::mediaType).collect(Collectors.toSet());
    }

    @Test
    void everyListIsItsEnum() {
        Map<String, Set<String>> known = new TreeMap<>(IN_SQL_ALONE);
        known.putAll(VALUES);
        ENUMS.forEach((column, type) -> known.put(column, names(type)));

        assertThat(lists()).isEqualTo(known);
    }
}
