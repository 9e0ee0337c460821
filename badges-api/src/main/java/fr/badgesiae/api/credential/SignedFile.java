package fr.badgesiae.api.credential;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** A released badge as a file: the signed documents byte for byte. */
public final class SignedFile {
    private SignedFile() {}

    /** The signed JSON (VC Data Model 2.0, 6.3). */
    public static Response json(String document) {
        return file(document, "application/vc", "badge.json");
    }

    /** The signed JWT (VC JOSE COSE, 6.1). */
    public static Response jwt(String jwt) {
        return file(jwt, "application/vc+jwt", "badge.jwt");
    }

    private static Response file(String text, String type, String name) {
        return Response.ok(text.getBytes(StandardCharsets.UTF_8), type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
