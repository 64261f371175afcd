package org.cotangent.ad.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks classes that a generator wrote, for tools that pass over such code (coverage, for one).
 *
 * <p>The JDK's own annotation lives in the module java.compiler, which generated code should not
 * require, and is gone from the class file.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Generated {

    /** The generator. */
    String value();
}
