package fr.badgesiae.api.journal.seal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a verification.
 *
 * @param chains of each organisation, and of lines without one
 * @param installation findings about rounds and days, which concern no organisation alone
 * @param since when the first round that is there was made; null without rounds
 * @param first its number, or 0
 */
public record SealReport(
        List<Chain> chains,
        List<Finding> installation,
        @Nullable Instant since,
        long first) {
    /** Whether nothing was found. */
    public boolean sound() {
        return installation.isEmpty()
                && chains.stream().allMatch(chain -> chain.findings().isEmpty());
    }

    /**
     * The lines of one owner.
     *
     * @param owner the organisation; zeros for lines without one
     * @param lines that agree with their heads
     * @param forgotten lines past their time
     * @param waiting lines of the last minute, not sealed yet
     */
    public record Chain(UUID owner, long heads, long lines, long forgotten, long waiting, List<Finding> findings) {
        /** Whether these are the lines without an organisation. */
        public boolean ofNobody() {
            return owner.equals(SealDao.NOBODY);
        }
    }
}
