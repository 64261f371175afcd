package org.cotangent.ad.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that computes a derivative of another one, its routine. A {@link
 * Differentiable} method that calls the routine then calls it as it stands, and its derivatives use the
 * rule. So the routine may be any Java: an iteration to be differentiated by the implicit function
 * theorem, a search in a table, code of a library.
 *
 * <pre>
 * static double depth(double t, double[] profile) { ... }      // any Java
 *
 * &#64;DerivativeOf(method = "depth", wrt = "t")                   // the partial derivative by t
 * static double depthByT(double t, double[] profile, double depth) { ... }
 *
 * &#64;DerivativeOf(method = "depth")                              // adds to the adjoint of profile
 * static void depthAdjoint(double t, double[] profile, double depthBar, double[] profileBar) { ... }
 * </pre>
 *
 * <p>A rule stands in the class of its routine, or in a class nested there. Its parameters are known by
 * their names, whatever their order; it takes those that it needs. For a routine {@code y} with a
 * parameter {@code x}:
 *
 * <ul>
 *   <li>{@code x} is the argument, of the routine's type, and {@code y} what the routine returned;
 *   <li>{@code xDot} is the tangent of {@code x}, {@code yDot} that of the result;
 *   <li>{@code yBar} is the adjoint of the result, {@code xBar} that of {@code x}.
 * </ul>
 *
 * <p>Tangents and adjoints are doubles and arrays of doubles, those of floats too. A result is called
 * {@code yValue} if the routine has a parameter {@code y}. What a rule takes says what it is:
 *
 * <ul>
 *   <li><em>A partial derivative</em> takes neither tangents nor adjoints and returns the derivative of
 *       a number by the number {@link #wrt}.
 *   <li><em>A tangent rule</em> takes the tangents of arguments and returns that of the result; of an
 *       array it may also write it to a parameter {@code yDot}.
 *   <li><em>An adjoint rule</em> takes {@code yBar} and gives adjoints of arguments: of an array in a
 *       parameter {@code xBar}, by adding to it or by assigning it; of a number as its result; of
 *       several numbers as a record with components {@code aBar}, {@code bBar}.
 * </ul>
 *
 * <p>Any of them serves both modes: the adjoint rule follows from a tangent rule, and the reverse. A rule
 * is read like any method that a differentiable one calls, and is differentiated itself for second
 * derivatives; what it calls may have rules in its turn. Arguments for which no rule gives a derivative must not
 * depend on a variable: javac says so, and which rule to add.
 *
 * <p>The routine must be static and visible to the class of derivatives, in the same package, so not
 * private; take numbers, booleans and arrays of them, return a number or a new array, and depend on
 * nothing else: it may be called again with the same arguments, or not at all if nobody needs what it
 * computes. It must not change its arguments, but for those in {@link #outputs}. {@code DerivativeCheck}
 * on a method that calls it compares rules with differences of the routine.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DerivativeOf {

    /** The name of the routine; no other method of its class has it. */
    String method();

    /**
     * The number by which a rule returns the derivative, or of which it returns the adjoint. May be left
     * out if the routine takes one number alone that can carry a derivative, and where nothing is returned
     * for one.
     */
    String wrt() default "";

    /**
     * Arrays that the routine assigns, every element of them and whatever they held. Their values are
     * results too: rules know {@code outDot} and {@code outBar}. One rule of a routine has to name them. A
     * routine that works in place has no such array: it reads what it assigns.
     */
    String[] outputs() default {};
}
