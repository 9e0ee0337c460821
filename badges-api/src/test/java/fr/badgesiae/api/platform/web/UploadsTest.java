package fr.badgesiae.api.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.junit.jupiter.api.Test;

class UploadsTest {
    private static final byte[] TOO_MUCH = body((int) Uploads.MOST_BYTES);

    private final WebHarness web = new WebHarness(WebHarness.settings(), WebHarness.pages(), List.of(new Taker()));

    private static byte[] body(int size) {
        return ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + "x".repeat(size)
                        + "\r\n--x--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Answer send(String path, String type) {
        return web.call("POST", path, Map.of("Content-Type", type), TOO_MUCH);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedUnderEachName() {
        assertThat(send("/taker/form", "multipart/form-data; boundary=x").status())
                .isEqualTo(413);
        assertThat(send("/taker/raw", "application/octet-stream").status()).isEqualTo(413);
    }

    @Test
    void aBodyOfNoParticularKindIsRefusedUnread() {
        for (String type : List.of("*/*; boundary=x", "multipart/*; boundary=x")) {
            assertThat(send("/taker/form", type).status()).as(type).isEqualTo(415);
        }
        for (String type : List.of("*/*", "application/*")) {
            assertThat(send("/taker/raw", type).status()).as(type).isEqualTo(415);
        }
    }

    @Path("/taker")
    public static final class Taker {
        @POST
        @Open
        @Path("/form")
        @Consumes(MediaType.MULTIPART_FORM_DATA)
        public String form(@FormDataParam("file") InputStream file) throws IOException {
            return Integer.toString(file.readAllBytes().length);
        }

        @POST
        @Open
        @Path("/raw")
        @Consumes({"application/octet-stream", "image/png"})
        public String raw(InputStream body) throws IOException {
            return Integer.toString(body.readAllBytes().length);
        }
    }
}
