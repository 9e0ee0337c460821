package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Badges inside the lists, objects and texts that mail programs, wallets and APIs write. */
final class WrapperSamples {
    private static final String SEVERAL = "INCONCLUSIVE format.several-badges";
    private static final String FORGED = "FAILED proof.signature-invalid";

    private WrapperSamples() {}

    static List<Made> all() {
        List<Made> all = new ArrayList<>(single());
        all.addAll(tokens());
        all.addAll(several());
        all.addAll(refused());
        return all;
    }

    private static List<Made> single() {
        return List.of(
                sound("credential", "the member credential", object("credential", badge())),
                sound(
                        "verifiable-credential",
                        "no type of presentation",
                        object("verifiableCredential", list(badge()))),
                sound(
                        "verifiable-presentation",
                        "a presentation of an exchange",
                        object("verifiablePresentation", held())),
                sound("jwt", "the member jwt", object("jwt", token())),
                sound("oid4vci", "an answer of OpenID4VCI 1.0", oid4vci(token())),
                sound(
                        "oid4vci-draft",
                        "an answer of OpenID4VCI, draft 13",
                        object("credential", token())
                                .put("format", "jwt_vc_json")
                                .put("c_nonce", "n")),
                sound("list-of-one", "a list of one", list(badge())),
                sound(
                        "list-with-nothing",
                        "a list of a badge and of values that say nothing",
                        list(badge()).addNull().add("").add(Json.object("{}")).add(array())),
                Made.text(
                        "valid-wrapped-text.json",
                        "a badge as a JSON string",
                        TextNode.valueOf(Json.compact(PresentationSamples.badge()))
                                .toString(),
                        Expected.sound()),
                sound("three-deep", "a list of objects around a list", list(oid4vci(token()))),
                made(
                        "wrapped-unsigned",
                        "a badge without proof, as sent to an API that issues",
                        object("credential", Badge.unsigned()).put("options", "none"),
                        Expected.sound().unproven("FAILED proof.missing")),
                made(
                        "wrapped-tampered",
                        "a badge changed inside a wrapper",
                        object("credential", tampered()),
                        Expected.sound().unproven(FORGED)));
    }

    private static List<Made> tokens() {
        String jwt = PresentationSamples.jwt();
        return List.of(
                token("quoted", "a token in quotes", "\"" + jwt + "\"\n"),
                token("typographic-quotes", "a token in the quotes of a letter", "“" + jwt + "”"),
                token("lines", "a token over lines of 76 characters", jwt.replaceAll("(.{76})", "$1\n")),
                token("soft-line-breaks", "a token with the line ends of a mail", jwt.replaceAll("(.{75})", "$1=\n")),
                token("blanks", "a token with blanks between its parts", "  " + jwt.replace(".", " .\u00A0")),
                token(
                        "lines-in-json",
                        "a token over lines inside an object",
                        object("jwt", TextNode.valueOf(jwt.replaceAll("(.{64})", "$1\n")))
                                .toString()));
    }

    private static List<Made> several() {
        Expected sound = Expected.sound();
        return List.of(
                two("list", "a list of two badges", list(badge(), token())).holding(sound, sound),
                two("obapi", "an answer of the Open Badges API", obapi()).holding(sound, sound),
                two("list-mixed", "a list of a badge, a token and a wrapper", mixed())
                        .holding(sound, sound, sound),
                two("list-in-presentation", "a list in a wrapper in a presentation", presented())
                        .holding(sound, sound),
                two("list-one-tampered", "a list of a badge and a changed one", list(badge(), tampered()))
                        .holding(sound, Expected.sound().unproven(FORGED)),
                two("list-one-unreadable", "a list of a damaged token and a badge", list(damaged(), badge()))
                        .holding(Expected.unread("FAILED format.not-a-jws"), sound),
                two("list-with-endorsement", "a list of a badge and an endorsement", list(badge(), endorsement()))
                        .holding(sound, Expected.soundWithoutStatus()),
                two(
                                "list-with-number",
                                "a list of a badge and a number",
                                list(badge()).add(3))
                        .holding(sound, Expected.unread("FAILED format.not-a-credential")),
                two("beside-other", "a credential that is no badge, and a badge", list(other(), badge()))
                        .holding(PresentationSamples.ofOther(), sound),
                two("no-badge", "two credentials, neither a badge", list(other(), other()))
                        .holding(PresentationSamples.ofOther(), PresentationSamples.ofOther()));
    }

