package fr.badgesiae.verifier.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.codec.CanonicalJson;
import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An RDF literal of an expanded value object (JSON-LD 1.1 API section 8.2.2).
 *
 * @param text the lexical form
 * @param datatype an absolute IRI
 * @param language a well-formed language tag, or null
 */
record Literal(String text, String datatype, @Nullable String language) {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*+");
    private static final BigDecimal INTEGER_LIMIT = new BigDecimal("1e21");

    static Literal of(JsonObject object) {
        for (String key : object.keySet()) {
            if (!key.equals("@value") && !key.equals("@type") && !key.equals("@language")) {
                // RDF cannot represent @index, nor @direction by default.
                throw new RefusedException(Problem.VALUE_DROPPED, key);
            }
        }
        JsonValue value = object.getOrDefault("@value", JsonValue.NULL);
        JsonValue type = object.get("@type");
        if (type instanceof JsonString string && string.getString().equals("@json")) {
            return new Literal(ofJson(value), Iris.JSON, null);
        }
        String datatype = type == null ? null : RdfWriter.absolute(type, Problem.DATATYPE_NOT_ABSOLUTE);
        if (value instanceof JsonString string) {
            return ofText(string.getString(), datatype, object.get("@language"));
        }
        if (value instanceof JsonNumber number) {
            return ofNumber(number.bigDecimalValue(), datatype);
        }
        return ofBoolean(value.toString(), datatype);
    }

    /**
     * The literal of a plain value, equal to that of its value object.
     *
     * @param value a string, a number or a boolean
     * @param datatype an absolute IRI, or null
     */
    static Literal of(JsonNode value, @Nullable String datatype) {
        if (value.isTextual()) {
            return ofText(value.textValue(), datatype, null);
        }
        return value.isNumber() ? ofNumber(value.decimalValue(), datatype) : ofBoolean(value.asText(), datatype);
    }

    private static String ofJson(JsonValue value) {
        return CanonicalJson.of(JakartaJson.toJackson(value))
                .orElseThrow(() -> new RefusedException(Problem.TOO_MUCH_WORK, "numbers"));
    }

    private static Literal ofBoolean(String text, @Nullable String datatype) {
        return new Literal(text, datatype == null ? Iris.XSD + "boolean" : datatype, null);
    }

    private static Literal ofText(String text, @Nullable String datatype, @Nullable JsonValue language) {
        if (language == null) {
            return new Literal(text, datatype == null ? Iris.XSD + "string" : datatype, null);
        }
        String tag = language instanceof JsonString string ? string.getString() : "";
        if (!LANGUAGE.matcher(tag).matches()) {
            throw new RefusedException(Problem.VALUE_DROPPED, tag);
        }
        return new Literal(text, Iris.LANG_STRING, tag);
    }

    private static Literal ofNumber(BigDecimal number, @Nullable String datatype) {
        boolean small = number.abs().compareTo(INTEGER_LIMIT) < 0;
        boolean asInteger =
                small && number.stripTrailingZeros().scale() <= 0 && !(Iris.XSD + "double").equals(datatype);
        if (asInteger) {
            String text = number.toBigIntegerExact().toString();
            return new Literal(text, datatype == null ? Iris.XSD + "integer" : datatype, null);
        }
        return new Literal(ofDouble(number), datatype == null ? Iris.XSD + "double" : datatype, null);
    }

    private static String ofDouble(BigDecimal number) {
        double value = number.doubleValue();
        if (!Double.isFinite(value) || new BigDecimal(Double.toString(value)).compareTo(number) != 0) {
            throw new RefusedException(Problem.VALUE_DROPPED, "number");
        }
        // The canonical double of XML Schema, of the exact value, with at most 15 digits after the point.
        return new DecimalFormat("0.0##############E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(new BigDecimal(value));
    }

    /** The number of input values in a value (several in a JSON literal). */
    static int count(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array.stream().mapToInt(Literal::count).sum();
        }
        if (value instanceof JsonObject object) {
            return object.values().stream().mapToInt(Literal::count).sum();
        }
        return 1;
    }
}
