package fr.badgesiae.api.home;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.web.Cookieless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code security.txt}: where to report a security problem (RFC 9116). */
@Cookieless
@Path(SecurityTextResource.PATH)
public final class SecurityTextResource {
    static final String PATH = "/.well-known/security.txt";

    /** RFC 9116, 2.5.5: less than a year is recommended. Computed for each answer, since the contact is configured. */
    private static final Period LIFETIME = Period.ofMonths(6);

    private static final Pattern EMAIL = Pattern.compile("[^\\s<>@:]+@[^\\s<>@:]+");
    private static final Pattern WEB = Pattern.compile("https://[^\\s<>]+");

    private final Notices notices;
    private final Settings settings;
    private final Clock clock;

    SecurityTextResource(Notices notices, Settings settings, Clock clock) {
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The contact as a URI (RFC 9116, 2.5.3).
     *
     * @param written an e-mail or an https address; empty for anything else
     */
    static Optional<String> contact(String written) {
        String address = written.strip().replaceFirst("^mailto:", "");
        if (EMAIL.matcher(address).matches()) {
            return Optional.of("mailto:" + address);
        }
        return Optional.of(address).filter(WEB.asMatchPredicate());
    }

    @GET
    @Open
    public Response show() {
        Instant expires = clock.instant()
                .atZone(ZoneOffset.UTC)
                .plus(LIFETIME)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        String text = """
                Contact: %s
                Expires: %s
                Preferred-Languages: fr, en
                Canonical: %s
                """.formatted(contact(notices.securityContact()).orElseThrow(), expires, settings.url(PATH));
        return Response.ok(text, "text/plain; charset=utf-8")
                .header("Cache-Control", "public, max-age=3600")
                .build();
    }
}
