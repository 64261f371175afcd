package org.cotangent.ad.expr;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One row of the table {@link Op}: everything there is to know about an operation. Rows are written
 * down in one file for each family; the enum gives them their names and their order.
 *
 * @param kernel how the value is computed
 * @param notation the Java text
 * @param signature the types of operands and result
 * @param complex the complex value near the real axis, if the operation has one
 * @param rule the partial derivatives
 * @param smoothness whether they exist, and how the chain rule multiplies by them
 * @param refused the operands that it is not differentiated by, although it depends on them
 */
record Row(
        Kernel kernel,
        Notation notation,
        Signature signature,
        Optional<Function<Complex[], Complex>> complex,
        Rule rule,
        Smoothness smoothness,
        Set<Integer> refused) {

    /** How a result depends on real operands. */
    enum Smoothness {
        /** Not at all, or in steps that nobody differentiates. */
        DISCRETE,
        SMOOTH,
        /** Smooth but for points where a partial is infinite although the value is finite. */
        STRONG
    }

    /** A real function with partial derivatives. */
    static Row of(Kernel kernel, Notation notation, Function<Complex[], Complex> complex, Rule rule) {
        return smooth(kernel, notation, Optional.of(complex), rule);
    }

    /** A real function with partial derivatives that cannot be verified by complex steps. */
    static Row withoutComplex(Kernel kernel, Notation notation, Rule rule) {
        return smooth(kernel, notation, Optional.empty(), rule);
    }

    private static Row smooth(
            Kernel kernel, Notation notation, Optional<Function<Complex[], Complex>> complex, Rule rule) {
        Signature signature = kernel instanceof Kernel.RealInteger ? Signature.REAL_AND_INTEGER : Signature.REALS;
        return new Row(kernel, notation, signature, complex, rule, Smoothness.SMOOTH, Set.of());
    }

    /** An operation without derivatives. */
    static Row discrete(Kernel kernel, Notation notation, Signature signature) {
        return new Row(kernel, notation, signature, Optional.empty(), Rule.none(), Smoothness.DISCRETE, Set.of());
    }

    /** A comparison of doubles. */
    static Row discrete(Kernel.Comparison kernel, Notation notation) {
        return discrete(kernel, notation, Signature.REALS_TO_BOOLEAN);
    }

    /** This row, marked as {@link Op#isStrong() strong}. */
    Row strong() {
        return new Row(kernel, notation, signature, complex, rule, Smoothness.STRONG, refused);
    }

    /** This row, without derivatives by some of its operands. */
    Row refusing(Integer... operands) {
        return new Row(kernel, notation, signature, complex, rule, smoothness, Set.of(operands));
    }

    static Kernel real1(Kernel.Unary value) {
        return new Kernel.Real1(value);
    }

    static Kernel real2(Kernel.Binary value) {
        return new Kernel.Real2(value);
    }

    static Notation infix(String symbol, int precedence) {
        return Notation.infix(symbol, precedence);
    }

    static Notation math(String name) {
        return Notation.call("Math", name);
    }

    static Notation primitive(String name) {
        return Notation.call("Primitives", name);
    }

    static Notation special(String name) {
        return Notation.call("Special", name);
    }
}
