package fr.badgesiae.api.platform.html;

import fr.badgesiae.api.platform.auth.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Serves {@link Assets}: cached for a year under the current digest, not cached under any other. */
@Path("/assets/{digest}/{name}")
public final class AssetResource {
    private final Assets assets;

    public AssetResource(Assets assets) {
        this.assets = assets;
    }

    @GET
    @Open
    public Response file(@PathParam("digest") String digest, @PathParam("name") String name) {
        Optional<byte[]> bytes = assets.bytes(name);
        if (bytes.isEmpty()) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        boolean current = assets.digest().equals(digest);
        return Response.ok(bytes.get(), type(name))
                .header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache")
                .build();
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            default -> "application/octet-stream";
        };
    }
}
