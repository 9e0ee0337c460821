/**
 * A badge in one QR code: what it says, how it is signed, written as digits, read and judged. Start reading at {@link
 * fr.badgesiae.api.offline.code.CodeText}.
 */
package fr.badgesiae.api.offline.code;
