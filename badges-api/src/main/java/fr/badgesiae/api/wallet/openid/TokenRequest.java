package fr.badgesiae.api.wallet.openid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.wallet.openid.proof.OpenidError;
import fr.badgesiae.api.wallet.openid.proof.OpenidException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token request for a pre-authorized code (OpenID4VCI 1.0, section 6.1). Other parameters, {@code client_id} among them, are
 * ignored.
 *
 * @param txCode null when none is sent
 * @param configuration asked for by {@code authorization_details}; null when there are none
 */
record TokenRequest(
        String code, @Nullable String txCode, @Nullable OpenidConfiguration configuration) {
    static final String DETAILS_TYPE = "openid_credential";

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads a form.
     *
     * @throws OpenidException for what is missing, repeated or unknown
     */
    static TokenRequest read(byte[] form) {
        Map<String, String> fields = fields(new String(form, StandardCharsets.UTF_8));
        String grant = required(fields, "grant_type");
        if (!OpenidAddresses.GRANT.equals(grant)) {
            throw new OpenidException(OpenidError.UNSUPPORTED_GRANT_TYPE, "only " + OpenidAddresses.GRANT);
        }
        String details = fields.get("authorization_details");
        return new TokenRequest(
                required(fields, "pre-authorized_code"),
                fields.get("tx_code"),
                details == null ? null : configuration(details));
    }

    /** An empty value counts as none (RFC 6749, section 3.2). */
    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!value.isEmpty() && fields.put(name, value) != null) {
                throw new OpenidException(OpenidError.INVALID_REQUEST, "a parameter is repeated");
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new OpenidException(OpenidError.INVALID_REQUEST, "the body is not form-encoded");
        }
    }

    private static String required(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new OpenidException(OpenidError.INVALID_REQUEST, name + " is required");
        }
        return value;
    }

    private static OpenidConfiguration configuration(String details) {
        try {
            JsonNode list = JSON.readTree(details);
            JsonNode only = list.path(0);
            if (list.isArray()
                    && list.size() == 1
                    && DETAILS_TYPE.equals(only.path("type").textValue())) {
                return OpenidConfiguration.of(
                                only.path("credential_configuration_id").asText())
                        .orElseThrow(() -> badDetails("credential_configuration_id is unknown"));
            }
        } catch (IOException notJson) {
            throw badDetails("not JSON");
        }
        throw badDetails("exactly one of type " + DETAILS_TYPE + " is required");
    }

    static OpenidException badDetails(String why) {
        return new OpenidException(OpenidError.INVALID_AUTHORIZATION_DETAILS, why);
    }

    /** Nothing of it: its codes are secret. */
    @Override
    public String toString() {
        return "TokenRequest[…]";
    }
}
