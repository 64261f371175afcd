package org.cotangent.codegen.emit;

import java.util.List;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;

/**
 * How a procedure looks to those who call the method written for it. Its results come back as the
 * method's value, the first scalar, and in slots of the workspace, the others.
 *
 * @param procedure the procedure
 * @param method the method's name
 * @param needsWorkspace whether the method takes a workspace as its last parameter
 * @param numbered whether the method's locals are numbered, their own names being too many
 */
record Callee(Procedure procedure, String method, boolean needsWorkspace, boolean numbered) {

    private static final int NONE = -1;

    /** The same under another name. */
    Callee named(String name) {
        return new Callee(procedure, name, needsWorkspace, numbered);
    }

    /** Whether the result at a place is the method's value. */
    boolean isReturned(int place) {
        return place == returned();
    }

    /** The type of the method's value, if it has one. */
    java.util.Optional<Type> returnType() {
        int place = returned();
        return place == NONE
                ? java.util.Optional.empty()
                : java.util.Optional.of(procedure.results().get(place).type());
    }

    private int returned() {
        List<Variable> results = procedure.results();
        for (int i = 0; i < results.size(); i++) {
            if (!results.get(i).type().isArray()) {
                return i;
            }
        }
        return results.isEmpty() ? NONE : 0;
    }

    /** The statement, in the method, that puts a result into its slot. */
    String handOver(int place, String name) {
        Type type = procedure.results().get(place).type();
        if (type.isArray()) {
            return "workspace.setReference(" + place + ", " + name + ")";
        }
        if (type.isReal()) {
            return "workspace.setReal(" + place + ", " + name + ")";
        }
        boolean truth = type.equals(Type.BOOLEAN);
        return "workspace.setInteger(" + place + ", " + name + (truth ? " ? 1 : 0" : "") + ")";
    }

    /** The expression, after the call, that reads a result from its slot. */
    String received(int place) {
        Type type = procedure.results().get(place).type();
        if (type.isArray()) {
            return "(" + type + ") workspace.reference(" + place + ")";
        }
        if (type.isReal()) {
            return "workspace.real(" + place + ")";
        }
        String integer = "workspace.integer(" + place + ")";
        return type.equals(Type.INT) ? "(int) " + integer : type.equals(Type.BOOLEAN) ? integer + " != 0" : integer;
    }
}
