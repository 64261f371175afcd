package org.cotangent.ad;

import java.util.List;

/**
 * Functions described as expression graphs, to be written as a Java class during the build.
 * Implementations are public, have a public constructor without parameters, and are run by the
 * generator, so they live in a module or source folder that is compiled before the code that uses
 * the generated class; docs/code-generation.md has the pom.
 *
 * <pre>{@code
 * public final class DecaySource implements GraphSource {
 *     public String className() {
 *         return "org.example.Decay";
 *     }
 *
 *     public List<GraphDefinition> functions() {
 *         VectorExpr b = Graph.vector("b", 2);
 *         VectorExpr t = Graph.vector("t");
 *         VectorExpr y = Graph.vector("y");
 *         VectorExpr model = t.times(b.get(1).negate()).exp().times(b.get(0));
 *         return List.of(GraphDefinition.of("residuals", y.minus(model), List.of(b), List.of(t, y)));
 *     }
 * }
 * }</pre>
 */
public interface GraphSource {

    /** The full name of the class to write, such as {@code org.example.Decay}. */
    String className();

    /** The functions of the class, each of a name of its own. */
    List<GraphDefinition> functions();
}
