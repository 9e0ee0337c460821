package fr.badgesiae.api.statistics.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.statistics.suppression.Overlap.Region;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is shown of sets that overlap. */
class OverlapTest {
    private static Region region(long count, String... sets) {
        return new Region(Set.of(sets), new long[] {count});
    }

    private static boolean hidden(String label, Region... regions) {
        return Overlap.published(List.of(regions)).get(label).hidden();
    }

    @Test
    void aSetCountsWhatItSharesToo() {
        Map<String, Overlap.Published> published =
                Overlap.published(List.of(region(20, "a"), region(10, "a", "b"), region(30, "b"), region(9)));

        assertThat(published.get("a").counts()).containsExactly(30);
        assertThat(published.get("b").counts()).containsExactly(40);
        assertThat(published.values()).noneMatch(Overlap.Published::hidden);
    }

    @Test
    void aSmallSetIsHiddenAndSoIsOneThatLeavesFew() {
        assertThat(hidden("a", region(4, "a"), region(30))).isTrue();
        assertThat(hidden("a", region(30, "a"), region(4))).isTrue();
    }

    @Test
    void ofTwoSetsThatDifferByOneTheSecondIsHidden() {
        Region[] regions = {region(20, "a", "b"), region(1, "b"), region(30)};

        assertThat(hidden("a", regions)).isFalse();
        assertThat(hidden("b", regions)).isTrue();
    }
}
