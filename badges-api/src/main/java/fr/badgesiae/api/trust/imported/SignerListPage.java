package fr.badgesiae.api.trust.imported;

import java.util.List;

/** The signers that a network pinned, by name. */
public record SignerListPage(List<SignerPage> signers) {}
