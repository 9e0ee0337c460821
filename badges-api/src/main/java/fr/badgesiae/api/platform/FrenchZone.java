package fr.badgesiae.api.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time zones of France, whatever that of the server. The days of an organisation begin and end in its own; what belongs to
 * no organisation is in Paris time.
 */
public enum FrenchZone {
    PARIS("Europe/Paris", ""),
    /** With Saint-Barthélemy and Saint-Martin. */
    GUADELOUPE("America/Guadeloupe", "971 977 978"),
    MARTINIQUE("America/Martinique", "972"),
    GUYANE("America/Cayenne", "973"),
    REUNION("Indian/Reunion", "974"),
    MIQUELON("America/Miquelon", "975"),
    MAYOTTE("Indian/Mayotte", "976"),
    WALLIS("Pacific/Wallis", "986"),
    TAHITI("Pacific/Tahiti", "987"),
    NOUMEA("Pacific/Noumea", "988");

    /** The first three digits of a postcode overseas; V059 reads the same. */
    private static final Pattern OVERSEAS = Pattern.compile("\\b(97[1-8]|98[678])\\d{2}\\b");

    private final ZoneId zone;
    /** The first digits of its postcodes. */
    private final String postcodes;

    FrenchZone(String id, String postcodes) {
        this.zone = ZoneId.of(id);
        this.postcodes = postcodes;
    }

    /** The zone of a stored name, such as {@code Indian/Reunion}. */
    public static FrenchZone of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no time zone of France: " + id));
    }

    public static Optional<FrenchZone> find(String id) {
        return Arrays.stream(values()).filter(zone -> zone.id().equals(id)).findFirst();
    }

    /** The zone of the first overseas postcode in an address; Paris where there is none. */
    public static FrenchZone ofAddress(String address) {
        Matcher postcode = OVERSEAS.matcher(address);
        return postcode.find()
                ? Arrays.stream(values())
                        .filter(zone -> zone.postcodes.contains(postcode.group(1)))
                        .findFirst()
                        .orElse(PARIS)
                : PARIS;
    }

    /** Its name in the database of time zones. */
    public String id() {
        return zone.getId();
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDate today(Clock clock) {
        return day(clock.instant());
    }

    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
