package fr.badgesiae.api.holder.portfolio;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.share.ShareBadge;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form that makes a link to several badges, as it was sent.
 *
 * @param badges each as {@link ShareableBadge#value} says
 * @param name a {@link NameChoice}
 * @param evidence not null to show the evidence
 */
public record PortfolioForm(
        List<String> badges,
        @Nullable String name,
        @Nullable String evidence,
        String message,
        String label,
        String days) {
    /** Controls but the end of a line, and marks that turn the direction of the words after them. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\n]]|[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    public PortfolioForm {
        badges = List.copyOf(badges);
        message = UNSEEN.matcher(message.replace("\r\n", "\n")).replaceAll("").strip();
    }

    /** As the page begins: no badge, for as long as is usual, with the most discreet name that was accepted. */
    static PortfolioForm of(List<ShareableBadge> badges) {
        return new PortfolioForm(
                List.of(),
                NameChoice.mostDiscreet(badges.stream().map(ShareableBadge::nameChoice))
                        .map(NameChoice::name)
                        .orElse(null),
                null,
                "",
                "",
                Integer.toString(ShareBadge.DEFAULT_DAYS));
    }

    Errors check() {
        Errors errors = ShareBadge.check(label, days);
        if (message.length() > MakePortfolio.MOST_MESSAGE) {
            errors = errors.with("message", "holder.share.label-long", MakePortfolio.MOST_MESSAGE);
        }
        if (choice().isEmpty()) {
            errors = errors.with("name", "holder.share.name-missing");
        }
        int chosen = chosen().size();
        if (chosen == 0) {
            errors = errors.with("badges", "holder.portfolio.none-chosen");
        }
        return chosen > MakePortfolio.MOST_BADGES
                ? errors.with("badges", "holder.portfolio.too-many", MakePortfolio.MOST_BADGES)
                : errors;
    }

    /** @throws IllegalArgumentException when {@link #check} finds an error */
    MakePortfolio.Wish wish() {
        return new MakePortfolio.Wish(
                List.copyOf(chosen().values()),
                choice().orElseThrow(IllegalArgumentException::new),
                evidence != null,
                message.isEmpty() ? null : message,
                label.strip(),
                Integer.parseInt(days));
    }

    /** Whether a badge of the page is chosen, whatever it said when it was. */
    public boolean has(ShareableBadge badge) {
        return chosen().containsKey(badge.id());
    }

    /** Each badge once; what is no badge is left out. */
    private Map<CredentialId, MakePortfolio.Chosen> chosen() {
        Map<CredentialId, MakePortfolio.Chosen> chosen = new LinkedHashMap<>();
        for (String value : badges) {
            int dot = value.indexOf('.');
            id(dot < 0 ? value : value.substring(0, dot))
                    .ifPresent(id ->
                            chosen.put(id, new MakePortfolio.Chosen(id, dot < 0 ? "" : value.substring(dot + 1))));
        }
        return chosen;
    }

    private static Optional<CredentialId> id(String text) {
        try {
            return Optional.of(CredentialId.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<NameChoice> choice() {
        return Arrays.stream(NameChoice.values())
                .filter(known -> known.name().equals(name))
                .findFirst();
    }
}
