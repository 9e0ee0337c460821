package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.Code;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the address behind a share link: its code, and the place of one badge where the link shows several, such as
 * {@code 7K3D9QWX2M8RTVAZ.2}.
 *
 * @param place from 1; 0 for the whole link
 */
public record ShareCode(Code code, int place) {
    private static final Pattern TYPED = Pattern.compile("(.*?)(?:\\.([1-9][0-9]?))?", Pattern.DOTALL);

    /** Empty when the text is none. */
    public static Optional<ShareCode> tryParse(String typed) {
        Matcher parts = TYPED.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int place = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        return Code.tryParse(parts.group(1)).map(code -> new ShareCode(code, place));
    }

    /** One of the badges of a link to several. */
    public ShareCode at(int one) {
        return new ShareCode(code, one);
    }

    /** The path of the page. */
    public String path() {
        return "/v/" + code.value() + (place == 0 ? "" : "." + place);
    }

    /** The path of the page of the link: another one only at the place of one of several badges. */
    String wholePath() {
        return at(0).path();
    }

    /** What people type, in two lines, under a picture of the QR code. */
    List<String> lines() {
        String grouped = code.grouped();
        int middle = grouped.indexOf('-', grouped.length() / 2 - 1) + 1;
        return List.of(grouped.substring(0, middle), grouped.substring(middle));
    }

    /** What this address shows of what its code leads to. */
    OpenShare.Outcome of(OpenShare.Outcome outcome) {
        if (place == 0) {
            return outcome;
        }
        return outcome.fold(new OpenShare.Cases<>() {
            @Override
            public OpenShare.Outcome found(SharedBadge badge) {
                return new OpenShare.Unknown();
            }

            @Override
            public OpenShare.Outcome several(OpenShare.Several portfolio) {
                SharedBadge badge = portfolio.badges().get(place);
                return badge == null ? new OpenShare.Unknown() : new OpenShare.Found(badge);
            }

            @Override
            public OpenShare.Outcome ended() {
                return outcome;
            }

            @Override
            public OpenShare.Outcome unknown() {
                return outcome;
            }
        });
    }
}
