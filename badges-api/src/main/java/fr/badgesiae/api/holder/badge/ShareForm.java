package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.share.ShareBadge;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form that makes a link, as it was sent.
 *
 * @param name a {@link NameChoice}; null where the page offers no choice: the link then shows what was accepted
 * @param evidence not null to show the evidence
 * @param read what the page showed before the choice, see {@link EditionChoice#fingerprint}
 */
public record ShareForm(
        String label,
        String days,
        @Nullable String name,
        @Nullable String evidence,
        String read) {

    /** As the page begins: for as long as is usual, with what was accepted. */
    static ShareForm of(@Nullable ShareChoices choices) {
        return new ShareForm(
                "",
                Integer.toString(ShareBadge.DEFAULT_DAYS),
                choices == null ? null : choices.name().name(),
                choices == null || !choices.showsEvidence() ? null : "yes",
                choices == null ? "" : choices.read());
    }

    Errors check() {
        Errors errors = ShareBadge.check(label, days);
        return name != null && choice().isEmpty() ? errors.with("name", "holder.share.name-missing") : errors;
    }

    /** @param badge as it was accepted */
    ShareBadge.Wish wish(CredentialId badge) {
        return new ShareBadge.Wish(badge, choice().orElse(null), label.strip(), Integer.parseInt(days));
    }

    /** What is chosen; empty where nothing can be, or nothing known was. */
    Optional<EditionChoice> choice() {
        return Arrays.stream(NameChoice.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .map(known -> new EditionChoice(known, evidence != null, read));
    }
}
