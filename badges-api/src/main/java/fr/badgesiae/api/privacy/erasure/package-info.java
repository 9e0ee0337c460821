/**
 * Erasure of a desk file and of a space, each in one transaction under the lock of its row; their record, and its replay after a
 * restore. Knows neither pages nor jobs. Start reading at {@link fr.badgesiae.api.privacy.erasure.EraseDeskFile}.
 */
package fr.badgesiae.api.privacy.erasure;
