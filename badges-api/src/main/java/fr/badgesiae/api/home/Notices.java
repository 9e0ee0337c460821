package fr.badgesiae.api.home;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who runs this installation, as the legal pages must say. From the configuration; a production server does not start while
 * any of it {@linkplain #missing() is missing}.
 *
 * @param operator legal name of whoever runs the service
 * @param operatorAddress its postal address
 * @param contactEmail where people write to
 * @param contactPhone where people call, or null
 * @param publisher who answers for what is published (directeur de la publication)
 * @param host legal name and address of the hosting provider
 * @param dataProtection e-mail of the data protection officer or contact
 * @param securityContact e-mail or https address that takes reports of security problems
 * @param accessibility how far the pages conform: {@code NOT_ASSESSED}, {@code PARTIAL} or {@code FULL}
 */
public record Notices(
        @JsonProperty("operator") String operator,
        @JsonProperty("operatorAddress") String operatorAddress,
        @JsonProperty("contactEmail") String contactEmail,
        @JsonProperty("contactPhone") String contactPhone,
        @JsonProperty("publisher") String publisher,
        @JsonProperty("host") String host,
        @JsonProperty("dataProtection") String dataProtection,
        @JsonProperty("securityContact") String securityContact,
        @JsonProperty("accessibility") Accessibility accessibility) {

    /** How far the pages conform to RGAA 4.1, as somebody found who looked. */
    public enum Accessibility {
        NOT_ASSESSED,
        PARTIAL,
        FULL
    }

    public Notices {
        accessibility = accessibility == null ? Accessibility.NOT_ASSESSED : accessibility;
    }

    /** An invented operator, for a demonstration. */
    public static Notices demonstration() {
        return new Notices(
                "Réseau Exemple (association inventée)",
                "1 place de l’Exemple, 00000 Exempleville",
                "contact@reseau.example",
                null,
                "Alix Exemple",
                "Cet ordinateur",
                "donnees@reseau.example",
                "securite@reseau.example",
                Accessibility.NOT_ASSESSED);
    }

    /** The keys of what the law asks for and is not there, or still a {@code <placeholder>}; none when complete. */
    public List<String> missing() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("operator", operator);
        asked.put("operatorAddress", operatorAddress);
        asked.put("contactEmail", contactEmail);
        asked.put("publisher", publisher);
        asked.put("host", host);
        asked.put("dataProtection", dataProtection);
        asked.put("securityContact", securityContact);
        asked.values().removeIf(text -> text != null && !text.isBlank() && !text.contains("<"));
        return List.copyOf(asked.keySet());
    }

    /** Whether reports of security problems are to go to something that is neither an e-mail nor an https address. */
    public boolean securityContactIsUnfit() {
        return !missing().contains("securityContact")
                && SecurityTextResource.contact(securityContact).isEmpty();
    }
}
