package fr.badgesiae.api.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.commands.section.Messaging;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.mail.MailSettings;
import fr.badgesiae.api.platform.mail.MessageKind;
import fr.badgesiae.api.platform.mail.SmtpServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The servers of messages in the configuration. */
class MessagingTest {
    private static MailSettings read(Map<String, Map<String, String>> sections) {
        try {
            JsonMapper json = JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
            return Messaging.of(json.readValue(json.writeValueAsString(sections), BadgesConfiguration.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MailSettings smtp(String url) {
        return read(Map.of("mail", Map.of("url", url, "from", "badges@exemple.fr")));
    }

    @Test
    void withoutAServerAllIsOff() {
        MailSettings off = read(
                Map.of("mail", Map.of("url", "", "from", ""), "sms", Map.of("url", "", "token", "", "sender", "")));
        assertThat(off).isEqualTo(MailSettings.off());
        assertThat(off.sends(MessageKind.MAIL) || off.sends(MessageKind.SMS)).isFalse();
        assertThat(Messaging.summary(off)).contains("E-mail : désactivé", "Mail: off", "SMS: off");
    }

    @Test
    void aServerElsewhereMustProtectTheConnection() {
        SmtpServer server =
                smtp("smtp://badges:p%40ss+w%3Ard@smtp.exemple.fr").smtp().orElseThrow();
        assertThat(server.host()).isEqualTo("smtp.exemple.fr");
        assertThat(server.port()).isEqualTo(587);
        assertThat(server.tls()).isEqualTo(SmtpServer.Tls.REQUIRED);
        assertThat(server.user()).isEqualTo("badges");
        assertThat(server.password().value()).isEqualTo("p@ss+w:rd");
        assertThat(server.toString()).doesNotContain("p@ss");
        SmtpServer implicit = smtp("smtps://smtp.exemple.fr").smtp().orElseThrow();
        assertThat(implicit.tls()).isEqualTo(SmtpServer.Tls.IMPLICIT);
        assertThat(implicit.port()).isEqualTo(465);
        assertThat(implicit.user()).isNull();
        assertThat(smtp("smtp://localhost:2525").smtp().orElseThrow().tls()).isEqualTo(SmtpServer.Tls.OFFERED);
        assertThat(Messaging.summary(smtp("smtp://badges:secret@smtp.exemple.fr")))
                .contains("Mail: smtp.exemple.fr:587")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://smtp.exemple.fr", "smtp.exemple.fr:587", "smtp:", "smtp://a b:secret@c", "smtp://"})
    void anythingElseIsRefusedWithoutItsPassword(String url) {
        assertThatThrownBy(() -> smtp(url))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("BADGES_MAIL_URL")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void mailComesFromAnAddress() {
        assertThatThrownBy(() -> read(Map.of("mail", Map.of("url", "smtp://localhost", "from", "badges"))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("BADGES_MAIL_FROM");
    }

    @Test
    void aGatewayIsHttpsAndHasAToken() {
        MailSettings on = read(Map.of("sms", Map.of("url", "https://sms.exemple.fr/send", "token", "abc")));
        assertThat(on.sends(MessageKind.SMS)).isTrue();
        assertThat(on.sends(MessageKind.MAIL)).isFalse();
        assertThatThrownBy(() -> read(Map.of("sms", Map.of("url", "http://sms.exemple.fr/send", "token", "abc"))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("BADGES_SMS_URL");
        assertThatThrownBy(() -> read(Map.of("sms", Map.of("url", "https://sms.exemple.fr/send", "token", "a\nb"))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("BADGES_SMS_TOKEN");
        assertThatThrownBy(() -> read(Map.of("sms", Map.of("url", "https://sms.exemple.fr/send"))))
                .isInstanceOf(StartRefused.class);
    }
}
