package fr.badgesiae.verifier.ob2.graph;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.Finding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field of a submitted copy that differs from the published document. Values are shortened; those of personal fields are left
 * out.
 *
 * @param field the path of the field, such as {@code expires} or {@code badge.description}
 * @param published the published value; {@code –} for none
 * @param submitted the value of the copy, which nothing confirms
 */
public record Difference(String field, String published, String submitted) {
    private static final String NONE = "–";
    private static final String LEFT_OUT = "…";
    private static final int LONGEST = 200;
    private static final int LONGEST_IN_SENTENCE = 60;
    private static final int IN_SENTENCE = 4;

    static Difference between(String field, JsonNode published, JsonNode submitted) {
        boolean personal = field.equals("recipient");
        return new Difference(field, value(published, personal), value(submitted, personal));
    }

    private static String value(JsonNode value, boolean personal) {
        if (value.isMissingNode()) {
            return NONE;
        }
        String text = value.isValueNode() ? value.asText() : value.toString();
        return personal ? LEFT_OUT : shortened(text.replaceAll("\\p{Cntrl}+", " "), LONGEST);
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + LEFT_OUT;
    }

    /** Two findings: the published value and the copy's, marked as not confirmed. */
    Stream<Finding> findings() {
        String key = "proof.copy." + field;
        return Stream.of(
                new Finding(key + ".published", published, "ob-2.0 HostedBadge"),
                new Finding(key + ".submittedNotConfirmed", submitted, "ob-2.0 HostedBadge"));
    }

    /** Fields with their published values, for a sentence. */
    static String published(List<Difference> all) {
        return sentence(
                all.stream().map(each -> each.field + " = " + shortened(each.published, LONGEST_IN_SENTENCE)), all);
    }

    /** Fields with the values of the copy, for a sentence. */
    static String submitted(List<Difference> all) {
        return sentence(
                all.stream().map(each -> each.field + " = " + shortened(each.submitted, LONGEST_IN_SENTENCE)), all);
    }

    private static String sentence(Stream<String> parts, List<Difference> all) {
        return parts.limit(IN_SENTENCE).collect(Collectors.joining("; "))
                + (all.size() > IN_SENTENCE ? "; " + LEFT_OUT : "");
    }
}
