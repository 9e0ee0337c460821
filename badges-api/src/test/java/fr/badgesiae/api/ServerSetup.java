package fr.badgesiae.api;

import fr.badgesiae.api.platform.Option;
import fr.badgesiae.api.platform.client.TrustedProxies;
import fr.badgesiae.api.platform.i18n.AddedLanguages;
import fr.badgesiae.api.platform.mail.MailSettings;
import fr.badgesiae.api.platform.mail.TestMail;
import fr.badgesiae.api.wallet.TestCertificate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * How one test server differs from another.
 *
 * @param connections what is put around the connection pool
 * @param beforeItServes what happens before it answers and before its jobs run
 * @param certificate of the https address, or empty for http
 */
record ServerSetup(
        UnaryOperator<DataSource> connections,
        TrustedProxies proxies,
        Set<Option> options,
        Consumer<Assembly> beforeItServes,
        Optional<TestCertificate> certificate,
        MailSettings mail,
        AddedLanguages languages) {
    static final ServerSetup PLAIN = new ServerSetup(
            UnaryOperator.identity(),
            TrustedProxies.none(),
            Set.of(),
            assembly -> {},
            Optional.empty(),
            TestMail.nowhere(),
            AddedLanguages.NONE);

    ServerSetup through(UnaryOperator<DataSource> around) {
        return new ServerSetup(around, proxies, options, beforeItServes, certificate, mail, languages);
    }

    ServerSetup with(TrustedProxies named) {
        return new ServerSetup(connections, named, options, beforeItServes, certificate, mail, languages);
    }

    ServerSetup with(Set<Option> asked) {
        return new ServerSetup(connections, proxies, asked, beforeItServes, certificate, mail, languages);
    }

    ServerSetup with(Consumer<Assembly> first) {
        return new ServerSetup(connections, proxies, options, first, certificate, mail, languages);
    }

    ServerSetup with(TestCertificate https) {
        return new ServerSetup(connections, proxies, options, beforeItServes, Optional.of(https), mail, languages);
    }

    ServerSetup with(MailSettings sending) {
        return new ServerSetup(connections, proxies, options, beforeItServes, certificate, sending, languages);
    }

    ServerSetup with(AddedLanguages more) {
        return new ServerSetup(connections, proxies, options, beforeItServes, certificate, mail, more);
    }
}
