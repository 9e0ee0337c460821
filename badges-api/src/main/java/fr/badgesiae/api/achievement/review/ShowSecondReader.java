package fr.badgesiae.api.achievement.review;

import fr.badgesiae.api.account.member.Members;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;

/** Reads whether two people publish a badge, and who could. */
public final class ShowSecondReader {
    private final Database database;
    private final Members members;

    public ShowSecondReader(Database database, Members members) {
        this.database = database;
        this.members = members;
    }

    /** @param publishers the names of the members who may publish */
    public record Shown(boolean required, List<String> publishers) {}

    public Shown apply(OrganisationId organisation) {
        return database.inOrganisation(
                organisation,
                handle -> new Shown(
                        Reviews.required(handle, organisation),
                        members.active(handle, organisation).stream()
                                .filter(one -> one.rights().may(Permission.PUBLISH))
                                .map(Members.Active::name)
                                .toList()));
    }
}
