package org.cotangent.ad.eval;

import java.util.List;
import org.cotangent.ad.expr.Complex;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.jspecify.annotations.Nullable;

/** Arguments, runs and results of a program in either domain, with the checks both need. */
final class Session {

    private final Body body;
    private final Run run;
    private final boolean[] given;
    private final double[] reals;
    private final double[] imaginaries;
    private final long[] integers;
    private final @Nullable Object[] arrays;
    private final @Nullable Object[] shadows;
    private int missing;
    private @Nullable Activation last;

    Session(Executable executable, boolean complex) {
        body = executable.entry();
        run = new Run(executable, complex);
        missing = body.parameters.size();
        given = new boolean[missing];
        reals = new double[missing];
        imaginaries = new double[missing];
        integers = new long[missing];
        arrays = new @Nullable Object[missing];
        shadows = new @Nullable Object[missing];
    }

    void setReal(int index, double re, double im) {
        if (!parameter(index).type().isReal()) {
            throw mismatch(index, "the double " + re);
        }
        reals[index] = re;
        imaginaries[index] = im;
        accept(index);
    }

    void setInteger(int index, long value) {
        Type type = parameter(index).type();
        if (!type.isInteger() || (type.equals(Type.INT) && value != (int) value)) {
            throw mismatch(index, "the integer " + value);
        }
        integers[index] = value;
        accept(index);
    }

    void setBoolean(int index, boolean value) {
        if (!parameter(index).type().equals(Type.BOOLEAN)) {
            throw mismatch(index, "the boolean " + value);
        }
        integers[index] = value ? 1 : 0;
        accept(index);
    }

    void setArray(int index, Object array) {
        Type type = parameter(index).type();
        if (!type.isArray() || !ArrayTypes.of(type).isInstance(array)) {
            throw mismatch(index, describe(array));
        }
        arrays[index] = array;
        shadows[index] = run.complex && type.isDifferentiable() ? ArrayTypes.zerosLike(array) : null;
        accept(index);
    }

    void setArray(int index, Object re, Object im) {
        Type type = parameter(index).type();
        if (!type.isArray() || !type.isDifferentiable() || !ArrayTypes.of(type).isInstance(re)) {
            throw mismatch(index, describe(re) + " with imaginary parts");
        }
        if (!ArrayTypes.of(type.shadow()).isInstance(im)) {
            throw new IllegalArgumentException("imaginary parts of argument "
                    + parameter(index).name() + " are " + describe(im) + ", expected a " + type.shadow());
        }
        ArrayTypes.requireSameShape(parameter(index).name(), re, im);
        arrays[index] = re;
        shadows[index] = im;
        accept(index);
    }

