package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Form to pin a signer.
 *
 * @param name name of the signing network
 * @param did the DID that must sign its lists
 * @param address URL of its list
 */
public record SignerForm(String name, String did, String address) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST = 2048;
    private static final Pattern DID = Pattern.compile("did:(web|key|jwk):[A-Za-z0-9._:%-]+");

    static SignerForm empty() {
        return new SignerForm("", "", "");
    }

    static SignerForm of(MultivaluedMap<String, String> typed) {
        return new SignerForm(text(typed, "name"), text(typed, "did"), text(typed, "address"));
    }

    private static String text(MultivaluedMap<String, String> typed, String field) {
        @Nullable String value = typed.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /**
     * @param own the DID of this platform, which may not be pinned
     */
    Errors check(Settings settings, String own) {
        Errors errors = Errors.none();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            errors = errors.with("name", "trust.error.name");
        }
        String lower = did.toLowerCase(Locale.ROOT);
        String ours = own.toLowerCase(Locale.ROOT);
        if (did.length() > LONGEST || !DID.matcher(did).matches()) {
            errors = errors.with("did", "trust.error.did");
        } else if (lower.equals(ours) || lower.startsWith(ours + ":")) {
            errors = errors.with("did", "trust.error.own");
        }
        return addressed(settings) ? errors : errors.with("address", "trust.error.address");
    }

    private boolean addressed(Settings settings) {
        try {
            URI uri = URI.create(address);
            boolean web =
                    "https".equals(uri.getScheme()) || (!settings.secureCookies() && "http".equals(uri.getScheme()));
            return address.length() <= LONGEST
                    && web
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
