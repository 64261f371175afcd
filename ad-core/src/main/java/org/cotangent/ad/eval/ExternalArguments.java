package org.cotangent.ad.eval;

import java.util.List;
import java.util.function.Predicate;
import org.cotangent.ad.expr.Complex;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.ComplexRoutine;
import org.cotangent.ad.ir.External;

/** Calls external routines: shows them the registers of the caller as arguments and result. */
final class ExternalArguments implements ComplexRoutine.Arguments {

    private static final int OPERANDS = 3;

    private final boolean isComplex;
    private External external = External.pure("none");
    private Activation caller;
    private int[] code = {};
    private int first;
    private boolean given;

    ExternalArguments(boolean isComplex, Activation none) {
        this.isComplex = isComplex;
        this.caller = none;
    }

    /** Executes the call at a position and gives the next position. */
    int execute(Run run, Activation activation, int[] instructions, int pc) {
        external = run.executable.externals().get(instructions[pc + 2]);
        caller = activation;
        code = instructions;
        first = pc + OPERANDS;
        given = external.results().isEmpty();
        if (isComplex && external.complexRoutine().isPresent()) {
            external.complexRoutine().get().run(this);
        } else {
            requireRealArguments();
            external.routine().orElseThrow().run(this);
            clearImaginaries();
        }
        if (!given) {
            throw new IllegalStateException("external routine " + external.name() + " gave no result, expected a "
                    + external.results().get(0).type() + "; call give");
        }
        return first + external.parameters().size() + external.results().size();
    }

    /** Numbers whose imaginary parts are 0 need no complex form. */
    private void requireRealArguments() {
        for (int i = 0; isComplex && i < external.parameters().size(); i++) {
            External.Parameter parameter = external.parameters().get(i);
            Type type = parameter.type();
            if (type.isDifferentiable()
                    && parameter.access() != External.Access.WRITE
                    && !(type.isArray()
                            ? ArrayTypes.isZero(imaginaries(i))
                            : complex(i).im() == 0)) {
                throw new UnsupportedOperationException("external routine " + external.name()
                        + " has no complex form, and " + parameter.name()
                        + " has an imaginary part; declare the form with computedInComplexBy, or verify by"
                        + " differences");
            }
        }
    }

    private void clearImaginaries() {
        for (int i = 0; isComplex && i < external.parameters().size(); i++) {
            External.Parameter parameter = external.parameters().get(i);
            if (parameter.type().isDifferentiable() && parameter.access() != External.Access.READ) {
                ArrayTypes.clear(imaginaries(i));
            }
        }
    }

    private int register(int parameter, Predicate<Type> fits, String asked) {
        List<External.Parameter> parameters = external.parameters();
        if (parameter < 0 || parameter >= parameters.size()) {
            throw new IllegalArgumentException("parameter " + parameter + " of external routine " + external.name()
                    + " does not exist; it has " + parameters.size());
        }
        Type type = parameters.get(parameter).type();
        if (!fits.test(type)) {
            throw new IllegalArgumentException(
                    "parameter " + parameters.get(parameter).name()
                            + " of external routine " + external.name() + " is asked for as " + asked
                            + ", but declared as " + type);
        }
        return code[first + parameter];
    }

    private int result(Predicate<Type> fits, String asked) {
        List<Variable> results = external.results();
        if (results.isEmpty() || !fits.test(results.get(0).type())) {
            throw new IllegalArgumentException("external routine " + external.name() + " gives " + asked
                    + ", but is declared to return "
                    + (results.isEmpty() ? "nothing" : "a " + results.get(0).type()));
        }
        given = true;
        return code[first + external.parameters().size()];
    }

    @Override
    public double real(int parameter) {
        return caller.reals[register(parameter, Type::isReal, "a double")];
    }

    @Override
    public int integer(int parameter) {
        return (int) caller.integers[register(parameter, Type.INT::equals, "an int")];
    }

    @Override
    public long wide(int parameter) {
        return caller.integers[register(parameter, Type::isInteger, "a long")];
    }

    @Override
    public boolean truth(int parameter) {
        return caller.integers[register(parameter, Type.BOOLEAN::equals, "a boolean")] != 0;
    }

    @Override
    public Object array(int parameter) {
        return caller.references[register(parameter, Type::isArray, "an array")];
    }

    @Override
    public Complex complex(int parameter) {
        int register = register(parameter, Type::isReal, "a complex number");
        return new Complex(caller.reals[register], caller.imaginaries[register]);
    }

    @Override
    public Object imaginaries(int parameter) {
        return caller.shadows[
                register(parameter, t -> t.isArray() && t.isDifferentiable(), "an array of complex numbers")];
    }

    @Override
    public void give(double result) {
        int register = result(Type::isReal, "a double");
        caller.reals[register] = result;
        if (isComplex) {
            caller.imaginaries[register] = 0;
        }
    }

    @Override
    public void give(long result) {
        if (!external.results().isEmpty() && external.results().get(0).type().isReal()) {
            give((double) result);
            return;
        }
        int register = result(t -> t.equals(Type.LONG) || (t.equals(Type.INT) && result == (int) result), "a long");
        caller.integers[register] = result;
    }

    @Override
    public void give(boolean result) {
        caller.integers[result(Type.BOOLEAN::equals, "a boolean")] = result ? 1 : 0;
    }

    @Override
    public void give(Object result) {
        int register = result(
                t -> t.isArray() && ArrayTypes.of(t).isInstance(result),
                "a " + result.getClass().getSimpleName());
        caller.references[register] = result;
        if (isComplex && external.results().get(0).type().isDifferentiable()) {
            caller.shadows[register] = ArrayTypes.zerosLike(result);
        }
    }

    @Override
    public void give(Complex result) {
        int register = result(Type::isReal, "a complex number");
        caller.reals[register] = result.re();
        caller.imaginaries[register] = result.im();
    }

    @Override
    public void give(Object result, Object imaginaries) {
        give(result);
        ArrayTypes.requireSameShape("result of " + external.name(), result, imaginaries);
        caller.shadows[code[first + external.parameters().size()]] = imaginaries;
    }
}
