package org.cotangent.codegen.processor;

/** Tells what to add to the path of processors where a class of another library is not on it. */
final class MissingJar {

    private MissingJar() {}

    /** What is missing, and which jars belong there. */
    static String told(Error fault) {
        Throwable deepest = fault;
        while (deepest.getCause() != null && !(deepest instanceof NoClassDefFoundError)) {
            deepest = deepest.getCause();
        }
        return "Cotangent's processor cannot load a class that it needs: " + deepest
                + "; expected all jars that ad-codegen is built on beside it, add to -processorpath those of ad-core,"
                + " javapoet, ejml-core, ejml-ddense, commons-numbers-gamma, -core and -fraction";
    }
}
