package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.html.Errors;

/** The form that pins a signer. */
public record SignerFormPage(SignerForm form, Errors errors) {}
