package fr.badgesiae.api.organisation;

import fr.badgesiae.api.organisation.departement.Departements;
import fr.badgesiae.api.organisation.siret.Siret;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as typed. Kind, SIRET and legal name are edited by the network, the rest by the organisation.
 *
 * @param showsLegalIdentity whether badges show the legal name and the SIRET
 * @param timeZone such as {@code Indian/Reunion}
 * @param departements codes, the first that of the figures, such as {@code 59, 62}
 */
public record OrganisationForm(
        String kind,
        String siret,
        String legalName,
        String publicName,
        String description,
        String town,
        String website,
        String publicPhone,
        String publicEmail,
        boolean showsLegalIdentity,
        String dataController,
        String dataRightsContact,
        String dataProtectionOfficer,
        String dataLegalBasis,
        String timeZone,
        String departements) {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\".]+");
    private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 .()-]{5,38}");

    static OrganisationForm empty() {
        return new OrganisationForm(
                "", "", "", "", "", "", "", "", "", false, "", "", "", "", FrenchZone.PARIS.id(), "");
    }

    static OrganisationForm of(MultivaluedMap<String, String> form) {
        return new OrganisationForm(
                text(form, "kind"),
                Siret.clean(form.getFirst("siret")),
                line(form, "legalName"),
                line(form, "publicName"),
                text(form, "description"),
                text(form, "town"),
                text(form, "website"),
                text(form, "publicPhone"),
                text(form, "publicEmail"),
                form.getFirst("showsLegalIdentity") != null,
                text(form, "dataController"),
                text(form, "dataRightsContact"),
                text(form, "dataProtectionOfficer"),
                text(form, "dataLegalBasis"),
                text(form, "timeZone"),
                Departements.written(text(form, "departements"), text(form, "town")));
    }

    static OrganisationForm of(ProfileRow row) {
        return new OrganisationForm(
                row.kind().name(),
                orEmpty(row.siret()),
                row.legalName(),
                row.publicName(),
                row.description(),
                row.town(),
                orEmpty(row.website()),
                orEmpty(row.publicPhone()),
                orEmpty(row.publicEmail()),
                row.showsLegalIdentity(),
                row.dataController(),
                row.dataRightsContact(),
                row.dataProtectionOfficer(),
                row.dataLegalBasis(),
                row.timeZone(),
                row.departements());
    }

    /** These fields of the organisation's own with the network's fields of the stored profile. */
    OrganisationForm withNetworkFields(OrganisationForm stored) {
        return new OrganisationForm(
                stored.kind,
                stored.siret,
                stored.legalName,
                publicName,
                description,
                town,
                website,
                publicPhone,
                publicEmail,
                showsLegalIdentity,
                dataController,
                dataRightsContact,
                dataProtectionOfficer,
                dataLegalBasis,
                timeZone.isEmpty() ? stored.timeZone : timeZone,
                departements);
    }

    /** These fields; without a legal basis, the usual one. */
    OrganisationForm withLegalBasis(String usual) {
        return !dataLegalBasis.isEmpty()
                ? this
                : new OrganisationForm(
                        kind,
                        siret,
                        legalName,
                        publicName,
                        description,
                        town,
                        website,
                        publicPhone,
                        publicEmail,
                        showsLegalIdentity,
                        dataController,
                        dataRightsContact,
                        dataProtectionOfficer,
                        usual,
                        timeZone,
                        departements);
    }

    /** Validation of the network's form. */
    Errors checkNew() {
        Errors errors = Errors.none();
        if (OrganisationKind.offered().stream()
                .noneMatch(offered -> offered.name().equals(kind))) {
            errors = errors.with("kind", "organisation.error.kind");
        }
        if (!Siret.valid(siret)) {
            errors = errors.with("siret", "organisation.error.siret");
        }
        errors = named(errors, "legalName", legalName, "organisation.error.legal-name");
        errors = departements(within(errors, "town", town, 100));
        return named(errors, "publicName", publicName, "organisation.error.public-name");
    }

    /** Validation of the organisation's own form. */
    Errors checkProfile() {
        Errors errors = named(Errors.none(), "publicName", publicName, "organisation.error.public-name");
        errors = within(errors, "description", description, 2000);
        errors = departements(within(errors, "town", town, 100));
        if (!website.isEmpty() && !webAddress(website)) {
            errors = errors.with("website", "organisation.error.website");
        }
        if (!publicPhone.isEmpty() && !PHONE.matcher(publicPhone).matches()) {
            errors = errors.with("publicPhone", "organisation.error.phone");
        }
        if (!publicEmail.isEmpty()
                && (publicEmail.length() > 254 || !EMAIL.matcher(publicEmail).matches())) {
            errors = errors.with("publicEmail", "organisation.error.email");
        }
        if (FrenchZone.find(timeZone).isEmpty()) {
            errors = errors.with("timeZone", "organisation.error.time-zone");
        }
        errors = within(errors, "dataController", dataController, 500);
        errors = within(errors, "dataRightsContact", dataRightsContact, 500);
        errors = within(errors, "dataProtectionOfficer", dataProtectionOfficer, 500);
        return within(errors, "dataLegalBasis", dataLegalBasis, 2000);
    }

    private Errors departements(Errors errors) {
        return Departements.parse(departements).isPresent()
                ? errors
                : errors.with("departements", "organisation.error.departements");
    }

    private static Errors named(Errors errors, String field, String value, String missing) {
        return value.isEmpty() ? errors.with(field, missing) : within(errors, field, value, 200);
    }

    private static Errors within(Errors errors, String field, String value, int longest) {
        return value.length() <= longest ? errors : errors.with(field, "organisation.error.too-long", longest);
    }

    private static boolean webAddress(String typed) {
        try {
            URI address = URI.create(typed);
            return typed.length() <= 500
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        String typed = form.getFirst(name);
        return typed == null ? "" : typed.strip();
    }

    /** On one line: names stand in badges, messages and headings. */
    private static String line(MultivaluedMap<String, String> form, String name) {
        return text(form, name).replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
