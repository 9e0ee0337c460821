package fr.badgesiae.api.privacy;

import java.util.UUID;

/** What became of the confirmation of a run that was stopped. */
public sealed interface RunAnswer {
    /** The next run of the job erases what was due when it was asked. */
    record Confirmed() implements RunAnswer {}

    /**
     * More is due than this run stands for: nothing was confirmed.
     *
     * @param run that waits in its place
     * @param due how many files or spaces it would erase
     * @param living how many there are in all
     */
    record Replaced(UUID run, int due, int living) implements RunAnswer {}

    /** It was confirmed before, or is no longer asked. */
    record Gone() implements RunAnswer {}
}
