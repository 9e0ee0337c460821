package fr.badgesiae.api.credential;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.credential.evidence.EvidencePart;
import fr.badgesiae.api.issuer.IssuerProfiles;
import fr.badgesiae.api.organisation.zone.Zones;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.statuslist.StatusIndex;
import fr.badgesiae.api.statuslist.StatusLists;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Composes the unsigned Open Badges 3.0 credential of a statement, in one language, without null or empty values. */
public final class ComposeCredential {
    /** The contexts of every badge, in this order. */
    public static final List<String> CONTEXTS = List.of(
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SCHEMA =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";
    /** Placeholder in a preview for the id, the status entry and the date of signing. */
    private static final String MARK = "…";

    private final Settings settings;
    private final Database database;
    private final IssuerProfiles issuers;
    private final StatusLists statusLists;

    ComposeCredential(Settings settings, Database database, IssuerProfiles issuers, StatusLists statusLists) {
        this.settings = settings;
        this.database = database;
        this.issuers = issuers;
        this.statusLists = statusLists;
    }

    /** The credential as it would be signed, with placeholders for id, status entry and date of signing. */
    public ObjectNode preview(AwardStatement statement) {
        ObjectNode status = statusLists.entry(settings.url("/status/" + MARK), MARK);
        return database.inOrganisation(
                statement.organisation(),
                handle -> compose(
                        handle,
                        statement,
                        url(MARK),
                        MARK,
                        validUntil(statement, Zones.of(handle, statement.organisation())),
                        status));
    }

    ObjectNode compose(
            Handle handle,
            AwardStatement statement,
            CredentialId id,
            Instant validFrom,
            Optional<Instant> validUntil,
            StatusIndex place) {
        return compose(
                handle, statement, url(id.toString()), validFrom.toString(), validUntil, statusLists.entry(place));
    }

    String url(String id) {
        return settings.url("/credentials/" + id);
    }

    /** The last second of the last day in the zone of the organisation; empty for a badge without end of validity. */
    static Optional<Instant> validUntil(AwardStatement statement, FrenchZone zone) {
        return Optional.ofNullable(statement.achievement().content().validityMonths())
                .map(months -> statement.awardedOn().plusMonths(months))
                .map(last -> last.atTime(LocalTime.of(23, 59, 59))
                        .atZone(zone.zone())
                        .toInstant());
    }

    /** A code on paper ends within twelve months: whoever reads it without a network learns late what happened since. */
    static Optional<Instant> validUntil(AwardStatement statement, FrenchZone zone, Instant validFrom) {
        Optional<Instant> end = validUntil(statement, zone);
        if (statement.wallet() == null || !statement.wallet().isOfflineCode()) {
            return end;
        }
        Instant year = validFrom.atOffset(ZoneOffset.UTC).plusMonths(12).toInstant();
        return Optional.of(end.filter(year::isAfter).orElse(year));
    }

    private ObjectNode compose(
            Handle handle,
            AwardStatement statement,
            String url,
            String validFrom,
            Optional<Instant> validUntil,
            ObjectNode status) {
        PublishedAchievement achievement = statement.achievement();
        ObjectNode json = JSON.objectNode();
        CONTEXTS.forEach(json.putArray("@context")::add);
        json.put("id", url);
        json.putArray("type").add("VerifiableCredential").add("OpenBadgeCredential");
        json.put("name", achievement.name());
        json.put("description", achievement.content().description());
        json.putObject("image").put("id", achievement.imageUrl()).put("type", "Image");
        json.set("issuer", issuers.find(handle, statement.organisation()).orElseThrow());
        json.put("validFrom", validFrom);
        validUntil.ifPresent(until -> json.put("validUntil", until.toString()));
        json.put("awardedDate", awardedDate(statement.awardedOn()));
        json.set("credentialSubject", subject(statement));
        if (statement.showEvidence() && !statement.evidence().isBlank()) {
            ArrayNode evidence = json.putArray("evidence");
            EvidencePart.of(statement.evidence()).forEach(part -> evidence.add(part.json()));
        }
        json.set("credentialStatus", status);
        json.putArray("credentialSchema")
                .add(JSON.objectNode().put("id", SCHEMA).put("type", "1EdTechJsonSchemaValidator2019"));
        return json;
    }

    /** Midnight UTC stands for the day, wherever it is read. */
    private static String awardedDate(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC).toString();
    }

    private static ObjectNode subject(AwardStatement statement) {
        PublishedAchievement achievement = statement.achievement();
        ObjectNode subject = JSON.objectNode();
        subject.put("id", statement.subjectId());
        subject.putArray("type").add("AchievementSubject");
        if (statement.displayedName() != null) {
            subject.putArray("identifier").add(name(statement.displayedName()));
        }
        subject.set("achievement", achievement.json());
        if (!statement.narrative().isBlank()) {
            subject.put("narrative", statement.narrative());
        }
        achievement.resultDescriptionId().ifPresent(description -> {
            ObjectNode result = JSON.objectNode();
            result.putArray("type").add("Result");
            result.put("resultDescription", description);
            result.put("achievedLevel", achievement.achievedLevelId().orElseThrow());
            subject.putArray("result").add(result);
        });
        return subject;
    }

    private static ObjectNode name(String name) {
        return JSON.objectNode()
                .put("type", "IdentityObject")
                .put("hashed", false)
                .put("identityHash", name)
                .put("identityType", "name");
    }
}
