package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.annotation.Form;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.function.VectorFunction;
import org.junit.jupiter.api.Test;

/** A class holds the forms that were asked for, and its factory returns what they amount to. */
class FormsTest {

    private static final Compiled CLASS = Compiled.of("shapes.Shapes", GenerateSources.text(new ShapesSource()));

    private static List<String> publicMethods(String prefix) {
        return Arrays.stream(CLASS.type().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> name.matches(prefix + "([A-Z][A-Za-z]*)?"))
                .sorted()
                .toList();
    }

    @Test
    void valueAndGradientMakeADifferentiableFunction() {
        assertThat(publicMethods("once"))
                .containsExactly(
                        "once",
                        "onceGradient",
                        "onceValue",
                        "onceVector",
                        "onceVectorJacobian",
                        "onceVectorJvp",
                        "onceVectorValue",
                        "onceVectorVjp");
        var function = (DifferentiableFunction) CLASS.call("once", 2);
        assertThat(function).isNotInstanceOf(TwiceDifferentiableFunction.class);
        double[] gradient = new double[2];
        assertThat(function.valueAndGradient(new double[] {3, 4}, gradient)).isEqualTo(25);
        assertThat(gradient).containsExactly(6, 8);
    }

    @Test
    void valuesAndProductsMakeAVectorFunction() {
        assertThat(CLASS.call("onceVector", 2))
                .isInstanceOf(VectorFunction.class)
                .isNotInstanceOf(TwiceDifferentiableVectorFunction.class);
        assertThat(CLASS.call("few", 2)).isInstanceOf(TwiceDifferentiableVectorFunction.class);
    }

    @Test
    void oneFormAloneIsAStaticMethod() {
        assertThat(publicMethods("tangentOnly")).containsExactly("tangentOnlyJvp");
        assertThat(publicMethods("columns")).containsExactly("columnsJacobian");
    }

    @Test
    void refusesFormsThatTheFunctionCannotHave() {
        VectorExpr x = Graph.vector("x", 2);
        GraphDefinition scalar = GraphDefinition.of("f", x.sum(), List.of(x), List.of());
        GraphDefinition vector = GraphDefinition.of("r", x.sin(), List.of(x), List.of());
        refuses(
                scalar,
                "function f is to have the forms [JVP, JACOBIAN], which a scalar function does not have; choose from"
                        + " [VALUE, GRADIENT, HESSIAN_VECTOR_PRODUCT]",
                Form.VALUE,
                Form.JACOBIAN,
                Form.JVP);
        refuses(
                vector,
                "function r is to have the forms [GRADIENT], which a vector function does not have; choose from"
                        + " [VALUE, JVP, VJP, JACOBIAN, HESSIAN_VECTOR_PRODUCT]",
                Form.GRADIENT);
        refuses(
                scalar,
                "function f is to have none of its forms, expected at least one of"
                        + " [VALUE, GRADIENT, HESSIAN_VECTOR_PRODUCT]");
    }

    private static void refuses(GraphDefinition function, String message, Form... forms) {
        assertThatThrownBy(() -> function.only(forms))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
