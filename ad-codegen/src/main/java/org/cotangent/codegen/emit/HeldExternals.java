package org.cotangent.codegen.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.ir.External;

/**
 * Calls function objects that a class holds: each gets a method of its own that passes arguments on.
 * A class whose definer gives it objects may do so; sources that are compiled elsewhere cannot.
 */
final class HeldExternals implements ExternalMethods {

    private static final String FIELD = "EXTERNALS";

    private final GeneratedClass target;
    private final ClassName call;
    private final Map<External, String> methods = new IdentityHashMap<>();
    private final List<External> held = new ArrayList<>();

    /**
     * Externals of a class.
     *
     * @param call the class of its package that carries a call out
     */
    HeldExternals(GeneratedClass target, ClassName call) {
        this.target = target;
        this.call = call;
    }

    /** What the class has to be given, in order. */
    List<External> held() {
        return List.copyOf(held);
    }

    @Override
    public String method(External external, Code code) {
        if (external.routine().isEmpty()) {
            throw new IllegalArgumentException("external routine " + external.name()
                    + " has no function object, expected one to call; declare it with computedBy");
        }
        return methods.computeIfAbsent(external, this::add);
    }

    private String add(External external) {
        if (held.isEmpty()) {
            target.include(type -> type.addField(FieldSpec.builder(ArrayTypeName.of(External.class), FIELD)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("$T.given($T.lookup())", call, MethodHandles.class)
                    .build()));
        }
        String name = target.freeMethod(external.name());
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
        method.addStatement("$T call = new $T($L[$L])", call, call, FIELD, held.size());
        held.add(external);
        for (int i = 0; i < external.parameters().size(); i++) {
            method.addParameter(Code.type(external.parameters().get(i).type()), "a" + i);
            method.addStatement("call.set($L, a$L)", i, i);
        }
        method.addStatement("call.run()");
        if (external.results().isEmpty()) {
            method.returns(TypeName.VOID);
        } else {
            Type type = external.results().get(0).type();
            method.returns(Code.type(type)).addStatement("return ($T) call.$L()", Code.type(type), accessor(type));
        }
        target.include(type -> type.addMethod(method.build()));
        return ExpressionPrinter.escaped(name);
    }

    private static String accessor(Type type) {
        if (type.isArray()) {
            return "array";
        }
        return switch (type.kind()) {
            case DOUBLE, FLOAT -> "real";
            case INT, LONG -> "integer";
            case BOOLEAN -> "truth";
        };
    }
}
