package fr.badgesiae.api.commands.section;

import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.platform.Option;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.api.wallet.openid.draft.OpenidDraft;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which wallets holders choose from, and which drafts are accepted for them. */
public final class Wallets {
    private Wallets() {}

    /** The options of the section; none where it is empty. */
    public static Set<Option> of(BadgesConfiguration configuration) {
        List<String> named = parts(configuration.wallets().offered());
        List<String> numbers = parts(configuration.wallets().drafts());
        Set<Option> options = new HashSet<>();
        named.forEach(name -> options.add(wallet(name).orElseThrow(Wallets::unknownWallet)));
        if (options.size() > OpenidWallet.MOST) {
            throw unknownWallet();
        }
        numbers.forEach(number -> options.add(OpenidDraft.of(number).orElseThrow(Wallets::unknownDraft)));
        for (String name : named) {
            wallet(name)
                    .flatMap(OpenidWallet::draft)
                    .filter(draft -> !options.contains(draft))
                    .ifPresent(draft -> {
                        throw withoutDraft(name, draft);
                    });
        }
        return Set.copyOf(options);
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Optional<OpenidWallet> wallet(String name) {
        return Arrays.stream(OpenidWallet.values())
                .filter(known -> known.name().equals(name))
                .findFirst();
    }

    private static StartRefused unknownWallet() {
        String names = String.join(
                ", ", Arrays.stream(OpenidWallet.values()).map(Enum::name).toList());
        return new StartRefused(
                "wallets.offered (BADGES_WALLETS) nomme deux portefeuilles au plus, séparés par une virgule, parmi : "
                        + names + ".",
                "wallets.offered (BADGES_WALLETS) names at most two wallets, separated by a comma, of: " + names + ".");
    }

    private static StartRefused unknownDraft() {
        return new StartRefused(
                "wallets.drafts (BADGES_OPENID_DRAFTS) contient 13, 15, ou les deux séparés par une virgule.",
                "wallets.drafts (BADGES_OPENID_DRAFTS) has 13, 15, or both separated by a comma.");
    }

    private static StartRefused withoutDraft(String wallet, OpenidDraft draft) {
        return new StartRefused(
                wallet + " demande " + draft.number() + " dans wallets.drafts (BADGES_OPENID_DRAFTS).",
                wallet + " needs " + draft.number() + " in wallets.drafts (BADGES_OPENID_DRAFTS).");
    }
}