    private static List<Made> refused() {
        ObjectNode payload = Jws.payload(Badge.unsigned());
        payload.set("credential", badge());
        return List.of(
                unread("too-deep", "four wrappers", list(object("credential", oid4vci(token()))), "wrapped-too-deep"),
                unread("too-many", "twenty-one badges", crowd(), "too-many-badges"),
                unread("too-many-records", "eight times eight records, in lists", records(), "too-many-badges"),
                refused("list-empty", "an empty list", list(), "presentation-empty"),
                refused("list-of-numbers", "a list of numbers", array().add(1).add(2), "not-a-credential"),
                refused(
                        "word",
                        "a wrapper around a word",
                        object("credential", TextNode.valueOf("oui")),
                        "not-a-credential"),
                Made.text(
                        "wrapped-duplicate-key.json",
                        "a field written twice inside a list",
                        "[{\"credential\": {\"id\": \"urn:a:1\", \"id\": \"urn:a:2\"}}]",
                        Expected.unread("FAILED format.duplicate-key")),
                Made.text(
                        "jwt-credential-as-member.jwt",
                        "a badge with a member that wrappers have",
                        JwtSamples.signed(payload),
                        Expected.sound().but("CONTEXT", "WARNING context.undefined-term")));
    }

    private static Made made(String name, String about, JsonNode document, Expected expected) {
        return Made.text(name + ".json", about, Json.pretty(document), expected);
    }

    private static Made sound(String name, String about, JsonNode document) {
        return made("valid-wrapped-" + name, about, document, Expected.sound());
    }

    private static Made token(String name, String about, String text) {
        return Made.text("valid-wrapped-" + name + ".jwt", about, text, Expected.sound());
    }

    private static Made two(String name, String about, JsonNode document) {
        return made("wrapped-" + name, about, document, Expected.unread(SEVERAL));
    }

    private static Made unread(String name, String about, JsonNode document, String reason) {
        return made("wrapped-" + name, about, document, Expected.unread("INCONCLUSIVE format." + reason));
    }

    private static Made refused(String name, String about, JsonNode document, String reason) {
        return made("wrapped-" + name, about, document, Expected.unread("FAILED format." + reason));
    }

    private static ObjectNode badge() {
        return PresentationSamples.badge();
    }

    private static ObjectNode tampered() {
        return Badge.tampered(b -> b.put("name", "Diriger une équipe"));
    }

    private static TextNode token() {
        return TextNode.valueOf(PresentationSamples.jwt());
    }

    private static TextNode damaged() {
        return TextNode.valueOf(PresentationSamples.jwt().replaceFirst("\\.", ".*"));
    }

    private static ObjectNode endorsement() {
        return EndorsementSamples.signed(EndorsementSamples.alone());
    }

    private static ObjectNode object(String member, JsonNode value) {
        ObjectNode wrapper = Json.object("{}");
        wrapper.set(member, value);
        return wrapper;
    }

    private static ArrayNode array() {
        return Json.object("{}").arrayNode();
    }

    private static ArrayNode list(JsonNode... items) {
        return array().addAll(List.of(items));
    }

    private static ObjectNode held() {
        return PresentationSamples.presentation(badge());
    }

    private static ObjectNode oid4vci(JsonNode credential) {
        return object("credentials", list(object("credential", credential))).put("notification_id", "3fwe98js");
    }

    private static ObjectNode obapi() {
        ObjectNode answer = object("credential", list(badge()));
        answer.set("compactJwsString", list(token()));
        return answer;
    }

    private static ArrayNode mixed() {
        return list(badge(), token(), object("jwt", token()));
    }

    private static ObjectNode presented() {
        return PresentationSamples.presentation(object("credential", list(badge(), token())));
    }

    private static ObjectNode other() {
        return PresentationSamples.other();
    }

    private static ArrayNode records() {
        ArrayNode lists = array();
        for (int i = 0; i < 8; i++) {
            ArrayNode list = lists.addArray();
            for (int j = 0; j < 8; j++) {
                list.addObject().put("id", "urn:example:" + i + "." + j).put("type", "ClrCredential");
            }
        }
        return lists;
    }

    private static ArrayNode crowd() {
        ArrayNode list = list();
        for (int i = 0; i < 21; i++) {
            list.add(other().put("id", "urn:example:" + i));
        }
        return list;
    }
}
