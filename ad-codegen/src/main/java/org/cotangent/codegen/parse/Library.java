package org.cotangent.codegen.parse;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.MathMethods;
import org.cotangent.ad.expr.Op;

/** What methods of the JDK, and special functions, are in programs. */
final class Library {

    private static final String SPECIAL = "org.cotangent.ad.runtime.Special";
    private static final Set<String> MATH = Set.of("java.lang.Math", "java.lang.StrictMath", SPECIAL);

    /** Classes whose static methods on numbers compute their result and do nothing else. */
    private static final Set<String> PURE = Set.of(
            "java.lang.Math",
            "java.lang.StrictMath",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Boolean");

    private static final Expr LARGEST = Expr.constant(Double.MAX_VALUE);

    /** Methods that are expressions, by class and signature. */
    private static final Map<String, Function<List<Expr>, Expr>> EXPRESSIONS = Map.ofEntries(
            Map.entry("java.lang.Double.isNaN(double)", x -> Expr.apply(Op.NOT_EQUAL, x.get(0), x.get(0))),
            Map.entry("java.lang.Double.isFinite(double)", x -> Expr.apply(Op.LESS_OR_EQUAL, size(x), LARGEST)),
            Map.entry("java.lang.Double.isInfinite(double)", x -> Expr.apply(Op.GREATER, size(x), LARGEST)),
            Map.entry("java.lang.Double.max(double,double)", x -> Expr.apply(Op.MAX, x.get(0), x.get(1))),
            Map.entry("java.lang.Double.min(double,double)", x -> Expr.apply(Op.MIN, x.get(0), x.get(1))),
            Map.entry("java.lang.Double.sum(double,double)", x -> Expr.apply(Op.ADD, x.get(0), x.get(1))),
            Map.entry("java.lang.Integer.max(int,int)", x -> Expr.apply(Op.INT_MAX, x.get(0), x.get(1))),
            Map.entry("java.lang.Integer.min(int,int)", x -> Expr.apply(Op.INT_MIN, x.get(0), x.get(1))),
            Map.entry("java.lang.Integer.sum(int,int)", x -> Expr.apply(Op.INT_ADD, x.get(0), x.get(1))),
            Map.entry("java.lang.Long.max(long,long)", x -> Expr.apply(Op.LONG_MAX, x.get(0), x.get(1))),
            Map.entry("java.lang.Long.min(long,long)", x -> Expr.apply(Op.LONG_MIN, x.get(0), x.get(1))),
            Map.entry("java.lang.Long.sum(long,long)", x -> Expr.apply(Op.LONG_ADD, x.get(0), x.get(1))));

    private Library() {}

    private static Expr size(List<Expr> operands) {
        return Expr.apply(Op.ABS, operands.get(0));
    }

    /** Whether a class holds mathematical functions that are operations or refused. */
    static boolean isMath(String owner) {
        return MATH.contains(owner);
    }

    static boolean isPure(String owner) {
        return PURE.contains(owner);
    }

    /** Whether a mathematical function is no operation, and need not be one: it can be called. */
    static boolean isOfIntegersOnly(ExecutableElement method) {
        return math(method).op().isEmpty()
                && !method.getParameters().isEmpty()
                && isInteger(method.getReturnType())
                && method.getParameters().stream().allMatch(parameter -> isInteger(parameter.asType()));
    }

    private static boolean isInteger(TypeMirror type) {
        return type.getKind() == TypeKind.INT || type.getKind() == TypeKind.LONG;
    }

    /** The operation of a mathematical function, or why there is none. */
    static MathMethods.Entry math(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        List<String> types = types(method);
        return owner(method).equals(SPECIAL) ? MathMethods.special(name, types) : MathMethods.of(name, types);
    }

    /** How a method is written as an expression, if it can be. */
    static Optional<Function<List<Expr>, Expr>> expression(ExecutableElement method) {
        return Optional.ofNullable(EXPRESSIONS.get(
                owner(method) + "." + method.getSimpleName() + "(" + String.join(",", types(method)) + ")"));
    }

    static String owner(ExecutableElement method) {
        return type(method).getQualifiedName().toString();
    }

    /** The class or interface that declares a method. */
    static TypeElement type(ExecutableElement method) {
        return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
    }

    private static List<String> types(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> parameter.asType().toString())
                .toList();
    }
}
