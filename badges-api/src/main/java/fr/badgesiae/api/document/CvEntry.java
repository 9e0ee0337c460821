package fr.badgesiae.api.document;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * A badge for a CV: one line, the same as a link, and the address that adds it to a LinkedIn profile.
 *
 * @param text one line with the address
 * @param html one link
 */
public record CvEntry(String text, String html, String linkedIn) {
    private static final String LINKED_IN = "https://www.linkedin.com/profile/add?";

    /**
     * @param line the badge in words
     * @param verify words before the address
     * @param lastDay of validity, or null
     * @param address of the page that verifies it
     * @param code as it is typed
     */
    public static CvEntry of(
            String line,
            String verify,
            String badge,
            String issuer,
            LocalDate awardedOn,
            @Nullable LocalDate lastDay,
            String address,
            String code) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("startTask", "CERTIFICATION_NAME");
        fields.put("name", badge);
        fields.put("organizationName", issuer);
        fields.put("issueYear", Integer.toString(awardedOn.getYear()));
        fields.put("issueMonth", Integer.toString(awardedOn.getMonthValue()));
        if (lastDay != null) {
            fields.put("expirationYear", Integer.toString(lastDay.getYear()));
            fields.put("expirationMonth", Integer.toString(lastDay.getMonthValue()));
        }
        fields.put("certUrl", address);
        fields.put("certId", code);
        String query = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return new CvEntry(
                line + " " + verify + " " + address,
                "<a href=\"" + Entities.escape(address) + "\">" + Entities.escape(line) + "</a>",
                LINKED_IN + query);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
