package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot become a method of a class is refused where it is said, not by a compiler later. */
class GraphDefinitionTest {

    private final Variable s = Graph.scalar("s");
    private final VectorExpr x = Graph.vector("x", 3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hashCode",
                "toString",
                "wait",
                "notify",
                "notifyAll",
                "getClass",
                "equals",
                "clone",
                "finalize",
                "a$b",
                "class",
                "a b",
                ""
            })
    void refusesNamesThatCannotBeMethods(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphDefinition.of(name, s.sin(), List.of(s), List.of()))
                .withMessageStartingWith("function name is \"" + name + "\", expected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphDefinition.of(name, x.sin(), List.of(x), List.of()))
                .withMessageStartingWith("function name is \"" + name + "\", expected");
    }

    @Test
    void refusesResultsThatAreNotReal() {
        VectorExpr condition = x.lessThan(Graph.constant(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphDefinition.of("f", condition, List.of(x), List.of()))
                .withMessageStartingWith("function f has values of type boolean[], expected double[]; ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphDefinition.of("f", Graph.integer("n"), List.of(s), List.of()))
                .withMessageStartingWith("function f has a value of type int, expected double");
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void refusesMissingGraphs() {
        assertThatNullPointerException()
                .isThrownBy(() -> GraphDefinition.of("f", (Expr) null, List.of(s), List.of()))
                .withMessage("value of function f is null, expected an expression");
        assertThatNullPointerException()
                .isThrownBy(() -> GraphDefinition.of("f", (VectorExpr) null, List.of(s), List.of()))
                .withMessage("values of function f are null, expected a vector expression");
    }
}
