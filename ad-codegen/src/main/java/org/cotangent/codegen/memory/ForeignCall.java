package org.cotangent.codegen.memory;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Routine;
import org.jspecify.annotations.Nullable;

/** One call of a function object from a compiled class, which is of this package. */
final class ForeignCall implements Routine.Arguments {

    private final External external;
    private final double[] reals;
    private final long[] integers;
    private final @Nullable Object[] arrays;
    private boolean given;
    private double real;
    private long integer;
    private @Nullable Object array;

    ForeignCall(External external) {
        int count = external.parameters().size();
        this.external = external;
        this.reals = new double[count];
        this.integers = new long[count];
        this.arrays = new @Nullable Object[count];
    }

    /** The objects that a compiled class was given when it was loaded. */
    static External[] given(MethodHandles.Lookup lookup) {
        try {
            return MethodHandles.classData(lookup, ConstantDescs.DEFAULT_NAME, External[].class);
        } catch (IllegalAccessException problem) {
            throw new IllegalStateException("a class may read what it was given", problem);
        }
    }

    void set(int parameter, double value) {
        reals[parameter] = value;
    }

    void set(int parameter, int value) {
        integers[parameter] = value;
    }

    void set(int parameter, long value) {
        integers[parameter] = value;
    }

    void set(int parameter, boolean value) {
        integers[parameter] = value ? 1 : 0;
    }

    void set(int parameter, Object value) {
        arrays[parameter] = value;
    }

    void run() {
        external.routine().orElseThrow().run(this);
        if (!given && !external.results().isEmpty()) {
            throw new IllegalStateException("external routine " + external.name() + " gave no result, expected a "
                    + external.results().get(0).type() + "; call give");
        }
    }

    double real() {
        return real;
    }

    long integer() {
        return integer;
    }

    boolean truth() {
        return integer != 0;
    }

    @Nullable
    Object array() {
        return array;
    }

    private int checked(int parameter, boolean fits, String asked) {
        if (!fits) {
            throw new IllegalArgumentException("parameter "
                    + external.parameters().get(parameter).name() + " of external routine " + external.name()
                    + " is asked for as " + asked + ", but declared as " + type(parameter));
        }
        return parameter;
    }

    private Type type(int parameter) {
        List<External.Parameter> parameters = external.parameters();
        if (parameter < 0 || parameter >= parameters.size()) {
            throw new IllegalArgumentException("parameter " + parameter + " of external routine " + external.name()
                    + " does not exist; it has " + parameters.size());
        }
        return parameters.get(parameter).type();
    }

    @Override
    public double real(int parameter) {
        return reals[checked(parameter, type(parameter).isReal(), "a double")];
    }

    @Override
    public int integer(int parameter) {
        return (int) integers[checked(parameter, type(parameter).equals(Type.INT), "an int")];
    }

    @Override
    public long wide(int parameter) {
        return integers[checked(parameter, type(parameter).isInteger(), "a long")];
    }

    @Override
    public boolean truth(int parameter) {
        return integers[checked(parameter, type(parameter).equals(Type.BOOLEAN), "a boolean")] != 0;
    }

    @Override
    @SuppressWarnings("NullAway") // arrays of a program may be null, and their use fails as in Java
    public Object array(int parameter) {
        return arrays[checked(parameter, type(parameter).isArray(), "an array")];
    }

    private void give(boolean fits, String what) {
        List<Variable> results = external.results();
        if (!fits) {
            throw new IllegalArgumentException("external routine " + external.name() + " gives " + what
                    + ", but is declared to return "
                    + (results.isEmpty() ? "nothing" : "a " + results.get(0).type()));
        }
        given = true;
    }

    private boolean returns(Type type) {
        return !external.results().isEmpty() && external.results().get(0).type().equals(type);
    }

    @Override
    public void give(double result) {
        give(returns(Type.DOUBLE), "a double");
        real = result;
    }

    @Override
    public void give(long result) {
        if (returns(Type.DOUBLE)) {
            give((double) result);
            return;
        }
        give(returns(Type.LONG) || (returns(Type.INT) && result == (int) result), "a long");
        integer = result;
    }

    @Override
    public void give(boolean result) {
        give(returns(Type.BOOLEAN), "a boolean");
        integer = result ? 1 : 0;
    }

    @Override
    public void give(Object result) {
        boolean array = !external.results().isEmpty()
                && external.results().get(0).type().isArray();
        give(array, "a " + result.getClass().getSimpleName());
        this.array = result;
    }
}
