package org.cotangent.codegen.parse;

import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import org.cotangent.ad.ir.External;

/**
 * A method whose source is not there: it is called, and carries no derivative.
 *
 * @param callee how programs call it
 * @param result its type; empty for void
 */
record ExternalMethod(External callee, Optional<JavaType> result) {

    /**
     * How a method is called, once for each call, so that calls can be told apart.
     *
     * @param refuse makes the exception to throw from a reason
     */
    static ExternalMethod of(ExecutableElement method, Elements elements, Function<String, Refused> refuse) {
        TypeElement owner = Library.type(method);
        String called = owner.getSimpleName() + "." + method.getSimpleName();
        if (!method.getModifiers().contains(Modifier.STATIC)
                || method.isVarArgs()
                || !method.getTypeParameters().isEmpty()) {
            throw refuse.apply(
                    "method " + called + " has no source here and is not a plain static method; " + remedy(method));
        }
        Optional<JavaType.Plain> result = JavaTypes.plain(method.getReturnType());
        if (result.isEmpty() && method.getReturnType().getKind() != TypeKind.VOID) {
            throw refuse.apply("method " + called + " has no source here and returns " + method.getReturnType() + ", "
                    + JavaTypes.expected() + "; do its work outside of the method and pass the result as an argument");
        }
        String name = method.getSimpleName().toString();
        boolean pure = Library.isPure(owner.getQualifiedName().toString());
        External external = pure ? External.pure(name) : External.impure(name);
        boolean carries = result.isPresent() && result.get().register().isDifferentiable();
        for (VariableElement parameter : method.getParameters()) {
            JavaType.Plain type = JavaTypes.plain(parameter.asType())
                    .orElseThrow(() -> refuse.apply("method " + called + " has no source here and takes a "
                            + parameter.asType() + ", " + JavaTypes.expected()
                            + "; do its work outside of the method and pass the result as an argument"));
            external = parameter(external, parameter.getSimpleName().toString(), type, pure && !carries);
        }
        if (result.isPresent()) {
            external = external.returns("result", result.get().register());
        }
        external = external.method(elements.getBinaryName(owner).toString(), name);
        return new ExternalMethod(external, result.map(type -> type));
    }

    private static String remedy(ExecutableElement method) {
        return method.getReturnType().getKind() == TypeKind.VOID
                ? "leave it out, or call it outside of the method"
                : "do its work outside of the method and pass the result as an argument";
    }

    /** An array may be written by a method that nobody has looked into. */
    private static External parameter(External external, String name, JavaType.Plain type, boolean constant) {
        String distinct = name.equals("result") ? "argument" : name;
        if (type.isArray()) {
            return external.updates(distinct, type.register());
        }
        if (type.equals(JavaType.Plain.FLOAT)) {
            return external.readsFloat(distinct, !constant);
        }
        return constant ? external.readsConstant(distinct, type.register()) : external.reads(distinct, type.register());
    }
}
