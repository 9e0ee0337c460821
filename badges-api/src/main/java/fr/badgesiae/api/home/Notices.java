package fr.badgesiae.api.home;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operator of this installation, as required on legal pages. Read from the configuration. A production server does not
 * start while a required field {@linkplain #missing() is missing}.
 *
 * @param operator legal name of the operator
 * @param operatorAddress postal address of the operator
 * @param contactEmail public e-mail address
 * @param contactPhone public telephone number, or null
 * @param publisher person legally responsible for the content (directeur de la publication)
 * @param host legal name and address of the hosting provider
 * @param dataProtection e-mail of the data protection officer or contact
 * @param securityContact e-mail or https address for security reports
 * @param accessibility the declaration of accessibility
 */
public record Notices(
        @JsonProperty("operator") String operator,
        @JsonProperty("operatorAddress") String operatorAddress,
        @JsonProperty("contactEmail") String contactEmail,
        @JsonProperty("contactPhone") @Nullable String contactPhone,
        @JsonProperty("publisher") String publisher,
        @JsonProperty("host") String host,
        @JsonProperty("dataProtection") String dataProtection,
        @JsonProperty("securityContact") String securityContact,
        @JsonProperty("accessibility") Declaration accessibility) {

    /** A key that is absent from the file is read as an empty text. */
    public Notices {
        operator = text(operator);
        operatorAddress = text(operatorAddress);
        contactEmail = text(contactEmail);
        publisher = text(publisher);
        host = text(host);
        dataProtection = text(dataProtection);
        securityContact = text(securityContact);
        accessibility = accessibility == null ? Declaration.none() : accessibility;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Notices with no field filled in. */
    public static Notices none() {
        return new Notices("", "", "", null, "", "", "", "", Declaration.none());
    }

    /** An invented operator for a demonstration. */
    public static Notices demonstration() {
        return new Notices(
                "Réseau Exemple (association inventée)",
                "1 place de l’Exemple, 00000 Exempleville",
                "contact@reseau.example",
                null,
                "Dominique Direction",
                "Cet ordinateur",
                "donnees@reseau.example",
                "securite@reseau.example",
                Declaration.none());
    }

    /** Keys of required fields that are empty or still a {@code <placeholder>}. */
    public List<String> missing() {
        Map<String, String> required = new LinkedHashMap<>();
        required.put("operator", operator);
        required.put("operatorAddress", operatorAddress);
        required.put("contactEmail", contactEmail);
        required.put("publisher", publisher);
        required.put("host", host);
        required.put("dataProtection", dataProtection);
        required.put("securityContact", securityContact);
        required.values().removeIf(text -> !text.isBlank() && !text.contains("<"));
        return List.copyOf(required.keySet());
    }

    /** Whether the security contact is set, but is neither an e-mail nor an https address. */
    public boolean securityContactIsUnfit() {
        return !missing().contains("securityContact")
                && SecurityTextResource.contact(securityContact).isEmpty();
    }
}
