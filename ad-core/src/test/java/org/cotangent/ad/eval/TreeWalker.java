package org.cotangent.ad.eval;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Kernel;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.StatementVisitor;

/**
 * The meaning of programs written down a second time, as plainly as possible: walks statements and
 * expressions recursively over boxed values (Double, Long for all integers and booleans, arrays).
 */
final class TreeWalker {

    private final Program program;
    private final Map<Site, Deque<Object[]>> tapes = new HashMap<>();

    private TreeWalker(Program program) {
        this.program = program;
    }

    static Object[] run(Program program, Object... arguments) {
        Object[] values = new Object[arguments.length];
        for (int i = 0; i < values.length; i++) {
            Object a = arguments[i];
            values[i] =
                    a instanceof Integer n ? (Object) (long) n : a instanceof Boolean b ? (Object) (b ? 1L : 0L) : a;
        }
        Object[] results = new TreeWalker(program).call(program.entry(), values);
        for (int i = 0; i < results.length; i++) {
            Type type = program.entry().results().get(i).type();
            if (type.equals(Type.INT)) {
                results[i] = (int) (long) (Long) results[i];
            } else if (type.equals(Type.BOOLEAN)) {
                results[i] = (Long) results[i] != 0;
            }
        }
        return results;
    }

    private Object[] call(Procedure procedure, Object[] arguments) {
        Map<Variable, Object> registers = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            registers.put(procedure.parameters().get(i), arguments[i]);
        }
        Frame frame = new Frame(registers);
        try {
            procedure.body().accept(frame);
        } catch (Leave leave) {
            if (leave.kind != Kind.RETURN) {
                throw leave;
            }
        }
        return procedure.results().stream().map(frame::get).toArray();
    }

    private enum Kind {
        BREAK,
        CONTINUE,
        RETURN
    }

    private static final class Leave extends RuntimeException {
        final Kind kind;
        final String label;

        Leave(Kind kind, String label) {
            super(kind + " " + label, null, false, false);
            this.kind = kind;
            this.label = label;
        }
    }

    private final class Frame implements StatementVisitor<Boolean>, ExprVisitor<Object> {

        private final Map<Variable, Object> registers;

        Frame(Map<Variable, Object> registers) {
            this.registers = registers;
        }

        Object get(Variable v) {
            if (registers.containsKey(v)) {
                return registers.get(v);
            }
            return v.type().isArray() ? null : v.type().isReal() ? (Object) 0.0 : (Object) 0L;
        }

        private Object eval(Expr e) {
            return e.accept(this);
        }

        private int integer(Expr e) {
            return (int) (long) (Long) eval(e);
        }

        private boolean truth(Expr e) {
            return (Long) eval(e) != 0;
        }

        @Override
        public Object constant(Constant constant) {
            return constant.type().isReal() ? (Object) constant.real() : (Object) constant.integer();
        }

        @Override
        public Object variable(Variable variable) {
            return get(variable);
        }

        @Override
        public Object load(Load load) {
            Object array = eval(load.array());
            Object value = Array.get(array, integer(load.index()));
            if (value instanceof Float f) {
                return (double) f;
            } else if (value instanceof Integer i) {
                return (long) i;
            } else if (value instanceof Boolean b) {
                return b ? 1L : 0L;
            }
            return value;
        }

        @Override
        public Object length(Length length) {
            return (long) Array.getLength(eval(length.array()));
        }

        @Override
        public Object apply(Apply apply) {
            Expr[] x = apply.operands().toArray(Expr[]::new);
            if (apply.op() == Op.AND_ALSO) {
                return truth(x[0]) && truth(x[1]) ? 1L : 0L;
            } else if (apply.op() == Op.OR_ELSE) {
                return truth(x[0]) || truth(x[1]) ? 1L : 0L;
            } else if (apply.op() == Op.CONDITIONAL) {
                return truth(x[0]) ? eval(x[1]) : eval(x[2]);
            }
            Object[] v = new Object[x.length];
            for (int i = 0; i < v.length; i++) {
                v[i] = eval(x[i]);
            }
            return value(apply.op().kernel(), v);
        }

        private static Object value(Kernel kernel, Object[] v) {
            if (kernel instanceof Kernel.Real1 k) {
                return k.value().of((Double) v[0]);
            } else if (kernel instanceof Kernel.Real2 k) {
                return k.value().of((Double) v[0], (Double) v[1]);
            } else if (kernel instanceof Kernel.Real3 k) {
                return k.value().of((Double) v[0], (Double) v[1], (Double) v[2]);
            } else if (kernel instanceof Kernel.Integer1 k) {
                return k.value().of((Long) v[0]);
            } else if (kernel instanceof Kernel.Integer2 k) {
                return k.value().of((Long) v[0], (Long) v[1]);
            } else if (kernel instanceof Kernel.Comparison k) {
                return k.value().of((Double) v[0], (Double) v[1]) ? 1L : 0L;
            } else if (kernel instanceof Kernel.Truncation k) {
                return k.value().of((Double) v[0]);
            } else if (kernel instanceof Kernel.Widening k) {
                return k.value().of((Long) v[0]);
            } else if (kernel instanceof Kernel.RealInteger k) {
                return k.value().of((Double) v[0], (Long) v[1]);
            }
            throw new AssertionError(kernel);
        }

        @Override
        public Boolean assign(Statement.Assign assign) {
            registers.put(assign.target(), eval(assign.value()));
            return true;
        }

        @Override
        public Boolean store(Statement.Store store) {
            Object array = eval(store.array());
            int index = integer(store.index());
            Object value = eval(store.value());
            if (array instanceof float[] floats) {
                floats[index] = (float) (double) (Double) value;
            } else if (array instanceof int[] ints) {
                ints[index] = (int) (long) (Long) value;
            } else if (array instanceof boolean[] truths) {
                truths[index] = (Long) value != 0;
            } else {
                Array.set(array, index, value);
            }
            return true;
        }

        @Override
        public Boolean allocate(Statement.Allocate allocate) {
            int[] lengths = allocate.lengths().stream().mapToInt(this::integer).toArray();
            Class<?> component = switch (allocate.target().type().kind()) {
                case BOOLEAN -> boolean.class;
                case INT -> int.class;
                case LONG -> long.class;
                case FLOAT -> float.class;
                case DOUBLE -> double.class;
            };
            for (int i = lengths.length; i < allocate.target().type().rank(); i++) {
                component = component.arrayType();
            }
            registers.put(allocate.target(), Array.newInstance(component, lengths));
            return true;
        }

        @Override
        public Boolean block(Statement.Block block) {
            try {
                block.statements().forEach(s -> s.accept(this));
            } catch (Leave leave) {
                if (leave.kind != Kind.BREAK || !leave.label.equals(block.label())) {
                    throw leave;
                }
            }
            return true;
        }

        @Override
        public Boolean branch(Statement.If branch) {
            return (truth(branch.condition()) ? branch.then() : branch.otherwise()).accept(this);
        }

        /** One turn; whether the loop goes on. */
        private boolean turn(String label, Statement body) {
            try {
                body.accept(this);
                return true;
            } catch (Leave leave) {
                if (leave.kind == Kind.RETURN || !leave.label.equals(label)) {
                    throw leave;
                }
                return leave.kind == Kind.CONTINUE;
            }
        }

        @Override
        public Boolean count(Statement.For loop) {
            registers.put(loop.counter(), eval(loop.from()));
            while (truth(loop.condition()) && turn(loop.label(), loop.body())) {
                registers.put(loop.counter(), (long) (int) ((Long) get(loop.counter()) + loop.step()));
            }
            return true;
        }

        @Override
        public Boolean loop(Statement.While loop) {
            while (truth(loop.condition())) {
                if (!turn(loop.label(), loop.body())) {
                    break;
                }
            }
            return true;
        }

        @Override
        public Boolean leave(Statement.Break leave) {
            throw new Leave(Kind.BREAK, leave.label());
        }

        @Override
        public Boolean next(Statement.Continue next) {
            throw new Leave(Kind.CONTINUE, next.label());
        }

        @Override
        public Boolean exit(Statement.Return exit) {
            throw new Leave(Kind.RETURN, "");
        }

        @Override
        public Boolean fail(Statement.Throw failure) {
            throw new IllegalStateException(failure.message());
        }

        @Override
        public Boolean call(Statement.Call call) {
            Object[] arguments = call.arguments().stream().map(this::eval).toArray();
            Object[] results =
                    TreeWalker.this.call(program.procedure(call.callee().name()), arguments);
            List<Variable> targets = call.results();
            for (int i = 0; i < targets.size(); i++) {
                registers.put(targets.get(i), results[i]);
            }
            return true;
        }

        @Override
        public Boolean save(Statement.Save save) {
            tapes.computeIfAbsent(save.site(), s -> new ArrayDeque<>()).push(new Object[] {eval(save.value())});
            return true;
        }

        @Override
        public Boolean restore(Statement.Restore restore) {
            registers.put(restore.target(), tapes.get(restore.site()).pop()[0]);
            return true;
        }

        @Override
        public Boolean comment(Statement.Comment comment) {
            return true;
        }
    }
}
