package fr.badgesiae.api.verification;

import fr.badgesiae.api.credential.Credentials;
import fr.badgesiae.api.holder.MatchingWords;
import fr.badgesiae.api.holder.ShareLinks;
import fr.badgesiae.api.organisation.Organisations;

/** What verification sees of the features below it. */
public record VerificationViews(
        Organisations organisations, Credentials credentials, ShareLinks links, MatchingWords words) {}
