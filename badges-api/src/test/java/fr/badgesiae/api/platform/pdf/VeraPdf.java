package fr.badgesiae.api.platform.pdf;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The rules of PDF/A-3u and PDF/UA-1 that a document breaks, by veraPDF. */
public final class VeraPdf {
    private VeraPdf() {}

    /** Broken rules with their place in the document; empty for a conforming one. */
    public static List<String> broken(byte[] pdf) {
        VeraGreenfieldFoundryProvider.initialise();
        return Stream.of(PDFAFlavour.PDFA_3_U, PDFAFlavour.PDFUA_1)
                .flatMap(flavour -> broken(pdf, flavour))
                .toList();
    }

    private static Stream<String> broken(byte[] pdf, PDFAFlavour flavour) {
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        try (PDFAParser parser = foundry.createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = foundry.createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(broken -> flavour + " " + broken.getRuleId().getClause() + " " + broken.getMessage() + " at "
                            + broken.getLocation().getContext())
                    .toList()
                    .stream();
        } catch (Exception e) {
            throw new IllegalStateException("veraPDF did not finish", e);
        }
    }
}
