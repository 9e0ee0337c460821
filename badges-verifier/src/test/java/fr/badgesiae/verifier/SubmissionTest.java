package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionTest {
    @Test
    void aRawSpaceInAnAddressIsReadAsTwentyAndNothingElseIsRepaired() {
        assertThat(Submission.address(" https://a.example/mon badge?q=a b "))
                .hasValue(new Submission.Address(URI.create("https://a.example/mon%20badge?q=a%20b")));
        assertThat(Submission.address("https://a.example/%20")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "badge",
                "https://a.example is a site",
                "https://a.example/a\tb",
                "https://a.example/a\nhttps://b.example/",
                "https://a.example/{id}",
                "https://a.example/%zz"
            })
    void anythingElseIsNoAddress(String text) {
        assertThat(Submission.address(text)).isEmpty();
    }
}
