/**
 * The forms of Open Badges 2.0 and 1.x documents: one normal form for the JSON-LD variants, the upgrade of 1.x, and addresses as
 * 2.0 compares them. Pure functions; nothing is fetched here. Start reading at {@link
 * fr.badgesiae.verifier.ob2.form.NormalForm}.
 */
package fr.badgesiae.verifier.ob2.form;
