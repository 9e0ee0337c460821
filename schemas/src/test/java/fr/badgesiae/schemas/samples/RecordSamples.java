package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Comprehensive Learner Records (CLR 2.0): a report for the record, then one for each badge inside. */
final class RecordSamples {
    private static final String TEXT = """
            {
              "@context": [
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
              ],
              "id": "https://badges.example/records/R1",
              "type": ["VerifiableCredential", "ClrCredential"],
              "name": "Relevé de Camille",
              "issuer": {
                "id": "did:web:badges.example:issuers:atelier",
                "type": ["Profile"],
                "name": "L’Atelier des Possibles"
              },
              "validFrom": "2026-10-05T08:00:00Z",
              "credentialSubject": {
                "id": "urn:uuid:6f1d2c5e-8a34-4b0e-9f67-2d1c3b4a5e60",
                "type": ["ClrSubject"],
                "verifiableCredential": []
              },
              "credentialSchema": [
                {
                  "id": "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json",
                  "type": "1EdTechJsonSchemaValidator2019"
                }
              ]
            }
            """;
    private static final String OF_RECORD = "INCONCLUSIVE proof.part-of-record";
    private static final String FORGED = "FAILED proof.signature-invalid";

    private RecordSamples() {}

    static List<Made> all() {
        return List.of(
                Made.json("valid-record", "a record of two badges", signed(of(badge(1), badge(2))), record())
                        .holding(record(), Expected.sound(), Expected.sound()),
                Made.text("valid-record.jwt", "a record as VC-JWT", jwt(of(badge(1))), record())
                        .holding(record(), Expected.sound()),
                Made.text("record-of-tokens.jwt", "a record of a token and an envelope", jwt(tokens()), loose())
                        .holding(loose(), Expected.sound(), Expected.sound()),
                Made.json(
                                "record-unsigned-badge",
                                "a badge without a proof of its own",
                                signed(of(unsigned())),
                                record())
                        .holding(record(), Expected.sound().unproven(OF_RECORD)),
                tampered(),
                Made.text("record-badge-tampered.jwt", "a record of a changed badge", jwt(of(changed())), record())
                        .holding(record(), Expected.sound().unproven(FORGED)),
                Made.json("record-unsigned", "a record without proof", of(badge(1), unsigned()), missing())
                        .holding(missing(), Expected.sound(), Expected.sound().unproven(OF_RECORD)),
                Made.json("record-empty", "a record of nothing", signed(of()), misshapen("PASSED context.all-defined")),
                Made.text(
                                "record-context-missing.jwt",
                                "a record without the context of records",
                                jwt(withoutContext()),
                                misshapen("FAILED context.order-wrong"))
                        .holding(misshapen("FAILED context.order-wrong"), Expected.sound()),
                Made.json(
                                "record-other-inside",
                                "a record of a badge and of a diploma",
                                signed(withDiploma()),
                                record())
                        .holding(record(), Expected.sound()),
                // A badge over VC 2.0 inside: the terms of both data models are protected.
                Made.text("record-vc11.jwt", "a record over VC 1.1", JwtSamples.signed(version1()), clash())
                        .holding(clash(), Expected.sound()),
                Made.json("record-too-many", "a record of twenty-one credentials", signed(crowd()), record())
                        .holding(record(), Expected.unread("INCONCLUSIVE format.too-many-badges")),
                Made.text("wrapped-record.json", "a record and a badge in a list", wrapped(), several())
                        .holding(record(), Expected.sound(), Expected.sound()));
    }

    private static Expected record() {
        return Expected.soundWithoutStatus();
    }

    private static Expected loose() {
        return record().but("SCHEMA", "WARNING schema.loose-only");
    }

    private static Expected clash() {
        return record().but("CONTEXT", "WARNING context.clash");
    }

    private static Expected missing() {
        return record().unproven("FAILED proof.missing");
    }

    private static Expected misshapen(String context) {
        return record().but("SCHEMA", "FAILED schema.does-not-conform").but("CONTEXT", context);
    }

    private static Expected several() {
        return Expected.unread("INCONCLUSIVE format.several-badges");
    }

    private static Made tampered() {
        ObjectNode record = signed(of(badge(1), unsigned())).put("name", "Relevé d’une autre");
        return Made.json("record-tampered", "a record changed after it was signed", record, record().unproven(FORGED))
                .holding(
                        record().unproven(FORGED),
                        Expected.sound(),
                        Expected.sound().unproven(OF_RECORD));
    }

    private static ObjectNode of(JsonNode... badges) {
        ObjectNode record = Json.object(TEXT);
        record.withObject("/credentialSubject").putArray("verifiableCredential").addAll(List.of(badges));
        return record;
    }

    private static ObjectNode badge(int number) {
        return Badge.signed(b -> b.put("id", Badge.HOST + "/credentials/R1-" + number));
    }

    private static ObjectNode unsigned() {
        return Badge.unsigned(b -> b.put("id", Badge.HOST + "/credentials/R1-0"));
    }

    private static ObjectNode changed() {
        return badge(1).put("name", "Diriger une équipe");
    }

    private static ObjectNode tokens() {
        return of(TextNode.valueOf(PresentationSamples.jwt()), PresentationSamples.envelope());
    }

    private static ObjectNode signed(ObjectNode record) {
        return DataIntegrity.sign(record, Issuers.ATELIER_ED, Issuers.ATELIER_ED_METHOD, "2026-10-05T08:00:05Z");
    }

    private static String jwt(ObjectNode record) {
        return JwtSamples.signed(Jws.payload(record));
    }

    private static ObjectNode withoutContext() {
        ObjectNode record = of(badge(1));
        record.withArray("@context").remove(1);
        return record;
    }

    private static ObjectNode withDiploma() {
        return of(diploma(1), badge(1));
    }

    private static ObjectNode diploma(int number) {
        ObjectNode diploma = Json.object("{}");
        diploma.putArray("@context").add("https://www.w3.org/ns/credentials/v2");
        return diploma.<ObjectNode>setAll(Json.object("""
                {"type":["VerifiableCredential"],"issuer":"did:web:ecole.example","validFrom":"2026-10-01T08:00:00Z",
                "credentialSubject":{"id":"urn:uuid:6f1d2c5e-8a34-4b0e-9f67-2d1c3b4a5e60"}}
                """)).put("id", "urn:example:diploma:" + number);
    }

    private static ObjectNode version1() {
        ObjectNode record = of(badge(1));
        record.withArray("@context").set(0, "https://www.w3.org/2018/credentials/v1");
        ObjectNode payload = Jws.payload(record);
        payload.set("issuanceDate", payload.remove("validFrom"));
        payload.remove("credentialSchema");
        return payload;
    }

    private static ObjectNode crowd() {
        ObjectNode record = of();
        for (int i = 0; i < 21; i++) {
            record.withArray("/credentialSubject/verifiableCredential").add(diploma(i));
        }
        return record;
    }

    private static String wrapped() {
        return "[" + Json.compact(signed(of(badge(1)))) + "," + Json.compact(badge(2)) + "]";
    }
}
