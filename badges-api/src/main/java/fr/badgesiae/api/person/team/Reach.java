package fr.badgesiae.api.person.team;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose people a statement may find: all of an organisation, or those of the teams of one member.
 *
 * @param member the account whose teams count, or null for everybody; the first argument of {@code is_assigned} and
 *     {@code page_of_teams}
 */
public record Reach(OrganisationId organisation, @Nullable UUID member) {
    /** Of a member, by their rights at this request. */
    public static Reach of(Principal reader) {
        return new Reach(
                reader.organisation(),
                reader.may(Permission.TEAM) ? reader.account().value() : null);
    }

    /** Of a caller that acts for an organisation, or whose permission includes all names. */
    public static Reach everybody(OrganisationId organisation) {
        return new Reach(organisation, null);
    }

    /** Whether only the people of some teams are found. */
    public boolean limited() {
        return member != null;
    }

    /** The organisation as a parameter. */
    public UUID here() {
        return organisation.value();
    }
}
