/**
 * The seal over audit lines: rounds of heads, signed days, and their verification (decision 0069). Start reading at {@link
 * fr.badgesiae.api.journal.seal.SealLines}.
 */
package fr.badgesiae.api.journal.seal;
