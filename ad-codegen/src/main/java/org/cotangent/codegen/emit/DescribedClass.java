package org.cotangent.codegen.emit;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.lang.model.SourceVersion;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.GraphSource;

/**
 * What a graph source says, asked once and checked. A source is the user's own code and may fail in
 * any way, which is told in one line with its name.
 *
 * @param source the name of the source's class
 * @param name the qualified name of the class to write
 */
record DescribedClass(String source, String name, List<GraphDefinition> functions) {

    static DescribedClass of(GraphSource source) {
        String from = source.getClass().getName();
        String name = asked(from + ".className()", source::className);
        requireName(from, name);
        List<GraphDefinition> functions = asked(from + ".functions()", source::functions);
        for (int i = 0; i < functions.size(); i++) {
            if (functions.get(i) == null) {
                throw new IllegalArgumentException("element " + i + " of " + from
                        + ".functions() is null, expected a function; make it with GraphDefinition.of");
            }
        }
        return new DescribedClass(from, name, List.copyOf(functions));
    }

    /** Makes a source from the name of its class. */
    static GraphSource load(String name) {
        try {
            Class<?> type = Class.forName(name, true, Thread.currentThread().getContextClassLoader());
            return type.asSubclass(GraphSource.class).getConstructor().newInstance();
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException(
                    "class " + name + " is not on the class path; compile it before the generator runs", missing);
        } catch (ClassCastException other) {
            throw new IllegalArgumentException("class " + name + " does not implement " + GraphSource.class.getName());
        } catch (ReflectiveOperationException problem) {
            throw new IllegalArgumentException(
                    "cannot make a " + name + ": " + cause(problem) + "; it needs to be public with a public"
                            + " constructor that takes no arguments and does not throw",
                    problem);
        } catch (LinkageError problem) {
            throw new IllegalArgumentException(
                    "cannot load " + name + ": " + cause(problem) + "; expected static initialisers that do not throw,"
                            + " and all classes it uses on the class path",
                    problem);
        }
    }

    private static <T> T asked(String call, Supplier<T> answer) {
        T given;
        try {
            given = answer.get();
        } catch (RuntimeException | LinkageError | StackOverflowError problem) {
            throw new IllegalArgumentException(
                    call + " threw " + cause(problem) + "; correct the source, which has to describe its functions"
                            + " without failing",
                    problem);
        }
        return Objects.requireNonNullElseGet(given, () -> {
            throw new IllegalArgumentException(call + " is null, expected a value; return one");
        });
    }

    private static String cause(Throwable problem) {
        boolean wraps = problem instanceof ReflectiveOperationException || problem instanceof LinkageError;
        Throwable cause = wraps && problem.getCause() != null ? problem.getCause() : problem;
        return cause.toString().strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static void requireName(String source, String name) {
        String given = source + ".className() is \"" + name + "\"";
        if (!SourceVersion.isName(name) || name.contains("$")) {
            throw new IllegalArgumentException(given + ", expected a qualified Java name without keywords and $;"
                    + " return one such as org.example.Decay");
        }
        if (name.equals(source)) {
            throw new IllegalArgumentException(
                    given + ", expected another class than the source itself; choose another name");
        }
        String simple = name.substring(name.lastIndexOf('.') + 1);
        if (isOfLanguage(simple)) {
            throw new IllegalArgumentException(given + ", expected a class that does not hide java.lang." + simple
                    + " from its own code; choose another name");
        }
    }

    private static boolean isOfLanguage(String simple) {
        try {
            Class.forName("java.lang." + simple, false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError none) {
            // Folders that ignore case find java.lang.Math for math, and complain of the name.
            return false;
        }
    }
}
