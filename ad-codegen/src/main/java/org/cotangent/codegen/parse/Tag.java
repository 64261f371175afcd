package org.cotangent.codegen.parse;

import java.util.Locale;

/** What a problem is about: short, stable, and searchable in the documentation. */
public enum Tag {
    /** An array is used in a way that is not understood. */
    ARRAY,
    /** A method that cannot be read is called. */
    CALL,
    /** A class is declared inside a method. */
    CLASS,
    /** A field of an object is read or written. */
    FIELD,
    /** A float is converted in a way that rounds twice. */
    FLOAT,
    /** A derivative is asked for that does not exist for the method. */
    FORM,
    /** A method has type parameters. */
    GENERIC,
    /** The type of an object is asked for. */
    INSTANCEOF,
    /** A fault of the processor itself. */
    INTERNAL,
    /** A lambda or method reference. */
    LAMBDA,
    /** A loop over something else than an array. */
    LOOP,
    /** A method of {@link Math} that has no derivative. */
    MATH,
    /** A method that cannot be annotated, or called: not static, abstract, native. */
    METHOD,
    /** {@code null}. */
    NULL,
    /** An object is made. */
    OBJECT,
    /** What receives the values of a vector function is not clear. */
    OUTPUT,
    /** A record that does more than hold its components. */
    RECORD,
    /** A derivative written by hand does not fit its routine, or is missing. */
    RULE,
    /** Derivative code becomes too large. */
    SIZE,
    /** A static field that is no constant. */
    STATIC,
    /** A string outside of an error message. */
    STRING,
    /** A switch over something else than numbers. */
    SWITCH,
    /** A synchronized block. */
    SYNCHRONIZED,
    /** An exception that cannot be thrown from generated code. */
    THROW,
    /** A try statement. */
    TRY,
    /** A type that is not supported. */
    TYPE,
    /** Something else that is not understood. */
    UNSUPPORTED,
    /** A method takes any number of arguments. */
    VARARGS,
    /** What to differentiate by is not clear. */
    WRT,
    /** A branch is chosen by a value that has a derivative. */
    BRANCH,
    /** A value that has a derivative is made an integer. */
    TRUNCATION,
    /** What a reverse sweep keeps; only told when a report is asked for. */
    KEPT,
    /** A parameter cannot influence the result. */
    UNUSED;

    /** As it stands in messages, such as {@code [AD-TRY]}. */
    @Override
    public String toString() {
        return "[AD-" + name().toUpperCase(Locale.ROOT) + "]";
    }
}
