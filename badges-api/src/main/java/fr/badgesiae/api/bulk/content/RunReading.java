package fr.badgesiae.api.bulk.content;

import fr.badgesiae.api.platform.Sha256;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everybody of a run, read one after the other by name: what stands in the way of how many, and a digest of all. It keeps no
 * person, however long the run.
 */
public final class RunReading {
    private final AwardRun run;
    private final Map<RunReason, Integer> blocked = new EnumMap<>(RunReason.class);
    private byte[] digest;
    private int people;
    private int offered;

    /** @param day on which it is read; the same run on another day is another one */
    public RunReading(AwardRun run, LocalDate day) {
        this.run = run;
        this.digest = Sha256.ofTexts(
                List.of(run.achievement().id().toString(), run.narrative(), run.evidence(), day.toString()));
    }

    /** Reads the next person; why the badge cannot be offered to them now. */
    public Optional<RunReason> read(RunPerson person) {
        digest = Sha256.ofTexts(List.of(
                digest(), person.id().toString(), person.firstName(), person.line(), String.valueOf(person.again())));
        people++;
        Optional<RunReason> obstacle = person.obstacle(run);
        obstacle.ifPresentOrElse(reason -> blocked.merge(reason, 1, Integer::sum), () -> offered++);
        return obstacle;
    }

    public int people() {
        return people;
    }

    /** How many people would be offered the badge. */
    public int offered() {
        return offered;
    }

    /** How many would not, by reason. */
    public Map<RunReason, Integer> blocked() {
        return new EnumMap<>(blocked);
    }

    /**
     * In hexadecimal digits, of what is offered to whom on a day. Two runs with the same one are one; nobody offers a text that
     * they were not shown.
     */
    public String digest() {
        return HexFormat.of().formatHex(digest);
    }
}
