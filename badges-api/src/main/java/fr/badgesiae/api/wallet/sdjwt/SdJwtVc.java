package fr.badgesiae.api.wallet.sdjwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSObject;
import java.io.IOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An SD-JWT VC without key binding, read.
 *
 * @param token its signed part
 * @param claims the payload of that part
 * @param disclosures those that it brings, each named once by {@code _sd}
 */
public record SdJwtVc(JWSObject token, ObjectNode claims, List<Disclosure> disclosures) {
    /** The type of the token; {@code vc+sd-jwt} was its name until November 2024. */
    public static final JOSEObjectType TYPE = new JOSEObjectType("dc+sd-jwt");

    static final String DIGESTS = "_sd";
    static final String ALGORITHM = "_sd_alg";
    static final String SHA_256 = "sha-256";
    private static final String SEPARATOR = "~";
    private static final JsonMapper JSON = new JsonMapper();

    /** The compact form for issuance (RFC 9901, section 4): token and disclosures, each with its tilde. */
    static String text(String token, List<Disclosure> disclosures) {
        StringBuilder text = new StringBuilder(token).append(SEPARATOR);
        disclosures.forEach(disclosure -> text.append(disclosure.encoded()).append(SEPARATOR));
        return text.toString();
    }

    /**
     * Reads it, without any trust in it: its signature is not verified.
     *
     * @return empty when it is malformed, binds a key, or a disclosure has no digest of its own
     */
    public static Optional<SdJwtVc> parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length < 2 || !parts[parts.length - 1].isEmpty()) {
            return Optional.empty();
        }
        List<Disclosure> disclosures = new ArrayList<>();
        for (int i = 1; i < parts.length - 1; i++) {
            Optional<Disclosure> disclosure = Disclosure.parse(parts[i]);
            if (disclosure.isEmpty()) {
                return Optional.empty();
            }
            disclosures.add(disclosure.get());
        }
        try {
            JWSObject token = JWSObject.parse(parts[0]);
            JsonNode claims = JSON.readTree(token.getPayload().toBytes());
            return claims instanceof ObjectNode object && areNamed(object, disclosures)
                    ? Optional.of(new SdJwtVc(token, object, disclosures))
                    : Optional.empty();
        } catch (ParseException | IOException e) {
            return Optional.empty();
        }
    }

    /** RFC 9901, section 7.1: a digest stands once, and no claim is both disclosed and plain. */
    private static boolean areNamed(ObjectNode claims, List<Disclosure> disclosures) {
        Set<String> digests = new HashSet<>();
        for (JsonNode digest : claims.path(DIGESTS)) {
            if (!digests.add(digest.asText())) {
                return false;
            }
        }
        return disclosures.stream()
                .allMatch(disclosure -> digests.remove(disclosure.digest()) && !claims.has(disclosure.name()));
    }
}
