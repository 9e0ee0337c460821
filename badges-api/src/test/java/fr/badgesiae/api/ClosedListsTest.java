package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.achievement.draft.AchievementState;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.holder.Visits;
import fr.badgesiae.api.keys.KeyAlgorithm;
import fr.badgesiae.api.keys.KeyState;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.text.Dispute;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.db.TestDatabase;
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
            Map.entry("acceptance.name_choice", NameChoice.class),
            Map.entry("achievement.state", AchievementState.class),
            Map.entry("audit_event.actor_kind", Actor.Kind.class),
            Map.entry("credential.name_choice", NameChoice.class),
            Map.entry("credential.public_reason", PublicReason.class),
            Map.entry("credential.state", CredentialState.class),
            Map.entry("holder_visit.how", Visits.Way.class),
            Map.entry("invitation.role", Role.class),
            Map.entry("membership.role", Role.class),
            Map.entry("offer.dispute", Dispute.class),
            Map.entry("offer.state", OfferState.class),
            Map.entry("signing_key.algorithm", KeyAlgorithm.class),
            Map.entry("signing_key.state", KeyState.class),
            Map.entry("trust_entry.state", SignedTrustList.State.class));

    /** Lists written and compared only by the statements of one store: the code has no type for them. */
    private static final Map<String, Set<String>> IN_SQL_ALONE = Map.ofEntries(
            Map.entry("acceptance.how", Set.of("SLIP", "IN_PERSON")),
            // the two languages of the pages
            Map.entry("account.language", Set.of("fr", "en")),
            // media types
            Map.entry("achievement.image_type", Set.of("image/png", "image/svg+xml")),
            Map.entry("achievement_version.image_type", Set.of("image/png", "image/svg+xml")),
            Map.entry("award.state", Set.of("LIVE", "VOIDED")),
            Map.entry("holder_access.kind", Set.of("CARD")),
            Map.entry("holder_access.state", Set.of("ACTIVE", "REPLACED")),
            Map.entry("invitation.kind", Set.of("JOIN", "PASSWORD")),
            Map.entry("membership.state", Set.of("ACTIVE", "DEACTIVATED")),
            Map.entry("network_membership.state", Set.of("ACTIVE", "SUSPENDED", "ENDED")),
            // the kinds that a form offers, and the one that a network alone has
            Map.entry(
                    "organisation.kind",
                    Set.of("AI", "ACI", "EI", "ETTI", "EITI", "GEIQ", "GES", "EBE", "OF", "OTHER", "NETWORK")),
            Map.entry("organisation.state", Set.of("ACTIVE", "SUSPENDED", "CLOSED")),
            // names of the cookies
            Map.entry("session.kind", Set.of("DESK", "CLAIM", "HOLDER")));

    private static Map<String, Set<String>> lists() {
        Map<String, Set<String>> lists = new TreeMap<>();
        try (TestDatabase database = TestDatabase.fresh()) {
            database.owner()
                    .useHandle(handle -> handle.createQuery("""
                            SELECT c.conrelid::regclass || '.' || a.attname AS name, pg_get_constraintdef(c.oid) AS list
                            FROM pg_constraint c
                            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                            WHERE c.connamespace = 'public'::regnamespace AND c.contype = 'c'
                              AND array_length(c.conkey, 1) = 1 AND a.atttypid = 'text'::regtype
                              AND pg_get_constraintdef(c.oid) ~ ('^CHECK \\(\\(' || a.attname || ' = (ANY|'')')
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

    @Test
    void everyListIsItsEnum() {
        Map<String, Set<String>> known = new TreeMap<>(IN_SQL_ALONE);
        ENUMS.forEach((column, type) -> known.put(column, names(type)));

        assertThat(lists()).isEqualTo(known);
    }
}
