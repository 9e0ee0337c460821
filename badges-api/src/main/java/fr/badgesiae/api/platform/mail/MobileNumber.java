package fr.badgesiae.api.platform.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mobile number of France, overseas departments included, as {@code +33612345678}. Numbers of other countries are refused: an
 * SMS to one may cost a hundred times as much, and whoever typed them may earn it.
 */
public record MobileNumber(String value) {
    private static final Pattern BETWEEN = Pattern.compile("[\\s\u00a0\u202f.()/-]+");
    private static final Pattern FROM_ABROAD = Pattern.compile("^\\+330?");
    private static final Pattern NATIONAL = Pattern.compile("0[67]\\d{8}");

    /** First digits of a number written in France, for whose department the country has another code. */
    private static final Map<String, String> OVERSEAS = Map.of(
            "0690", "+590", "0691", "+590", "0692", "+262", "0693", "+262", "0694", "+594", "0696", "+596", "0697",
            "+596", "0639", "+262");

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("\\+33[67]\\d{8}"),
            Pattern.compile("\\+590(690|691)\\d{6}"),
            Pattern.compile("\\+262(692|693|639)\\d{6}"),
            Pattern.compile("\\+594694\\d{6}"),
            Pattern.compile("\\+596(696|697)\\d{6}"));

    /** The number in what was typed; empty for anything else. */
    public static Optional<MobileNumber> parse(String typed) {
        String digits = BETWEEN.matcher(typed.strip()).replaceAll("");
        if (digits.startsWith("00")) {
            digits = "+" + digits.substring(2);
        }
        digits = FROM_ABROAD.matcher(digits).replaceFirst("0");
        if (NATIONAL.matcher(digits).matches()) {
            digits = OVERSEAS.getOrDefault(digits.substring(0, 4), "+33") + digits.substring(1);
        }
        String number = digits;
        return FORMS.stream().anyMatch(form -> form.matcher(number).matches())
                ? Optional.of(new MobileNumber(number))
                : Optional.empty();
    }

    /** The last two digits: {@code … 78}. */
    public String masked() {
        return "…\u00a0" + value.substring(value.length() - 2);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
