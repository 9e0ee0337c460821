package fr.badgesiae.api.bulk.life;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.credential.PublicReason.ReasonForm;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of an act on several badges.
 *
 * @param about the reason and the note of an act that has them
 * @param same whether the member says that the meaning of a replaced text stays
 * @param texts the version that was read of each badge whose text is replaced
 * @param listed the list that all badges are taken of, or empty where some are ticked
 */
public record SeveralForm(
        Optional<LifeAct> act,
        List<CredentialId> badges,
        ReasonForm about,
        boolean sure,
        boolean same,
        Map<CredentialId, AchievementVersionId> texts,
        Optional<Listed> listed) {
    /** The most badges of one request. */
    static final int MOST = 200;

    static SeveralForm of(MultivaluedMap<String, String> typed) {
        return new SeveralForm(
                LifeAct.of(typed.getFirst("act")),
                Optional.ofNullable(typed.get("badge")).orElse(List.of()).stream()
                        .flatMap(SeveralForm::id)
                        .distinct()
                        .toList(),
                ReasonForm.of(typed),
                typed.getFirst("sure") != null,
                typed.getFirst("same") != null,
                texts(typed),
                typed.getFirst("all") == null ? Optional.empty() : Optional.of(Listed.of(typed)));
    }

    /** Each a badge and a version, with a point between them. */
    private static Map<CredentialId, AchievementVersionId> texts(MultivaluedMap<String, String> typed) {
        Map<CredentialId, AchievementVersionId> texts = new LinkedHashMap<>();
        for (String pair : Optional.ofNullable(typed.get("text")).orElse(List.of())) {
            int point = pair.indexOf('.');
            id(pair.substring(0, Math.max(point, 0)))
                    .forEach(badge -> version(pair.substring(point + 1)).ifPresent(read -> texts.put(badge, read)));
        }
        return texts;
    }

    private static Optional<AchievementVersionId> version(String typed) {
        try {
            return Optional.of(new AchievementVersionId(UUID.fromString(typed)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    static Stream<CredentialId> id(String typed) {
        try {
            return Stream.of(CredentialId.parse(typed));
        } catch (IllegalArgumentException notAnId) {
            return Stream.empty();
        }
    }

    /** The reasons that an act may have. */
    static boolean offered(@Nullable LifeAct act, PublicReason reason) {
        return (act == LifeAct.PAUSE && reason.isPause()) || (act == LifeAct.REVOKE && reason.atDesk());
    }

    Optional<PublicReason> chosen() {
        return about.chosen(one -> offered(act.orElse(null), one));
    }

    /** What is missing of the badges and the act. */
    Errors choice() {
        Errors errors = Errors.none();
        if (act.isEmpty()) {
            errors = errors.with("", "credential.several.act-missing");
        }
        if (badges.isEmpty()) {
            errors = errors.with("", "credential.several.none");
        }
        return badges.size() > MOST ? errors.with("", "credential.several.too-many", MOST) : errors;
    }

    Errors check() {
        Errors errors = choice();
        if (!errors.isEmpty()) {
            return errors;
        }
        errors = act.filter(LifeAct::hasReason).isPresent()
                ? about.check(one -> offered(act.orElse(null), one))
                : about.checkNote(errors);
        if (act.get() == LifeAct.REPLACE && !same) {
            errors = errors.with("same", "credential.several.same-missing");
        }
        return act.get() == LifeAct.REVOKE && !sure ? errors.with("sure", "credential.revoke.sure-missing") : errors;
    }

    /**
     * All badges of a list, {@link #MOST} at a time.
     *
     * @param sort the order of the list, in which the parts are taken
     * @param after the last badge of the part before, or empty
     */
    public record Listed(String state, String worker, String badge, String sort, String after) {
        static Listed of(MultivaluedMap<String, String> typed) {
            return new Listed(
                    text(typed, "state"),
                    text(typed, "worker"),
                    text(typed, "badge-of"),
                    text(typed, "sort"),
                    text(typed, "after"));
        }

        private static String text(MultivaluedMap<String, String> typed, String field) {
            return Optional.ofNullable(typed.getFirst(field)).orElse("");
        }

        /** The part that follows. */
        Listed after(CredentialId last) {
            return new Listed(state, worker, badge, sort, last.toString());
        }
    }
}
