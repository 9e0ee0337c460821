package fr.badgesiae.verifier.ob2.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.codec.WebAddresses;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites Open Badges 0.5, 1.0 and 1.1 as 2.0 (ob-2.0, notes on 1.x in each table, and "What has changed in version 2.0").
 * Changes documents in normal form in place.
 */
public final class Upgrade {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern WITHOUT_ZONE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d([.,]\\d{1,9})?)?");
    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}(\\.\\d{1,9})?");

    private Upgrade() {}

    /** @param source the URL that the assertion was read from, or null */
    public static ObjectNode assertion(ObjectNode assertion, @Nullable String source) {
        rename(assertion, Map.of("issued_on", "issuedOn"));
        recipient(assertion);
        verification(assertion);
        if (WebAddresses.web(assertion.path("id").textValue()).isEmpty()) {
            id(assertion, source);
        }
        if (!ParsedCredential.strings(assertion.path("type")).contains("Assertion")) {
            assertion.put("type", "Assertion");
        }
        date(assertion, "issuedOn");
        date(assertion, "expires");
        if (assertion.path("badge") instanceof ObjectNode badge) {
            fromRoot(assertion, badge);
            badgeClass(badge);
        }
        return assertion;
    }

    /** A BadgeClass or an issuer at a URL. */
    public static ObjectNode document(ObjectNode document, String address) {
        if (document.has("criteria") || document.has("issuer")) {
            identify(document, address);
            badgeClass(document);
        } else if (document.has("recipient") || document.has("badge")) {
            assertion(document, address);
        } else if (document.has("url") || document.has("name")) {
            identify(document, address);
            type(document, "Issuer");
        }
        return document;
    }

    private static void identify(ObjectNode document, String address) {
        if (!document.has("id")) {
            document.put("id", address);
        }
    }

    /** 0.5 wrote the recipient as a text: an e-mail address, or its hash. */
    private static void recipient(ObjectNode assertion) {
        JsonNode recipient = assertion.path("recipient");
        if (recipient.isTextual()) {
            ObjectNode identity = assertion.putObject("recipient");
            identity.put("type", "email").put("identity", recipient.textValue());
            identity.put("hashed", recipient.textValue().indexOf('@') < 0);
            if (assertion.path("salt").isTextual()) {
                identity.set("salt", assertion.remove("salt"));
            }
        }
    }

    /** 1.x gives a URL: of a hosted badge the assertion, of a signed one the key. */
    private static void verification(ObjectNode assertion) {
        if (!(assertion.path("verification") instanceof ObjectNode verification)) {
            if (!assertion.has("verification")) {
                assertion.putObject("verification").put("type", "HostedBadge");
            }
            return;
        }
        // A baked reference may say no more than where the assertion is.
        String type = verification.path("type").asText("hosted");
        verification.put("type", TermMap.openBadges2().term(type));
        boolean signed = verification.path("type").asText().equals("SignedBadge");
        if (signed && verification.path("url").isTextual() && !verification.has("creator")) {
            verification.set("creator", verification.path("url"));
        }
    }

    private static void id(ObjectNode assertion, @Nullable String source) {
        JsonNode verification = assertion.path("verification");
        boolean hosted = verification.path("type").asText().equals("HostedBadge");
        if (hosted && verification.path("url").isTextual()) {
            assertion.set("id", verification.path("url"));
        } else if (hosted && WebAddresses.web(source).isPresent()) {
            assertion.put("id", source);
        } else if (!hosted && !assertion.has("id") && assertion.path("uid").isTextual()) {
            assertion.put("id", "uid:" + assertion.path("uid").textValue());
        }
    }

    /** 0.5 wrote URLs relative to the root of the issuer's site. */
    private static void fromRoot(ObjectNode assertion, ObjectNode badge) {
        String origin = badge.path("issuer").path("origin").asText();
        if (WebAddresses.web(origin).isPresent()) {
            fromRoot(assertion, "evidence", origin);
            fromRoot(badge, "image", origin);
            fromRoot(badge, "criteria", origin);
        }
    }

    private static void fromRoot(ObjectNode object, String property, String origin) {
        String path = object.path(property).asText();
        if (path.startsWith("/")) {
            object.put(property, origin.replaceFirst("/$", "") + path);
        }
    }

    private static void badgeClass(ObjectNode badge) {
        type(badge, "BadgeClass");
        for (JsonNode alignment : ParsedCredential.each(badge.path("alignment"))) {
            if (alignment instanceof ObjectNode object) {
                rename(object, Map.of("url", "targetUrl", "name", "targetName", "description", "targetDescription"));
            }
        }
        if (badge.path("issuer") instanceof ObjectNode issuer) {
            rename(issuer, Map.of("contact", "email", "origin", "url"));
            type(issuer, "Issuer");
        }
    }

    /** 1.1 had another name for the class of issuers. */
    private static void type(ObjectNode document, String type) {
        if (!document.has("type") || document.path("type").asText().equals("IssuerOrg")) {
            document.put("type", type);
        }
    }

    private static void rename(ObjectNode object, Map<String, String> names) {
        names.forEach((old, term) -> {
            if (object.has(old) && !object.has(term)) {
                object.set(term, object.remove(old));
            }
        });
    }

    /** Seconds since 1970, a day, or a date-time without offset, as a date-time in UTC. */
    private static void date(ObjectNode assertion, String property) {
        JsonNode value = assertion.path(property);
        String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText("");
        try {
            if (SECONDS.matcher(text).matches()) {
                assertion.put(
                        property,
                        Instant.ofEpochSecond(Long.parseLong(text.replaceFirst("\\..*", "")))
                                .toString());
            } else if (DAY.matcher(text).matches()) {
                assertion.put(
                        property,
                        LocalDate.parse(text)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .toString());
            } else if (WITHOUT_ZONE.matcher(text).matches()) {
                assertion.put(property, text + "Z");
            }
        } catch (DateTimeException e) {
            // left as it is: VALIDITY_PERIOD reports a malformed date
        }
    }
}
