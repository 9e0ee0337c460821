/**
 * The forms of Open Badges 2.0 and 1.x documents: one normal form for the JSON-LD variants, the upgrade of 1.x, and the scope of an
 * issuer. Pure functions; nothing is fetched here. Start reading at {@link
 * fr.badgesiae.verifier.ob2.form.NormalForm}.
 */
package fr.badgesiae.verifier.ob2.form;
