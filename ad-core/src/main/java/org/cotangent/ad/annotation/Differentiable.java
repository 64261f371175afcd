package org.cotangent.ad.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method whose derivatives are to be written while it is compiled.
 *
 * <p>With {@code ad-codegen} on the processor path, javac writes a class named after the method's
 * own with {@code Derivatives} behind it, in the same package: {@code RosenbrockDerivatives} for the
 * methods of {@code Rosenbrock}, {@code Outer_InnerDerivatives} for those of {@code Outer.Inner}. It
 * has a static method for each form and, named like the method, a factory that takes data and the
 * lengths of variables and gives a function object. Unless the method has one variable, a {@code
 * double[]}, there is a record of its variables too, which leads into the object's flat point and
 * back.
 *
 * <p>The method is static, returns a {@code double}, or has vector values: it returns a {@code
 * double[]} or writes one that it is given. Its parameters are numbers, booleans, arrays of them
 * with up to three dimensions, and records of these. No two annotated methods of a class have one
 * name. What cannot be differentiated is an error of the compiler, at its place.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Differentiable {

    /**
     * The names of the parameters to differentiate by. May be left out if one parameter alone can
     * carry derivatives: then that one. The flat order of variables is that of the declaration.
     */
    String[] wrt() default {};

    /**
     * The names of the {@code double[]} parameters that receive the values of a vector function. May be
     * left out if one array that is not differentiated by is written.
     */
    String[] outputs() default {};

    /** What to write; everything that exists for the method if left out. */
    Form[] forms() default {};
}
