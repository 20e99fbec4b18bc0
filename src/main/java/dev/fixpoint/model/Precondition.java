package dev.fixpoint.model;

/**
 * What must hold before a plan may be carried out without asking.
 *
 * @param name which condition
 * @param met whether it holds
 * @param detail one clause for people
 */
public record Precondition(String name, boolean met, String detail) {}
