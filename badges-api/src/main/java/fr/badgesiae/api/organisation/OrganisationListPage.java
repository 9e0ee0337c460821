package fr.badgesiae.api.organisation;

import java.util.List;

/**
 * The organisations of a network by legal name.
 *
 * @param words what was searched for, or empty
 * @param next the path of the next page, or null
 */
public record OrganisationListPage(String words, List<Line> lines, String next) {
    /**
     * One organisation of the list.
     *
     * @param paused whether the network does not answer for it for now
     */
    public record Line(String id, String kind, String siret, String legalName, String publicName, boolean paused) {}
}
