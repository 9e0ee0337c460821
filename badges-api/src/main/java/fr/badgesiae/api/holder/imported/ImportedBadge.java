package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.verification.Banner;
import fr.badgesiae.verifier.Headline;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A badge from elsewhere in the list of a space, as it was last judged.
 *
 * @param checkedAt the last verdict with an answer, or null
 */
public record ImportedBadge(
        UUID id,
        ImportedFacts facts,
        Headline headline,
        boolean known,
        @Nullable Instant checkedAt) {
    public String path() {
        return "/me/imported/" + id;
    }

    /** The words and the pictogram of the verdict. Whether one that is open may pass is not kept: it does not say "now". */
    public Banner banner() {
        Banner.Basis basis = checkedAt == null ? Banner.Basis.UNPROVEN : Banner.Basis.SIGNED;
        return new Banner(headline, null, basis, false, known, null);
    }
}
