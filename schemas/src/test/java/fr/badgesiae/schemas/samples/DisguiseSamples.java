package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Badge.achievement;
import static fr.badgesiae.schemas.samples.Badge.status;
import static fr.badgesiae.schemas.samples.Badge.subject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Badges whose JSON was changed after signing, but not their RDF: the proof still covers them, the checks read others. */
final class DisguiseSamples {
    /** A place where an honest badge may use the credential’s id again. */
    private record Host(String name, Consumer<ObjectNode> prepare, Function<ObjectNode, ObjectNode> find) {}

    /** A statement that one of the checks acts on. */
    private record Member(String name, String term, Consumer<ObjectNode> prepare) {}

    /**
     * A badge and its disguise.
     *
     * @param honest as its issuer signed it, without the proof
     * @param change after signing
     */
    record Disguise(String name, String about, ObjectNode honest, Consumer<ObjectNode> change) {
        ObjectNode changed() {
            ObjectNode badge = honest.deepCopy();
            change.accept(badge);
            return badge;
        }

        Made made() {
            ObjectNode badge = DataIntegrity.sign(honest, Issuers.ATELIER_ED, Issuers.ATELIER_ED_METHOD, Badge.CREATED);
            change.accept(badge);
            Expected expected = Expected.sound()
                    .but("CONTEXT", "FAILED context.disguised-statement")
                    .unproven("FAILED proof.document-unsafe");
            return Made.json("disguised-" + name, about, badge, expected);
        }
    }

    private static final List<Host> HOSTS = List.of(
            new Host("related", b -> ReusedIdSamples.related(b, id(b)), b ->
                    (ObjectNode) achievement(b).at("/related/0")),
            new Host("evidence", b -> ReusedIdSamples.evidence(b, id(b)), b -> (ObjectNode) b.at("/evidence/0")),
            new Host("achievement", b -> achievement(b).put("id", id(b)), Badge::achievement),
            new Host("subject", b -> subject(b).put("id", id(b)), Badge::subject),
            new Host("criteria", b -> ReusedIdSamples.criteria(b).put("id", id(b)), ReusedIdSamples::criteria));

    private static final List<Member> MEMBERS = List.of(
            new Member("end-date", "validUntil", b -> b.put("validUntil", "2026-11-01T08:00:00Z")),
            new Member("status", "credentialStatus", DisguiseSamples::revoke),
            new Member("refresh", "refreshService", DisguiseSamples::refreshed));

    private DisguiseSamples() {}

    static List<Made> all() {
        return disguises().stream().map(Disguise::made).toList();
    }

    static List<Disguise> disguises() {
        List<Disguise> all = new ArrayList<>();
        for (Member member : MEMBERS) {
            for (Host host : HOSTS) {
                all.add(moved(member, host));
            }
        }
        all.add(new Disguise(
                "names-swapped",
                "the names of the badge and of the achievement, of one id, swapped",
                Badge.unsigned(b -> achievement(b).put("id", id(b)).put("name", "Conduire un projet")),
                DisguiseSamples::swapNames));
        all.add(new Disguise(
                "statuses-swapped",
                "the indexes of two status entries of one id swapped, so that none is set",
                Badge.unsigned(DisguiseSamples::twoStatuses),
                DisguiseSamples::swapIndexes));
        return all;
    }

    private static Disguise moved(Member member, Host host) {
        ObjectNode honest = Badge.unsigned(b -> {
            member.prepare().accept(b);
            host.prepare().accept(b);
        });
        return new Disguise(
                member.name() + "-in-" + host.name(),
                member.term() + " moved into " + host.name() + ", of the credential’s id",
                honest,
                b -> move(member.term(), b, host.find().apply(b)));
    }

    private static void move(String member, ObjectNode badge, ObjectNode host) {
        JsonNode value = badge.remove(member);
        ArrayNode types = host.path("type").isArray() ? (ArrayNode) host.get("type") : host.putArray("type");
        types.add("VerifiableCredential");
        host.set(member, value);
    }

    private static String id(ObjectNode badge) {
        return ReusedIdSamples.id(badge);
    }

    private static void revoke(ObjectNode badge) {
        status(badge).put("statusListIndex", StatusLists.REVOKED_INDEX);
    }

    private static void refreshed(ObjectNode badge) {
        badge.set("refreshService", Json.object("""
                {"id":"https://badges.example/credentials/7K2MX0Q9TDWE/refresh","type":"1EdTechCredentialRefresh"}
                """));
    }

    private static void swapNames(ObjectNode badge) {
        JsonNode name = badge.get("name");
        badge.set("name", achievement(badge).get("name"));
        achievement(badge).set("name", name);
    }

    private static void twoStatuses(ObjectNode badge) {
        revoke(badge);
        ObjectNode suspension = status(badge)
                .deepCopy()
                .put("statusPurpose", "suspension")
                .put("statusListIndex", "4821")
                .put("statusListCredential", StatusLists.url("atelier-2"));
        ObjectNode revocation = status(badge);
        badge.putArray("credentialStatus").add(revocation).add(suspension);
    }

    /** The revoked index is then read in the list of suspensions, where it is not set. */
    private static void swapIndexes(ObjectNode badge) {
        ((ObjectNode) badge.at("/credentialStatus/0")).put("statusListIndex", "4821");
        ((ObjectNode) badge.at("/credentialStatus/1")).put("statusListIndex", StatusLists.REVOKED_INDEX);
    }
}
