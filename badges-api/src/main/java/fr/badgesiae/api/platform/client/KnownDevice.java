package fr.badgesiae.api.platform.client;

import fr.badgesiae.api.platform.Vault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A device that somebody signed in on or opened a space on before. It keeps a random id and one mark for each subject: a day
 * and a keyed hash, which only this service can read. A mark opens nothing: guesses of others do not slow this device down,
 * its own do.
 */
public final class KnownDevice {
    /** The kinds of what a device is known for. */
    public enum Kind {
        ACCOUNT,
        CARD,
        SLIP
    }

    public static final int DAYS = 180;

    /** Devices are shared: a counsellor's tablet serves many. */
    static final int MOST_MARKS = 8;

    private static final Pattern ID = Pattern.compile("[\\w-]{43}");
    private static final Pattern MARK = Pattern.compile("\\d{5,6}~[\\w-]{22}");
    private static final int TAG_BYTES = 16;

    private final @Nullable Vault vault;
    private final LocalDate today;
    private final Supplier<String> fresh;
    private final List<String> marks;
    private String id;
    private boolean changed;

    private KnownDevice(@Nullable Vault vault, LocalDate today, Supplier<String> fresh, String id, List<String> marks) {
        this.vault = vault;
        this.today = today;
        this.fresh = fresh;
        this.id = id;
        this.marks = new ArrayList<>(marks);
    }

    /** A device that is known for nothing and keeps nothing. */
    static KnownDevice none() {
        return new KnownDevice(null, LocalDate.EPOCH, () -> "", "", List.of());
    }

    /**
     * @param cookie the value that the device sent, or empty
     * @param fresh gives the id of a device that is marked for the first time
     */
    static KnownDevice read(String cookie, Vault vault, LocalDate today, Supplier<String> fresh) {
        List<String> parts = Arrays.asList(cookie.split("\\.", MOST_MARKS + 2));
        boolean readable = ID.matcher(parts.get(0)).matches()
                && parts.size() <= MOST_MARKS + 1
                && parts.stream().skip(1).allMatch(mark -> MARK.matcher(mark).matches());
        return readable
                ? new KnownDevice(vault, today, fresh, parts.get(0), parts.subList(1, parts.size()))
                : new KnownDevice(vault, today, fresh, "", List.of());
    }

    /** Random, for counts of this device; empty where it is known for nothing. */
    public String id() {
        return id;
    }

    /** Whether the subject was opened on this device within the last {@value #DAYS} days. */
    public boolean knows(Kind kind, String subject) {
        return marks.stream().anyMatch(mark -> isOf(mark, kind, subject));
    }

    /** Marks the device at the end of the request. For a subject that was opened just now. */
    public void remember(Kind kind, String subject) {
        if (vault == null) {
            return;
        }
        id = id.isEmpty() ? fresh.get() : id;
        marks.removeIf(mark -> isOf(mark, kind, subject));
        marks.add(mark(today.toEpochDay(), kind, subject));
        if (marks.size() > MOST_MARKS) {
            marks.remove(0);
        }
        changed = true;
    }

    /** The cookie to set, where the device was marked. */
    Optional<String> changed() {
        return changed ? Optional.of(id + "." + String.join(".", marks)) : Optional.empty();
    }

    private boolean isOf(String mark, Kind kind, String subject) {
        long day = Long.parseLong(mark.substring(0, mark.indexOf('~')));
        long age = today.toEpochDay() - day;
        return age >= 0 && age <= DAYS && mark.equals(mark(day, kind, subject));
    }

    private String mark(long day, Kind kind, String subject) {
        if (vault == null) {
            throw new IllegalStateException("a device that keeps nothing has no marks");
        }
        byte[] tag = vault.lookup("device", id + "|" + day + "|" + kind + "|" + subject);
        return day + "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(tag, TAG_BYTES));
    }
}
