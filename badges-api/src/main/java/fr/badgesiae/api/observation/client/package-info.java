/**
 * What clients saw: codes on the time sheets of people whom no member sees at work. Start reading at {@link
 * fr.badgesiae.api.observation.client.MakeClientCode}; what a client does is in {@code open}.
 */
package fr.badgesiae.api.observation.client;
