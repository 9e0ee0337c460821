package fr.badgesiae.api.platform.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/** A cell of a workbook as a text: numbers in full, days as {@code 2026-11-30}. */
final class CellText {
    /** Texts, colours and conditions of a number format: they may have the letters of days. */
    private static final Pattern NO_PATTERN = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.");

    private static final Pattern DAY = Pattern.compile("[dy]|m{3,}");
    private static final Pattern ZEROS = Pattern.compile("0{2,30}");
    private static final Pattern PERCENT = Pattern.compile("[0.,]+%");

    /** Days from the first to the year 9999; a number beyond is none. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    /** Digits of a number that are shown in full; more is a defect of the file. */
    private static final int MOST_DIGITS = 40;

    private CellText() {}

    static String of(Cell cell) {
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return number(cell, number);
        }
        if (value instanceof Boolean is) {
            return is ? "true" : "false";
        }
        String raw = value instanceof String text ? text : cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private static String number(Cell cell, BigDecimal number) {
        String shown = cell.getDataFormatString();
        String format = shown == null ? "" : NO_PATTERN.matcher(shown).replaceAll("");
        if (isDay(format) && number.signum() >= 0 && number.compareTo(LAST_DAY) <= 0) {
            return day(cell.asDate());
        }
        BigDecimal bare = number.stripTrailingZeros();
        if (bare.precision() - (long) bare.scale() > MOST_DIGITS || bare.scale() > MOST_DIGITS) {
            return bare.toString();
        }
        if (PERCENT.matcher(format).matches()) {
            return bare.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        }
        String plain = bare.toPlainString();
        boolean padded = ZEROS.matcher(format).matches() && bare.scale() <= 0 && bare.signum() >= 0;
        return padded ? "0".repeat(Math.max(0, format.length() - plain.length())) + plain : plain;
    }

    private static boolean isDay(String format) {
        String first = format.split(";", 2)[0].toLowerCase(Locale.ROOT);
        return DAY.matcher(first).find() && !first.contains("general");
    }

    private static String day(LocalDateTime at) {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().toString()
                : at.toLocalDate() + " " + at.toLocalTime().withNano(0);
    }
}
