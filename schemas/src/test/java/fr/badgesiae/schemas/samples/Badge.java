package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** The badge that every sample starts from; all its contents are invented. */
final class Badge {
    static final String HOST = "https://badges.example";
    static final String CREATED = "2026-10-01T08:00:05Z";
    private static final String TEXT = """
            {
              "@context": [
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
              ],
              "id": "https://badges.example/credentials/7K2MX0Q9TDWE",
              "type": ["VerifiableCredential", "OpenBadgeCredential"],
              "name": "Travailler en équipe",
              "description": "Participe à un travail commun et aide les autres.",
              "image": { "id": "https://badges.example/achievements/A1/1/image.png", "type": "Image" },
              "issuer": {
                "id": "did:web:badges.example:issuers:atelier",
                "type": ["Profile"],
                "name": "L’Atelier des Possibles",
                "url": "https://atelier.example/",
                "parentOrg": {
                  "id": "did:web:badges.example:issuers:reseau",
                  "type": ["Profile"],
                  "name": "Réseau Exemple"
                }
              },
              "awardedDate": "2026-10-01T08:00:00Z",
              "validFrom": "2026-10-01T08:00:00Z",
              "validUntil": "2028-10-01T08:00:00Z",
              "credentialSubject": {
                "id": "urn:uuid:6f1d2c5e-8a34-4b0e-9f67-2d1c3b4a5e60",
                "type": ["AchievementSubject"],
                "achievement": {
                  "id": "https://badges.example/achievements/A1/1",
                  "type": ["Achievement"],
                  "name": "Travailler en équipe",
                  "description": "Participe à un travail commun et aide les autres.",
                  "criteria": { "narrative": "Prend sa part, prévient, demande et propose de l’aide." },
                  "image": { "id": "https://badges.example/achievements/A1/1/image.png", "type": "Image" },
                  "achievementType": "Competency",
                  "inLanguage": "fr",
                  "version": "1",
                  "tag": ["équipe", "entraide"],
                  "alignment": [
                    {
                      "type": ["Alignment"],
                      "targetName": "Réaliser un travail en équipe",
                      "targetUrl": "https://referentiel.example/competences/400001",
                      "targetCode": "400001",
                      "targetFramework": "Référentiel d’exemple, version 1",
                      "targetType": "ext:ROME"
                    }
                  ]
                }
              },
              "credentialStatus": {
                "id": "https://badges.example/status/atelier-1#4821",
                "type": "BitstringStatusListEntry",
                "statusPurpose": "revocation",
                "statusListIndex": "4821",
                "statusListCredential": "https://badges.example/status/atelier-1"
              },
              "credentialSchema": [
                {
                  "id": "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
                  "type": "1EdTechJsonSchemaValidator2019"
                }
              ]
            }
            """;

    private Badge() {}

    /** The badge as L’Atelier des Possibles would prepare it, not signed. */
    static ObjectNode unsigned() {
        return Json.object(TEXT);
    }

    static ObjectNode unsigned(Consumer<ObjectNode> change) {
        ObjectNode badge = unsigned();
        change.accept(badge);
        return badge;
    }

    /** The badge signed by its issuer, changed before signing. */
    static ObjectNode signed(Consumer<ObjectNode> change) {
        return DataIntegrity.sign(unsigned(change), Issuers.ATELIER_ED, Issuers.ATELIER_ED_METHOD, CREATED);
    }

    /** The badge signed by its issuer, changed after signing. */
    static ObjectNode tampered(Consumer<ObjectNode> change) {
        ObjectNode badge = signed(unchanged -> {});
        change.accept(badge);
        return badge;
    }

    /** Puts another issuer, without status: only L’Atelier keeps lists. */
    static void issuer(ObjectNode badge, String id, String name) {
        badge.set(
                "issuer", Json.object("{\"type\":[\"Profile\"]}").put("id", id).put("name", name));
        badge.remove("credentialStatus");
    }

    static ObjectNode subject(ObjectNode badge) {
        return (ObjectNode) badge.get("credentialSubject");
    }

    static ObjectNode achievement(ObjectNode badge) {
        return (ObjectNode) badge.at("/credentialSubject/achievement");
    }

    static ObjectNode status(ObjectNode badge) {
        return (ObjectNode) badge.get("credentialStatus");
    }
}
