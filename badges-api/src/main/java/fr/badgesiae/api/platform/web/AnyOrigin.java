package fr.badgesiae.api.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource for programs of whichever origin (CORS): it reads no cookie, sets none, and needs no token of a form. Each path
 * answers OPTIONS by a method of its own, {@link AnyOriginFilter#preflight}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AnyOrigin {}
