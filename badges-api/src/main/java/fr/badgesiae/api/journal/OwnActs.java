package fr.badgesiae.api.journal;

import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.platform.auth.Rights.Right;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.html.PageContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What concerns a holder, for their own eyes: their acts, and those of organisations on their file and badges. */
public final class OwnActs {
    /**
     * A line in words for its holder.
     *
     * @param organisation who acted, or null for the holder's own acts
     * @param badge its name, or null
     * @param thing the label of the link or phone, or null
     * @param wallet the name of the {@link WalletKind} of a copy, or null
     * @param author of an act of a member, or null
     */
    public record Line(
            Instant at,
            String code,
            @Nullable String organisation,
            @Nullable String badge,
            @Nullable String thing,
            @Nullable String wallet,
            @Nullable Author author) {
        /** Its sentence, and one that says what kind of member acted. */
        public String text(PageContext context) {
            String sentence = sentence(context);
            return author == null ? sentence : sentence + " " + context.t(author.key());
        }

        private String sentence(PageContext context) {
            String key = "journal.easy." + code;
            String who = organisation == null ? context.t("journal.easy.organisation") : organisation;
            String about = badge == null ? context.t("journal.something") : context.t("journal.named", badge);
            Act act = Act.valueOf(code);
            if (thing != null && Act.ON_NAMED.contains(act)) {
                return context.t(key + ".named", who, about, context.t("journal.named", thing));
            }
            if (wallet != null && Act.ON_COPIES.contains(act)) {
                WalletKind kind = WalletKind.valueOf(wallet);
                // To ask for a printed code is an act of its own.
                if (kind == WalletKind.OFFLINE_CODE && act == Act.WALLET_COPY_WITHDRAWN) {
                    return context.t(key + ".printed", who, about);
                }
                if (!kind.label().isEmpty()) {
                    return context.t(key + ".named", who, about, kind.label());
                }
            }
            return context.t(key, who, about);
        }
    }

    /**
     * What a member was when they acted. Their name stays with the organisation.
     *
     * @param role the name of their {@link Role}
     * @param rights the names of their rights, with spaces between; null for those of the role
     */
    public record Author(String role, @Nullable String rights) {
        private static final String KEY = "journal.easy.by.";

        /** @return null for an act of nobody in the team */
        public static @Nullable Author of(@Nullable String role, @Nullable String rights) {
            return role == null ? null : new Author(role, rights);
        }

        /** Rights set by hand make no function of their own: somebody of the team. */
        String key() {
            if (rights == null) {
                return KEY + role;
            }
            Set<Right> held =
                    Arrays.stream(rights.split(" ", -1)).map(Right::valueOf).collect(Collectors.toSet());
            return Arrays.stream(Role.values())
                    .filter(preset -> preset.preset().equals(held))
                    .map(preset -> KEY + preset.name())
                    .findFirst()
                    .orElse(KEY + "TEAM");
        }
    }

    /** The latest lines, in a transaction of the holder. */
    public List<Line> latest(Handle handle, int most) {
        return handle.attach(JournalDao.class).own(Act.ofHolder(), most).stream()
                .map(row -> new Line(
                        row.createdAt(),
                        row.code(),
                        row.organisation(),
                        row.badge(),
                        row.thing(),
                        row.wallet(),
                        Author.of(row.role(), row.rights())))
                .toList();
    }
}
