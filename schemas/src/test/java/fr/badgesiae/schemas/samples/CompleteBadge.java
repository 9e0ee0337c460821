package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Badge.achievement;
import static fr.badgesiae.schemas.samples.Badge.subject;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills a badge with every optional class of the data model (OB 3.0 B.1); endorsements have no valid proof. */
final class CompleteBadge {
    private static final String REFRESH = """
            {"id":"https://badges.example/credentials/7K2MX0Q9TDWE","type":"1EdTechCredentialRefresh"}
            """;
    private static final String ENDORSEMENT = """
            {"@context":["https://www.w3.org/ns/credentials/v2",
               "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
               "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"],
             "id":"https://badges.example/endorsements/%s",
             "type":["VerifiableCredential","EndorsementCredential"],
             "name":"Recommandation",
             "issuer":{"id":"https://badges.example/issuers/jardin","type":["Profile"],"name":"Le Jardin Partagé"},
             "validFrom":"2026-10-02T08:00:00Z","validUntil":"2028-10-02T08:00:00Z",
             "credentialSubject":{"id":"%s","type":["EndorsementSubject"],
               "endorsementComment":"Cette structure tient parole."},
             "credentialSchema":[
               {"id":"https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json",
                "type":"1EdTechJsonSchemaValidator2019"},
               {"id":"https://badges.example/schemas/recommandation.json","type":"1EdTechJsonSchemaValidator2019"}],
             "credentialStatus":{"id":"https://badges.example/revocations/jardin","type":"1EdTechRevocationList"},
             "refreshService":%s,
             "proof":[{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","created":"2026-10-02T08:00:05Z",
               "verificationMethod":"https://badges.example/issuers/jardin#ed25519-1",
               "proofPurpose":"assertionMethod","proofValue":"z3FictifFictifFictif"}]}
            """;
    private static final String CREATOR = """
            {"id":"did:web:badges.example:issuers:atelier","type":["Profile"],"name":"L’Atelier des Possibles",
             "url":"https://atelier.example/","phone":"+33100000000","email":"accueil@atelier.example",
             "description":"Un chantier d’insertion inventé.","official":"Camille Exemple",
             "image":{"id":"https://badges.example/issuers/atelier/logo.png","type":"Image","caption":"Un établi"},
             "address":{"type":["Address"],"addressCountry":"France","addressCountryCode":"FR",
               "addressRegion":"Exemple","addressLocality":"Villexemple","streetAddress":"1 rue Inventée",
               "postOfficeBoxNumber":"1","postalCode":"00000",
               "geo":{"type":"GeoCoordinates","latitude":1.5,"longitude":2.5}},
             "otherIdentifier":[
               {"type":"IdentifierEntry","identifier":"12345","identifierType":"sourcedId"},
               {"type":"IdentifierEntry","identifier":"67890","identifierType":"nationalIdentityNumber"}],
             "parentOrg":{"id":"did:web:badges.example:issuers:reseau","type":["Profile"],"name":"Réseau Exemple"}}
            """;
    private static final String RESULTS = """
            {"description":[
              {"id":"urn:uuid:00000000-0000-4000-8000-00000000000a","type":["ResultDescription"],
               "name":"Note du projet","resultType":"LetterGrade","allowedValue":["D","C","B","A"],"requiredValue":"C"},
              {"id":"urn:uuid:00000000-0000-4000-8000-00000000000b","type":["ResultDescription"],
               "name":"Niveau","resultType":"RubricCriterionLevel",
               "requiredLevel":"urn:uuid:00000000-0000-4000-8000-00000000000c",
               "rubricCriterionLevel":[{"id":"urn:uuid:00000000-0000-4000-8000-00000000000c",
                 "type":["RubricCriterionLevel"],"name":"Acquis","level":"Acquis","points":"4",
                 "description":"Travaille sans aide."}]}],
             "result":[
              {"type":["Result"],"resultDescription":"urn:uuid:00000000-0000-4000-8000-00000000000a","value":"A"},
              {"type":["Result"],"resultDescription":"urn:uuid:00000000-0000-4000-8000-00000000000b",
               "achievedLevel":"urn:uuid:00000000-0000-4000-8000-00000000000c"},
              {"type":["Result"],"resultDescription":"urn:uuid:00000000-0000-4000-8000-00000000000a",
               "status":"Completed"}]}
            """;
    private static final String SUBJECT = """
            {"activityStartDate":"2026-09-01T08:00:00Z","activityEndDate":"2026-09-30T17:00:00Z","creditsEarned":2,
             "licenseNumber":"A-0001","role":"Équipière","term":"Automne 2026",
             "narrative":"Un rapport et des photographies.",
             "image":{"id":"https://badges.example/achievements/A1/1/image.png","type":"Image"},
             "source":{"id":"https://badges.example/issuers/jardin","type":["Profile"],"name":"Le Jardin Partagé"},
             "identifier":[{"type":"IdentityObject","hashed":false,"identityHash":"camille@exemple.example",
               "identityType":"emailAddress","salt":"sans-objet"}]}
            """;

    private CompleteBadge() {}

    static void fill(ObjectNode badge) {
        ObjectNode creator = Json.object(CREATOR);
        String issuer = creator.get("id").asText();
        creator.putArray("endorsement").add(endorsement("E1", issuer)).add(endorsement("E2", issuer));
        badge.set("issuer", creator.deepCopy());
        badge.withObject("/issuer").putArray("endorsement").add(endorsement("E3", issuer));
        badge.putArray("endorsement").add(endorsement("E4", ReusedIdSamples.id(badge)));
        badge.set("refreshService", Json.object(REFRESH));
        subject(badge).setAll(Json.object(SUBJECT));
        subject(badge).set("result", Json.object(RESULTS).get("result"));
        ObjectNode achievement = achievement(badge);
        achievement.set("creator", creator);
        achievement.set("resultDescription", Json.object(RESULTS).get("description"));
        achievement
                .putArray("endorsement")
                .add(endorsement("E5", achievement.get("id").asText()));
        achievement
                .put("creditsAvailable", 3)
                .put("fieldOfStudy", "Accueil")
                .put("humanCode", "A1")
                .put("specialization", "Équipe");
        ReusedIdSamples.criteria(badge).put("id", achievement.get("id").asText());
        ReusedIdSamples.related(badge, "https://badges.example/achievements/A1/en")
                .put("inLanguage", "en");
        ReusedIdSamples.evidence(badge, "https://badges.example/evidence/1")
                .put("name", "Rapport")
                .put("description", "Le rapport de la période.")
                .put("audience", "Équipe");
    }

    private static ObjectNode endorsement(String name, String about) {
        return Json.object(ENDORSEMENT.formatted(name, about, REFRESH));
    }
}
