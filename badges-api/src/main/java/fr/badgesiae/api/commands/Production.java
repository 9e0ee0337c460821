package fr.badgesiae.api.commands;

import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.commands.section.Messaging;
import fr.badgesiae.api.commands.section.Wallets;
import fr.badgesiae.api.home.Notices;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Option;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.client.TrustedProxies;
import fr.badgesiae.api.platform.mail.MailSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Required configuration of {@code server}, validated before anything starts. */
public record Production(Settings settings, Vault vault, Notices notices) {

    /** @throws StartRefused with everything missing or invalid */
    public static Production of(BadgesConfiguration configuration, Ids ids) {
        ConfigurationProblems problems = new ConfigurationProblems();
        Optional<Settings> settings = problems.collect(() -> Addresses.published(configuration));
        Optional<TrustedProxies> proxies = problems.collect(() -> Addresses.proxies(configuration));
        Optional<Set<Option>> wallets = problems.collect(() -> Wallets.of(configuration));
        Optional<Vault> vault = Secrets.ofConfiguration(configuration, ids, problems);
        Optional<MailSettings> mail = problems.collect(() -> Messaging.of(configuration));
        problems.collect(() -> Storage.external(configuration));
        Optional<Notices> notices = problems.collect(() -> notices(configuration));
        configuration.notices().ifPresent(known -> problems.collect(() -> fitting(known)));
        configuration.notices().ifPresent(known -> Declarations.check(known.accessibility(), problems));
        problems.throwIfAny();
        return new Production(
                settings.orElseThrow()
                        .behind(proxies.orElseThrow())
                        .with(wallets.orElseThrow())
                        .sending(mail.orElseThrow()),
                vault.orElseThrow(),
                notices.orElseThrow());
    }

    private static Notices notices(BadgesConfiguration configuration) {
        Optional<Notices> notices = configuration.notices();
        List<String> missing = notices.map(Notices::missing).orElse(List.of("all of them"));
        if (!missing.isEmpty()) {
            throw new StartRefused(
                    "Les pages légales sont incomplètes. Remplissez chaque ligne sous notices: dans la configuration et n’y laissez aucun <placeholder>. Il manque : "
                            + String.join(", ", missing) + ".",
                    "The legal pages are incomplete. Fill in every line under notices: in the"
                            + " configuration and leave no <placeholder>. Missing: " + String.join(", ", missing)
                            + ".");
        }
        return notices.orElseThrow();
    }

    private static Notices fitting(Notices notices) {
        if (notices.securityContactIsUnfit()) {
            throw new StartRefused(
                    "notices.securityContact doit être une adresse électronique, comme securite@badges.example, ou une adresse https://…, et non : "
                            + notices.securityContact(),
                    "notices.securityContact must be an e-mail address, such as security@badges.example, or an"
                            + " https://… address, and not: " + notices.securityContact());
        }
        return notices;
    }
}
