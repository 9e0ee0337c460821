package fr.badgesiae.verifier.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs a number of rounds for each parser ({@code badges.fuzz.rounds}), or all of them for a number of seconds ({@code
 * badges.fuzz.seconds}). The seed of a round is its number after {@code badges.fuzz.seed}.
 */
class FuzzTest {
    private static final long SEED = Long.getLong("badges.fuzz.seed", 20261121L);
    private static final int ROUNDS = Integer.getInteger("badges.fuzz.rounds", 100);
    private static final long SECONDS = Long.getLong("badges.fuzz.seconds", 0);

    private static final List<FuzzTarget> TARGETS = FuzzTargets.all();

    static Stream<FuzzTarget> targets() {
        return TARGETS.stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void noBytesMakeAParserThrow(FuzzTarget target) {
        long share = SECONDS * 1_000_000_000L / TARGETS.size();
        long start = System.nanoTime();
        int rounds = Math.max(1, ROUNDS / target.cost());
        for (long round = 0; share > 0 ? System.nanoTime() - start < share : round < rounds; round++) {
            byte[] bytes = bytes(target, new Random(SEED + round));
            assertThatCode(() -> target.parser().accept(bytes))
                    .as("%s: -Dbadges.fuzz.seed=%d -Dbadges.fuzz.rounds=%d", target.name(), SEED + round, target.cost())
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] bytes(FuzzTarget target, Random random) {
        List<byte[]> seeds = target.seeds();
        return target.change().of(seeds.get(random.nextInt(seeds.size())), random);
    }
}
