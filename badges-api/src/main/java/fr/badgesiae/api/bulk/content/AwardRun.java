package fr.badgesiae.api.bulk.content;

import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.person.content.GroupName;
import fr.badgesiae.api.platform.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands.
 *
 * @param achievement the version that is offered
 * @param open whether that badge may be offered: it is published, and this is its newest version
 * @param narrative the words for all, or empty
 * @param search the words by which people are searched
 * @param group to which the people to choose are narrowed, or null
 * @param groups to narrow them to
 * @param people how many it was started for; zero for a draft
 * @param counts how many people of it are in each state
 */
public record AwardRun(
        AwardRunId id,
        PublishedAchievement achievement,
        boolean open,
        String narrative,
        String evidence,
        String search,
        @Nullable GroupName group,
        List<GroupName> groups,
        AwardRunState state,
        int people,
        Instant createdAt,
        Counts counts) {
    /** Most people of one run. */
    public static final int MOST = 500;

    /** How many people of a run are in each state. */
    public record Counts(int chosen, int offered, int failed) {
        public int all() {
            return chosen + offered + failed;
        }
    }

    public boolean draft() {
        return state == AwardRunState.DRAFT;
    }

    public String path() {
        return "/app/award-runs/" + id;
    }

    /**
     * Digest of what is offered to whom on a day. Two runs with the same one are one; nobody offers a text that they were not
     * shown.
     */
    public byte[] digest(List<RunPerson> everybody, LocalDate day) {
        List<String> texts = new ArrayList<>(List.of(achievement.id().toString(), narrative, evidence, day.toString()));
        everybody.stream()
                .sorted(Comparator.comparing(person -> person.id().value()))
                .forEach(person -> texts.addAll(List.of(
                        person.id().toString(), person.firstName(), person.line(), String.valueOf(person.again()))));
        return Sha256.ofTexts(texts);
    }

    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
