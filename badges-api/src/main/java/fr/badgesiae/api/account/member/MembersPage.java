package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.html.Errors;
import java.time.Instant;
import java.util.List;

/**
 * The members of an organisation and the links still open.
 *
 * @param next the path of the next page, or null
 */
public record MembersPage(
        List<Member> members, List<Invitation> invitations, String label, Errors errors, String next) {
    /**
     * @param self whether it is who is looking
     */
    public record Member(String id, String name, String login, String role, boolean active, boolean self) {}

    /** A link nobody has used yet. */
    public record Invitation(String id, String label, String role, Instant ends) {}
}
