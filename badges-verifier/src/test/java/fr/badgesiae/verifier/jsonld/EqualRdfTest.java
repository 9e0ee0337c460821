package fr.badgesiae.verifier.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLdError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.BadgeSummary;
import fr.badgesiae.verifier.SignedBadges;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.CanonicalForm.Canonical;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Statements moved between nodes of one id: the RDF and the proof stay, the JSON that the checks read does not. */
class EqualRdfTest {
    private static final long SEED = 20261129L;
    private static final int ROUNDS = 2_000;
    private static final String LIST = "https://badges.example/status/1";
    private static final String SUSPENSIONS = "https://badges.example/status/2";

    /** Members of the credential that decide the verdict. */
    private static final List<String> DECISIVE = List.of(
            "id", "issuer", "validFrom", "validUntil", "credentialStatus", "credentialSchema", "refreshService");

    /** Members of these that a check reads. */
    private static final List<String> READ =
            List.of("id", "statusPurpose", "statusListIndex", "statusListCredential", "statusSize");

    private static final String PARTS = """
            {"description":"Accueillir le public","image":{"id":"https://badges.example/1.png","type":"Image"},
             "awardedDate":"2026-01-01T00:00:00Z",
             "refreshService":{"id":"https://badges.example/refresh/1","type":"1EdTechCredentialRefresh"},
             "termsOfUse":[{"id":"https://badges.example/terms/1","type":"1EdTechCredentialRefresh"}],
             "evidence":[{"id":"https://badges.example/evidence/1","type":["Evidence"],"narrative":"Preuve",
               "name":"Accueillir","genre":"Récit"}],
             "related":[{"id":"https://badges.example/achievements/1/2","type":["Related"],"version":"2"}],
             "creator":{"id":"https://badges.example/createur","type":["Profile"],"name":"Autre atelier",
               "url":"https://atelier.example/"},
             "schema":{"id":"https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
               "type":"1EdTechJsonSchemaValidator2019"}}
            """;

    private final JsonLd jsonLd = new JsonLd(new BundledContexts());
    private final SignedBadges issuer = new SignedBadges();

