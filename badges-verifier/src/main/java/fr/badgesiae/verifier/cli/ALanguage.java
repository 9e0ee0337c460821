package fr.badgesiae.verifier.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** French or English. */
final class ALanguage implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
        if (!value.equals("fr") && !value.equals("en")) {
            throw new TypeConversionException(value);
        }
        return value;
    }
}
