/**
 * Words in the reader's language. Knows bundles, the ICU message syntax and how a request names its language; knows no
 * feature. Start reading at {@link fr.badgesiae.api.platform.i18n.Messages}.
 */
package fr.badgesiae.api.platform.i18n;
