/**
 * Sections of the configuration as the service uses them: wallets, messages, languages. What is not right refuses the start, in
 * words. Start reading at {@link fr.badgesiae.api.commands.section.Messaging}.
 */
package fr.badgesiae.api.commands.section;
