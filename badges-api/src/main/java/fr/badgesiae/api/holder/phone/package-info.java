/**
 * A holder's own phones: each opens the space by a passkey of its own, with a long session, until it is removed. Start reading
 * at {@link fr.badgesiae.api.holder.phone.RegisterPhone}.
 */
package fr.badgesiae.api.holder.phone;
