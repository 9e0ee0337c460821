package fr.badgesiae.api.paper;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.share.ShareCode;
import fr.badgesiae.api.verification.SignedBadge;
import fr.badgesiae.verifier.Headline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Several badges on paper: a summary, then each.
 *
 * @param badges those whose content is proven, in the order of the link
 * @param gone how many are not shown
 * @param message the holder's own words, or null
 * @param holder the name that every badge bears, or null
 * @param skills of the badges that are authentic and valid, each once
 * @param others the badges among them that name no skill
 * @param rest the badges that are not valid now: revoked, expired, or what cannot be said
 * @param first day on which one of the badges was awarded, whatever its state; null where none says
 * @param last such day, or null
 * @param code the share code in groups
 */
public record Portfolio(
        List<PaperBadge> badges,
        int gone,
        @Nullable String message,
        @Nullable String holder,
        List<Skill> skills,
        List<PaperBadge> others,
        List<PaperBadge> rest,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        Instant at,
        String code,
        String address,
        String qr) {

    /** A skill and the badges that name it, the oldest first. */
    public record Skill(SignedBadge.Skill skill, @Nullable String language, List<PaperBadge> badges) {}

    static Portfolio of(
            List<PaperBadge> badges, int gone, @Nullable String message, ShareCode code, Settings settings) {
        List<PaperBadge> valid = badges.stream()
                .filter(badge -> badge.scan().banner().headline() == Headline.AUTHENTIC)
                .sorted(Comparator.comparing(Portfolio::awarded, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        List<LocalDate> days = badges.stream()
                .flatMap(badge -> Stream.ofNullable(awarded(badge)))
                .sorted()
                .toList();
        List<@Nullable String> names = badges.stream()
                .map(badge -> badge.card().badge().holder())
                .distinct()
                .toList();
        String address = settings.url(code.path());
        return new Portfolio(
                List.copyOf(badges),
                gone,
                message,
                names.size() == 1 ? names.get(0) : null,
                skills(valid),
                valid.stream()
                        .filter(badge -> badge.card().badge().skills().isEmpty())
                        .toList(),
                badges.stream().filter(badge -> !valid.contains(badge)).toList(),
                days.isEmpty() ? null : days.get(0),
                days.isEmpty() ? null : days.get(days.size() - 1),
                badges.get(0).scan().at(),
                code.code().grouped(),
                address,
                DrawBadge.qr(address));
    }

    private static @Nullable LocalDate awarded(PaperBadge badge) {
        return badge.card().badge().dates().awarded();
    }

    private static List<Skill> skills(List<PaperBadge> valid) {
        Map<String, Skill> skills = new LinkedHashMap<>();
        for (PaperBadge badge : valid) {
            for (SignedBadge.Skill skill : badge.card().badge().skills()) {
                skills.computeIfAbsent(
                                skill.label() + "\n" + Objects.toString(skill.source(), ""),
                                key -> new Skill(skill, badge.card().badge().language(), new ArrayList<>()))
                        .badges()
                        .add(badge);
            }
        }
        return List.copyOf(skills.values());
    }
}