    /** Sets a parameter to a value boxed as Java boxes it. */
    void set(int index, @Nullable Object value) {
        if (value instanceof Double real) {
            setReal(index, real, 0);
        } else if (value instanceof Complex complex && run.complex) {
            setReal(index, complex.re(), complex.im());
        } else if (value instanceof Integer || value instanceof Long) {
            setInteger(index, ((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            setBoolean(index, truth);
        } else if (value != null && value.getClass().isArray()) {
            setArray(index, value);
        } else {
            throw mismatch(index, describe(value));
        }
    }

    private static String describe(@Nullable Object value) {
        return value == null ? "null" : "a " + value.getClass().getSimpleName();
    }

    private void accept(int index) {
        if (!given[index]) {
            given[index] = true;
            missing--;
        }
    }

    private Variable parameter(int index) {
        if (index < 0 || index >= given.length) {
            throw new IllegalArgumentException("parameter " + index + " of procedure " + body.name
                    + " does not exist; it has " + given.length + ": " + names(body.parameters));
        }
        return body.parameters.get(index);
    }

    private IllegalArgumentException mismatch(int index, String found) {
        return new IllegalArgumentException("argument " + parameter(index).name() + " (parameter " + index
                + " of procedure " + body.name + ") is " + found + ", expected a "
                + parameter(index).type());
    }

    private static List<String> names(List<Variable> variables) {
        return variables.stream().map(Variable::name).toList();
    }

    /**
     * Runs the program.
     *
     * @throws IllegalStateException if a parameter was never set
     */
    void run() {
        if (missing > 0) {
            throw new IllegalStateException(missing + " of the parameters " + names(body.parameters) + " of procedure "
                    + body.name + " are not set; set every parameter before the first run");
        }
        last = null;
        Activation activation = run.begin();
        for (int i = 0; i < given.length; i++) {
            pass(i, activation);
        }
        run.execute(activation);
        last = activation;
    }

    @SuppressWarnings("NullAway") // an array of integers has no shadow
    private void pass(int index, Activation activation) {
        int register = body.parameterRegisters[index];
        switch (body.parameterBanks[index]) {
            case REAL -> {
                activation.reals[register] = reals[index];
                if (run.complex) {
                    activation.imaginaries[register] = imaginaries[index];
                }
            }
            case INTEGER -> activation.integers[register] = integers[index];
            case REFERENCE -> {
                activation.references[register] = arrays[index];
                if (run.complex) {
                    activation.shadows[register] = shadows[index];
                }
            }
        }
    }

    Object[] run(@Nullable Object[] arguments) {
        if (arguments.length != given.length) {
            throw new IllegalArgumentException("procedure " + body.name + " was given " + arguments.length
                    + " arguments, expected " + given.length + ": " + names(body.parameters));
        }
        for (int i = 0; i < arguments.length; i++) {
            set(i, arguments[i]);
        }
        run();
        Object[] results = new Object[body.results.size()];
        for (int i = 0; i < results.length; i++) {
            results[i] = boxed(i);
        }
        return results;
    }

    private Object boxed(int index) {
        Type type = body.results.get(index).type();
        return switch (body.resultBanks[index]) {
            case REAL -> run.complex ? complex(index) : (Object) real(index);
            case REFERENCE -> array(index);
            case INTEGER -> {
                long value = activation().integers[register(index, Bank.INTEGER)];
                yield type.equals(Type.INT)
                        ? (Object) (int) value
                        : type.equals(Type.LONG) ? value : (Object) (value != 0);
            }
        };
    }

    double real(int index) {
        return activation().reals[register(index, Bank.REAL)];
    }

    Complex complex(int index) {
        int register = register(index, Bank.REAL);
        return new Complex(activation().reals[register], activation().imaginaries[register]);
    }

    long integer(int index) {
        return activation().integers[register(index, Bank.INTEGER)];
    }

    Object array(int index) {
        return assigned(activation().references[register(index, Bank.REFERENCE)], index);
    }

    Object imaginaries(int index) {
        return assigned(activation().shadows[register(index, Bank.REFERENCE)], index);
    }

    private Object assigned(@Nullable Object array, int index) {
        if (array == null) {
            throw new IllegalStateException("result " + body.results.get(index).name() + " of procedure " + body.name
                    + " is no array, expected the procedure to have assigned one");
        }
        return array;
    }

    private int register(int index, Bank bank) {
        if (index < 0 || index >= body.resultRegisters.length) {
            throw new IllegalArgumentException("result " + index + " of procedure " + body.name
                    + " does not exist; it has " + body.resultRegisters.length + ": " + names(body.results));
        }
        if (body.resultBanks[index] != bank) {
            throw new IllegalArgumentException(
                    "result " + body.results.get(index).name() + " of procedure "
                            + body.name + " is a " + body.results.get(index).type() + ", read as one of the "
                            + bank.name().toLowerCase(java.util.Locale.ROOT) + "s; read it by the method for its type");
        }
        return body.resultRegisters[index];
    }

    private Activation activation() {
        if (last == null) {
            throw new IllegalStateException(
                    "procedure " + body.name + " has no results, as it was not run or threw; call run() first");
        }
        return last;
    }

    long operations() {
        return run.operations;
    }
}
