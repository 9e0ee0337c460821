package fr.badgesiae.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The badge to sign and verify: as issued by the service, but without a status entry, so that nothing is fetched. */
public final class Badge {
    static final String VALID_FROM = "2026-11-02T09:00:00Z";

    private Badge() {}

    /** The badge with other ids and another narrative. */
    public static ObjectNode numbered(ObjectNode badge, int number) {
        ObjectNode other = badge.deepCopy();
        other.put("id", "https://badges.example/credentials/" + number);
        other.withObject("/credentialSubject")
                .put("id", "urn:uuid:9f0f5d0c-7a3f-4d29-8b63-" + (100_000_000_000L + number))
                .put("narrative", number + " chantiers préparés, de la liste des outils à la zone balisée.");
        return other;
    }

    public static ObjectNode unsigned(String issuer) throws Exception {
        return (ObjectNode) new ObjectMapper().readTree("""
                {"@context":["https://www.w3.org/ns/credentials/v2",
                  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                  "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"],
                 "id":"https://badges.example/credentials/5b3a7f8e-6f1c-4c57-9a55-0f0d2d3c7b11",
                 "type":["VerifiableCredential","OpenBadgeCredential"],
                 "name":"Préparer un chantier",
                 "description":"Préparer seul les outils et la zone de travail.",
                 "issuer":{"id":"%s","type":["Profile"],"name":"Atelier des Deux Rives","url":"https://atelier.example/"},
                 "validFrom":"%s","awardedDate":"%s",
                 "credentialSubject":{"id":"urn:uuid:9f0f5d0c-7a3f-4d29-8b63-2f2f2c3b1a10","type":["AchievementSubject"],
                  "identifier":[{"type":"IdentityObject","identityHash":"Alix E.","identityType":"name","hashed":false}],
                  "narrative":"Alix a préparé quatre chantiers, de la liste des outils à la zone balisée.",
                  "achievement":{"id":"https://badges.example/achievements/1f0c/1","type":["Achievement"],
                   "name":"Préparer un chantier","description":"Préparer seul les outils et la zone de travail.",
                   "criteria":{"narrative":"Prépare les outils, balise la zone, range après le travail."},
                   "achievementType":"Competency","inLanguage":"fr","version":"1",
                   "image":{"id":"https://badges.example/achievements/1f0c/1/image","type":"Image","caption":"Préparer un chantier"},
                   "alignment":[{"type":["Alignment"],"targetCode":"F1702","targetName":"Construction de routes et voies",
                    "targetUrl":"https://candidat.example/metier/F1702","targetFramework":"ROME v4","targetType":"ext:ROME"}]}},
                 "credentialSchema":[{"id":"https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
                  "type":"1EdTechJsonSchemaValidator2019"}]}
                """.formatted(issuer, VALID_FROM, VALID_FROM));
    }
}
