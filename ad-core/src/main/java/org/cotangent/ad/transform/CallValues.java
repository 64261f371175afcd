package org.cotangent.ad.transform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Callee;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Statement;

/**
 * Expressions that stand for the results of calls, so that a call whose result some register still holds is
 * known to be one: nothing else is equal to such an expression, and it reads what the callee may read.
 */
final class CallValues {

    private static final Expr FIRST = Expr.constant(0);

    private final Memory memory;
    private final Map<Object, Variable> callees = new HashMap<>();

    CallValues(Memory memory) {
        this.memory = memory;
    }

    /** The result of a call that does nothing but compute one real number, by the call alone. */
    Optional<Expr> of(Statement.Call call) {
        Effects effects = memory.of(call.callee());
        boolean isValue = !call.arguments().isEmpty()
                && call.results().size() == 1
                && call.results().get(0).type().isReal()
                && effects.isRemovable()
                && !effects.isTaping()
                && !effects.writesMemory();
        if (!isValue) {
            return Optional.empty();
        }
        Expr value = callees.computeIfAbsent(
                identity(call.callee()), c -> Variable.of(call.callee().name(), Type.DOUBLE));
        for (Expr argument : call.arguments()) {
            value = Expr.apply(Op.ATAN2, value, real(argument));
        }
        return Optional.of(value);
    }

    private static Object identity(Callee callee) {
        return callee instanceof External external && external.method().isPresent()
                ? external.method().get()
                : callee;
    }

    /** A real number that depends on all of an argument: of an array, on the reference and on all elements. */
    private static Expr real(Expr argument) {
        Type type = argument.type();
        if (type.isArray()) {
            Expr element = argument.at(FIRST);
            return Expr.apply(Op.ATAN2, argument.length().toReal(), real(element));
        }
        if (type.equals(Type.BOOLEAN)) {
            return Expr.apply(Op.CONDITIONAL, argument, Expr.constant(1.0), Expr.constant(0.0));
        }
        return argument.toReal();
    }
}
