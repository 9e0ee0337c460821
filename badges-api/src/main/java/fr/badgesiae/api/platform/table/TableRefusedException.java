package fr.badgesiae.api.platform.table;

/** A table that is not read, and why. It has no stack trace: it is an expected answer. */
public final class TableRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final TableRefusal refusal;
    private final long line;

    TableRefusedException(TableRefusal refusal, long line) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.line = line;
    }

    static TableRefusedException whole(TableRefusal refusal) {
        return new TableRefusedException(refusal, 0);
    }

    public TableRefusal refusal() {
        return refusal;
    }

    /** The line at which reading stopped, or 0 where the whole table is meant. */
    public long line() {
        return line;
    }

    /** The bound that the sentence names. */
    public int bound() {
        return switch (refusal) {
            case TOO_LARGE -> TableLimits.MOST_BYTES >> 20;
            case TOO_MANY_ROWS -> TableLimits.MOST_ROWS;
            case TOO_MANY_COLUMNS -> TableLimits.MOST_COLUMNS;
            case CELL_TOO_LONG -> TableLimits.LONGEST_CELL;
            default -> 0;
        };
    }
}
