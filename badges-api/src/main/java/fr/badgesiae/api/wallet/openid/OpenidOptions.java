package fr.badgesiae.api.wallet.openid;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.wallet.openid.draft.OpenidDraft;
import fr.badgesiae.api.wallet.sdjwt.BadgeType;
import java.util.List;
import java.util.Set;

/**
 * What this installation speaks.
 *
 * @param drafts accepted beside 1.0
 * @param configurations in the metadata of every organisation
 * @param vct the type of SD-JWT VC
 */
record OpenidOptions(Set<OpenidDraft> drafts, List<OpenidConfiguration> configurations, String vct) {
    static OpenidOptions of(Settings settings, BadgeType type) {
        return new OpenidOptions(
                OpenidDraft.accepted(settings),
                OpenidWallet.offered(settings).stream()
                        .map(OpenidWallet::configuration)
                        .toList(),
                type.url());
    }

    boolean accepts(OpenidDraft draft) {
        return drafts.contains(draft);
    }

    boolean publishes(String configuration) {
        return configurations.stream().anyMatch(known -> known.id().equals(configuration));
    }
}