    @Test
    void whatHasTheRdfOfAnotherBadgeIsNeverValidUnlessItSaysTheSame() {
        issuer.publish(LIST, issuer.signed(SignedBadges.list(LIST, "revocation", 5, issuer.did())));
        issuer.publish(SUSPENSIONS, issuer.signed(SignedBadges.list(SUSPENSIONS, "suspension", 7, issuer.did())));
        VerificationPolicy policy = issuer.policy();
        Random random = new Random(SEED);
        int equal = 0;
        int valid = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode honest = badge(random);
            ObjectNode changed = honest.deepCopy();
            for (int change = random.nextInt(3); change >= 0; change--) {
                move(changed, random);
            }
            Optional<String> signed = changed.equals(honest) ? Optional.empty() : canonical(honest);
            if (signed.isEmpty() || !canonical(changed).equals(signed)) {
                continue;
            }
            equal++;
            ObjectNode badge = changed.deepCopy();
            badge.set("proof", issuer.signed(honest, signed.get()).get("proof"));
            VerificationReport report = SignedBadges.judge(badge, policy);
            if (report.verdict() == Verdict.VALID) {
                valid++;
                assertThat(content(changed))
                        .as("seed %s round %s: %s%n%s", SEED, round, honest, changed)
                        .isEqualTo(content(honest));
            }
        }
        assertThat(equal).as("badges of equal RDF").isGreaterThan(ROUNDS / 10);
        assertThat(valid).as("allowed uses of an id").isBetween(ROUNDS / 200, equal);
    }

    /** The decisive members, without the order of lists, and the summary of the report. */
    private static List<Object> content(ObjectNode badge) {
        List<Object> content = new ArrayList<>();
        for (String member : DECISIVE) {
            Set<String> values = new TreeSet<>();
            JsonNode value = badge.path(member);
            (value.isArray() ? value : List.of(value)).forEach(item -> values.add(read(item)));
            content.add(values);
        }
        BadgeSummary summary = BadgeSummary.ofCredential(badge);
        content.addAll(Arrays.asList(summary.achievement(), summary.description(), summary.recipient()));
        content.addAll(Arrays.asList(summary.issuerId(), summary.issuerName(), summary.from(), summary.until()));
        JsonNode achievement = badge.at("/credentialSubject/achievement");
        content.add(stated(badge, achievement, "image"));
        content.add(stated(badge, achievement.path("criteria"), "narrative"));
        return content;
    }

    private static String read(JsonNode item) {
        return item instanceof ObjectNode node ? node.deepCopy().retain(READ).toString() : item.toString();
    }

    /** What the issuer states of a node, wherever; a text and its other places in the badge are the same statement. */
    @SuppressWarnings("ReferenceEquality") // two nodes may have equal content
    private static Set<JsonNode> stated(ObjectNode badge, JsonNode node, String name) {
        Set<JsonNode> values = new LinkedHashSet<>();
        for (ObjectNode other : nodes(badge)) {
            JsonNode value = other.path(name).path("id");
            boolean same = node == other || (node.has("id") && node.get("id").equals(other.get("id")));
            if (same && other.has(name)) {
                values.add(value.isMissingNode() ? other.get(name) : value);
            }
        }
        return values;
    }

    private ObjectNode badge(Random random) {
        ObjectNode badge = issuer.badge();
        ObjectNode parts = ReferenceData.parse(PARTS);
        ((ArrayNode) badge.get("@context")).add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        badge.put("validUntil", random.nextBoolean() ? "2030-01-01T00:00:00Z" : "2026-10-01T00:00:00Z");
        for (String member :
                List.of("description", "image", "awardedDate", "refreshService", "termsOfUse", "evidence")) {
            if (random.nextBoolean()) {
                badge.set(member, parts.get(member));
            }
        }
        ObjectNode achievement = (ObjectNode) badge.at("/credentialSubject/achievement");
        for (String member : List.of("image", "related", "creator")) {
            if (random.nextBoolean()) {
                achievement.set(member, parts.get(member).deepCopy());
            }
        }
        ArrayNode statuses = badge.putArray("credentialStatus");
        if (random.nextBoolean()) {
            statuses.add(SignedBadges.entry(LIST, "revocation", 5 + random.nextInt(2)));
        }
        if (random.nextBoolean()) {
            statuses.add(SignedBadges.entry(SUSPENSIONS, "suspension", 5 + random.nextInt(2)));
        }
        if (statuses.isEmpty()) {
            badge.remove("credentialStatus");
        }
        if (random.nextBoolean()) {
            badge.putArray("credentialSchema").add(parts.get("schema"));
        }
        shareIds(badge, random);
        return badge;
    }

    /** Most ids become the credential’s; two objects of one property may also share another id. */
    @SuppressWarnings("ReferenceEquality") // two nodes may have equal content
    private static void shareIds(ObjectNode badge, Random random) {
        List<ObjectNode> nodes = nodes(badge);
        for (int share = random.nextInt(3); share >= 0; share--) {
            ObjectNode node = nodes.get(1 + random.nextInt(nodes.size() - 1));
            if (node != badge.get("issuer")) {
                node.set("id", badge.get("id"));
            }
        }
        if (badge.path("credentialStatus").size() == 2) {
            ((ObjectNode) badge.at("/credentialStatus/0")).set("id", badge.at("/credentialStatus/1/id"));
        }
    }

    /** Moves or exchanges one member between two nodes of one id, with the types that define it. */
    @SuppressWarnings("ReferenceEquality") // two nodes may have equal content
    private static void move(ObjectNode badge, Random random) {
        List<ObjectNode> nodes = nodes(badge);
        Collections.shuffle(nodes, random);
        for (ObjectNode from : nodes) {
            for (ObjectNode to : nodes) {
                if (from != to && from.path("id").isTextual() && from.get("id").equals(to.get("id"))) {
                    move(from, to, random);
                    return;
                }
            }
        }
    }

    private static void move(ObjectNode from, ObjectNode to, Random random) {
        List<String> names = new ArrayList<>();
        from.fieldNames().forEachRemaining(names::add);
        names.removeAll(List.of("id", "@context", "type"));
        if (names.isEmpty()) {
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        JsonNode moved = from.remove(name);
        if (to.has(name)) {
            from.set(name, to.get(name));
        }
        to.set(name, moved);
        if (random.nextInt(3) > 0) {
            ArrayNode types = to.arrayNode();
            Set<JsonNode> all = new LinkedHashSet<>(list(to.path("type")));
            all.addAll(list(from.path("type")));
            types.addAll(all);
            to.set("type", types);
        }
    }

    private static List<JsonNode> list(JsonNode node) {
        List<JsonNode> items = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(items::add);
        } else if (node.isTextual()) {
            items.add(node);
        }
        return items;
    }

    /** Every node that may have an id, the root first. */
    private static List<ObjectNode> nodes(JsonNode tree) {
        List<ObjectNode> nodes = new ArrayList<>();
        if (tree instanceof ObjectNode node) {
            nodes.add(node);
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                nodes.addAll(nodes(member.getValue()));
            }
        } else if (tree.isArray()) {
            tree.forEach(item -> nodes.addAll(nodes(item)));
        }
        return nodes;
    }

    /** The canonical form outside safe mode, as most issuers compute it. */
    private Optional<String> canonical(ObjectNode badge) {
        try {
            RdfWriter writer = new RdfWriter(JsonLd.MAX_QUADS);
            writer.writeRoot(jsonLd.expandedRoot(badge));
            CanonicalForm form = new Canonicalizer(200_000)
                    .canonicalize(writer.quads(), HashAlgorithm.SHA_256, UnaryOperator.identity());
            return form instanceof Canonical canonical ? Optional.of(canonical.nquads()) : Optional.empty();
        } catch (RefusedException | JsonLdError e) {
            return Optional.empty();
        }
    }
}
