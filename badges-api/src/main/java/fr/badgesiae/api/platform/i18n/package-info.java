/**
 * Messages in the reader's language: bundles, ICU message syntax, language negotiation. Knows no feature. Start reading at {@link fr.badgesiae.api.platform.i18n.Messages}.
 */
package fr.badgesiae.api.platform.i18n;
