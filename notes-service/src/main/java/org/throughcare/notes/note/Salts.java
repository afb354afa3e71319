package org.throughcare.notes.note;

/** Random text, from outside of the domain. */
@FunctionalInterface
public interface Salts {

    String next();
}
