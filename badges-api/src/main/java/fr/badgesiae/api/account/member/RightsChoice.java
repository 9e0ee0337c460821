package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.auth.Rights.Right;
import fr.badgesiae.api.platform.auth.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The role and the rights that a member is to have.
 *
 * @param role the preset, or the role kept beside rights set by hand
 * @param byHand rights set by hand, or null for the preset
 */
public record RightsChoice(Role role, @Nullable Set<Right> byHand) {
    /** The presets of an organisation, in the order of pages. */
    static final List<Role> PRESETS = List.of(Role.ORG_ADMIN, Role.COUNSELLOR, Role.PLACEMENT_OFFICER, Role.EVALUATOR);

    /** The preset of this name; empty for a role that no organisation gives. */
    static Optional<Role> preset(String name) {
        return PRESETS.stream().filter(role -> role.name().equals(name)).findFirst();
    }

    /** Rights set by hand; those of a preset are that preset. */
    static RightsChoice byHand(Role before, Set<Right> rights) {
        return PRESETS.stream()
                .filter(role -> role.preset().equals(rights))
                .findFirst()
                .map(role -> new RightsChoice(role, null))
                .orElseGet(() -> new RightsChoice(before, rights));
    }

    Set<Right> rights() {
        return byHand == null ? role.preset() : byHand;
    }

    /** The names of rights as they are stored, in order. */
    static String[] names(Set<Right> rights) {
        return Arrays.stream(Right.values())
                .filter(rights::contains)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /** The rights of these names; unknown ones are left out. */
    static Set<Right> read(@Nullable List<String> names) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        if (names != null) {
            Arrays.stream(Right.values())
                    .filter(right -> names.contains(right.name()))
                    .forEach(rights::add);
        }
        return rights;
    }
}
