package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Ob2Case.soundHosted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.List;

/** Badges verified for a person, whose name or e-mail address they hold in another spelling, plain or hashed. */
final class RecipientSamples {
    private static final String NAME = "name=Élodie Exemple";
    private static final String EMAIL = "email=elodie.exemple@ici.example";
    private static final String OTHER_SPELLING = "WARNING recipient.matches-in-another-spelling";
    private static final String NOT_MATCHED = "INCONCLUSIVE recipient.hash-not-matched";
    private static final String DIFFERS = "FAILED recipient.differs";

    private RecipientSamples() {}

    static List<Made> all() {
        return List.of(
                plain("valid-recipient-order", "family name first", "name", "Exemple Élodie", NAME, OTHER_SPELLING),
                plain(
                        "valid-recipient-capitals",
                        "the family name in capitals",
                        "name",
                        "EXEMPLE Élodie",
                        NAME,
                        OTHER_SPELLING),
                plain(
                        "valid-recipient-hyphen",
                        "a hyphen for a blank",
                        "name",
                        "Jean-Paul Exemple",
                        "name=Jean Paul Exemple",
                        OTHER_SPELLING),
                plain(
                        "valid-recipient-email-case",
                        "the address with capitals",
                        "emailAddress",
                        "Elodie.Exemple@Ici.example",
                        EMAIL,
                        OTHER_SPELLING),
                plain(
                        "recipient-email-another",
                        "another address",
                        "emailAddress",
                        "camille@ici.example",
                        EMAIL,
                        DIFFERS),
                plain(
                        "recipient-given-names-in-another-order",
                        "the same words, which are another name",
                        "name",
                        "Marie Anne Exemple",
                        "name=Anne Marie Exemple",
                        DIFFERS),
                hashed(
                        "valid-recipient-hashed-order",
                        "family name first, hashed",
                        "name",
                        "Exemple Élodie",
                        NAME,
                        OTHER_SPELLING),
                hashed(
                        "valid-recipient-hashed-accents",
                        "without accents and in capitals, hashed",
                        "name",
                        "ELODIE EXEMPLE",
                        NAME,
                        OTHER_SPELLING),
                hashed(
                        "valid-recipient-hashed-email-case",
                        "the address with capitals, hashed",
                        "emailAddress",
                        "Elodie.EXEMPLE@Ici.example",
                        EMAIL,
                        OTHER_SPELLING),
                hashed(
                        "recipient-hashed-email-another",
                        "another address hashed",
                        "emailAddress",
                        "camille@ici.example",
                        EMAIL,
                        NOT_MATCHED),
                hashed(
                        "recipient-hashed-identifier-another",
                        "another identifier hashed",
                        "sourcedId",
                        "12",
                        "sourcedId=13",
                        NOT_MATCHED),
                undeclared());
    }

    /** Of Open Badges 2.0. */
    static List<Ob2Sample> ofVersion2() {
        return List.of(
                version2(
                        "valid-ob2-recipient-hashed",
                        "the address as known, hashed",
                        hash("elodie.exemple@ici.example", "mer morte"),
                        "PASSED recipient.matches"),
                version2(
                        "valid-ob2-recipient-hashed-case",
                        "the address with capitals, hashed",
                        hash("Elodie.Exemple@Ici.example", "mer morte"),
                        OTHER_SPELLING),
                version2(
                        "ob2-recipient-hashed-another",
                        "another address hashed",
                        hash("camille@ici.example", "mer morte"),
                        NOT_MATCHED),
                version2(
                        "valid-ob2-recipient-case",
                        "the address with capitals, plain",
                        "Elodie.Exemple@Ici.example",
                        OTHER_SPELLING),
                version2("ob2-recipient-another", "another address, plain", "camille@ici.example", DIFFERS));
    }

    private static Made plain(String name, String about, String type, String held, String known, String answer) {
        return made(name, about, identity(type, held).put("hashed", false), known, answer);
    }

    private static Made hashed(String name, String about, String type, String text, String known, String answer) {
        ObjectNode identity =
                identity(type, hash(text, "sel")).put("hashed", true).put("salt", "sel");
        return made(name, about, identity, known, answer);
    }

    private static Made undeclared() {
        ObjectNode identity = identity("name", hash("Exemple Élodie", "")).put("hashed", false);
        return made("recipient-hash-undeclared", "a hash that is not declared as one", identity, NAME, OTHER_SPELLING);
    }

    private static Made made(String name, String about, ObjectNode identity, String known, String answer) {
        return Made.json(
                        name,
                        about,
                        Badge.signed(
                                b -> Badge.subject(b).putArray("identifier").add(identity)),
                        Expected.sound().but("RECIPIENT", answer))
                .asking("recipient", known);
    }

    private static ObjectNode identity(String type, String held) {
        return Json.object("{\"type\":\"IdentityObject\"}")
                .put("identityType", type)
                .put("identityHash", held);
    }

    private static Ob2Sample version2(String name, String about, String identity, String answer) {
        boolean plain = identity.indexOf('@') >= 0;
        Ob2Sample sample = Ob2Case.hosted(name)
                .with(a -> {
                    ObjectNode recipient = a.withObject("/recipient");
                    recipient.put("identity", identity).put("hashed", !plain);
                    if (plain) {
                        recipient.remove("salt");
                    }
                })
                .json(about, soundHosted().but("RECIPIENT", answer));
        return new Ob2Sample(sample.made().asking("recipient", EMAIL), sample.documents());
    }

    private static String hash(String text, String salt) {
        return "sha256$" + HexFormat.of().formatHex(Encodings.sha256(text + salt));
    }
}
