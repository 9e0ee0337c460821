package fr.badgesiae.schemas.samples;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small one-page PDFs, object by object (ISO 32000-2, 7.5). */
final class Pdf {
    private final List<String> objects = new ArrayList<>();
    private String names = "";
    private String contents = "";
    private String resources = "";
    private String trailer = "";

    Pdf attached(String text) {
        return attached("", text);
    }

    /** Encoded by a text filter. */
    Pdf attached(String filter, String data) {
        names = "/Names<</EmbeddedFiles<</Names[(badge.json) 4 0 R]>>>>";
        object("<</Type/Filespec/F(badge.json)/UF(badge.json)/EF<</F 5 0 R/UF 5 0 R>>>>");
        return object(stream("/Type/EmbeddedFile" + filter, data));
    }

    Pdf attachedBoth(String first, String second) {
        names = "/Names<</EmbeddedFiles<</Names[(1) 4 0 R(2) 6 0 R]>>>>";
        object("<</Type/Filespec/F(1.json)/EF<</F 5 0 R>>>>").object(stream("/Type/EmbeddedFile", first));
        return object("<</Type/Filespec/F(2.json)/EF<</F 7 0 R>>>>").object(stream("/Type/EmbeddedFile", second));
    }

    Pdf drawn(String operations) {
        return drawn("", operations);
    }

    Pdf drawn(String filter, String data) {
        contents = "/Contents 4 0 R";
        return object(stream(filter, data));
    }

    /** The resources of the page. */
    Pdf resources(String entries) {
        resources = "/Resources<<" + entries + ">>";
        return this;
    }

    Pdf object(String object) {
        objects.add(object);
        return this;
    }

    Pdf trailer(String entry) {
        trailer = entry;
        return this;
    }

    private static String stream(String entries, String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return "<<" + entries + "/Length " + length + ">>stream\n" + text + "\nendstream";
    }

    byte[] bytes() {
        List<String> all = new ArrayList<>();
        all.add("<</Type/Catalog/Pages 2 0 R" + names + ">>");
        all.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        all.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]" + contents + resources + ">>");
        all.addAll(objects);
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < all.size(); i++) {
            table.append("%010d 00000 n \n".formatted(length(pdf)));
            pdf.append(i + 1).append(" 0 obj\n").append(all.get(i)).append("\nendobj\n");
        }
        int start = length(pdf);
        int size = all.size() + 1;
        pdf.append("xref\n0 ").append(size).append('\n').append(table);
        pdf.append("trailer\n<</Size ")
                .append(size)
                .append("/Root 1 0 R")
                .append(trailer)
                .append(">>\n");
        return pdf.append("startxref\n")
                .append(start)
                .append("\n%%EOF\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static int length(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
