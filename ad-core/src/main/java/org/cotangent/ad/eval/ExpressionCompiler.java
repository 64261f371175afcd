package org.cotangent.ad.eval;

import java.util.ArrayDeque;
import java.util.Deque;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.ExprVisitor;
import org.cotangent.ad.expr.Kernel;
import org.cotangent.ad.expr.Length;
import org.cotangent.ad.expr.Load;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;

/**
 * Compiles the expressions of one statement at a time. Work is kept on an explicit stack, so that
 * the depth of an expression is limited by memory only.
 */
final class ExpressionCompiler {

    private static final int ANY = -1;

    private final Assembler out;
    private final Registers registers;
    private final Sharing sharing;
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    ExpressionCompiler(Assembler out, Registers registers) {
        this.out = out;
        this.registers = registers;
        this.sharing = new Sharing(registers);
    }

    /** Starts a statement with all its expressions. */
    void begin(Expr... roots) {
        sharing.begin(roots);
    }

    /** Ends the statement: its intermediate values are forgotten. */
    void end() {
        sharing.end();
    }

    /** Computes an expression of the statement and gives the register that holds it. */
    int evaluate(Expr e) {
        request(e, ANY);
        drain();
        return sharing.register(e);
    }

    /** Computes an expression of the statement into a register. */
    void assign(Expr e, int target) {
        request(e, target);
        drain();
    }

    /** Jumps if the condition of the statement has the given value. */
    void jump(Expr condition, boolean sense, Label label) {
        requestJump(condition, sense, label);
        drain();
    }

    /** Whether the statement needs the value once only, so that its instruction may compute it. */
    boolean isPrivate(Expr e, Op op) {
        return e instanceof Apply apply && apply.op() == op && sharing.isPrivate(e);
    }

    boolean isPrivate(Load load) {
        return sharing.isPrivate(load);
    }

    /** Whether the statement holds an integer division, whose failure must keep its place in order. */
    boolean mayDivide() {
        return sharing.mayDivide();
    }

    private void drain() {
        while (!tasks.isEmpty()) {
            tasks.pop().run();
        }
    }

    /**
     * Runs tasks in the given order, before everything scheduled earlier; called last in a task. In a
     * small statement they run at once, as no stack can overflow.
     */
    private void schedule(Runnable... inOrder) {
        if (sharing.isSmall()) {
            for (Runnable task : inOrder) {
                task.run();
            }
            return;
        }
        for (int i = inOrder.length - 1; i >= 0; i--) {
            tasks.push(inOrder[i]);
        }
    }

    /** Schedules the computation of three operands, and what is to be done with them. */
    private void schedule(Expr first, Expr second, Expr third, Runnable last) {
        if (sharing.isSmall()) {
            request(first, ANY);
            request(second, ANY);
            request(third, ANY);
            last.run();
        } else {
            schedule(() -> request(first, ANY), () -> request(second, ANY), () -> request(third, ANY), last);
        }
    }

    private void request(Expr e, int target) {
        if (!sharing.isComputed(e)) {
            compute(e, target);
        } else if (target != ANY) {
            Bank bank = Bank.of(e.type());
            out.emit(Instructions.move(bank), target, sharing.register(e));
        }
    }

    private void compute(Expr e, int target) {
        if (e instanceof Apply apply && !(apply.op().kernel() instanceof Kernel.Lazy)) {
            if (!multiplyAdd(apply, target)) {
                operation(apply, target);
            }
        } else {
            e.accept(new Request(target));
        }
    }

    /** Schedules the computation of an expression that is no leaf. */
    private final class Request implements ExprVisitor<Boolean> {

        private final int target;

        Request(int target) {
            this.target = target;
        }

        @Override
        public Boolean constant(Constant constant) {
            throw new IllegalStateException("constants are always computed");
        }

        @Override
        public Boolean variable(Variable variable) {
            throw new IllegalStateException("variables are always computed");
        }

        @Override
        public Boolean apply(Apply apply) {
            if (apply.op() == Op.CONDITIONAL) {
                conditional(apply, target);
            } else {
                truth(apply, target);
            }
            return true;
        }

        @Override
        public Boolean load(Load load) {
            schedule(() -> request(load.array(), ANY), () -> request(load.index(), ANY), () -> {
                int array = sharing.consume(load.array());
                int index = sharing.consume(load.index());
                int instruction = Instructions.load(load.array().type());
                out.emitFrom(load.array(), instruction, sharing.place(load, target), array, index);
            });
            return true;
        }

        @Override
        public Boolean length(Length length) {
            schedule(() -> request(length.array(), ANY), () -> {
                int array = sharing.consume(length.array());
                out.emitFrom(length.array(), Code.LENGTH, sharing.place(length, target), array);
            });
            return true;
        }
    }

    private void operation(Apply apply, int target) {
        if (sharing.isSmall()) {
            for (int i = 0; i < apply.arity(); i++) {
                request(apply.operand(i), ANY);
            }
            finish(apply, target);
            return;
        }
        tasks.push(() -> finish(apply, target));
        for (int i = apply.arity() - 1; i >= 0; i--) {
            Expr operand = apply.operand(i);
            tasks.push(() -> request(operand, ANY));
        }
    }

    private void finish(Apply apply, int target) {
        Op op = apply.op();
        boolean direct = Instructions.isDirect(op);
        int head = direct ? 2 : 3;
        int[] instruction = new int[head + apply.arity()];
        for (int i = 0; i < apply.arity(); i++) {
            instruction[head + i] = sharing.consume(apply.operand(i));
        }
        instruction[0] = Instructions.of(op);
        instruction[1] = sharing.place(apply, target);
        if (!direct) {
            instruction[2] = Kernels.number(op);
        }
        if (apply.type().isReal()) {
            out.count(1);
        }
        if (Instructions.mayThrow(op)) {
            out.emitFrom(apply, instruction);
        } else {
            out.emit(instruction);
        }
    }

    /** a ± b·c, and b·c + a, whose sum does not depend on the order. */
    private boolean multiplyAdd(Apply apply, int target) {
        boolean sum = apply.op() == Op.ADD;
        if (!sum && apply.op() != Op.SUBTRACT) {
            return false;
        }
        if (isPrivate(apply.operand(1), Op.MULTIPLY)) {
            Apply product = (Apply) apply.operand(1);
            int instruction = sum ? Code.MULTIPLY_ADD : Code.MULTIPLY_SUBTRACT;
            Expr addend = apply.operand(0);
            schedule(
                    addend,
                    product.operand(0),
                    product.operand(1),
                    () -> finish(instruction, apply, addend, product, target));
            return true;
        }
        if (sum && isPrivate(apply.operand(0), Op.MULTIPLY)) {
            Apply product = (Apply) apply.operand(0);
            Expr addend = apply.operand(1);
            schedule(
                    product.operand(0),
                    product.operand(1),
                    addend,
                    () -> finish(Code.MULTIPLY_ADD, apply, addend, product, target));
            return true;
        }
        return false;
    }

    private void finish(int instruction, Apply apply, Expr addend, Apply product, int target) {
        int a = sharing.consume(addend);
        int b = sharing.consume(product.operand(0));
        int c = sharing.consume(product.operand(1));
        out.count(2);
        out.emit(instruction, sharing.place(apply, target), a, b, c);
    }

    /** {@code condition ? a : b}: what an arm computes is forgotten after it. */
    private void conditional(Apply apply, int target) {
        Label otherwise = new Label();
        Label end = new Label();
        int[] state = new int[2];
        schedule(
                () -> requestJump(apply.operand(0), false, otherwise),
                () -> {
                    state[0] = sharing.place(apply, target);
                    state[1] = sharing.mark();
                    request(apply.operand(1), state[0]);
                },
                () -> {
                    sharing.release(state[1]);
                    out.jump(end, Code.JUMP);
                    out.bind(otherwise);
                    request(apply.operand(2), state[0]);
                },
                () -> {
                    sharing.release(state[1]);
                    out.bind(end);
                });
    }

    /** {@code a && b} or {@code a || b} as a value. */
    private void truth(Apply apply, int target) {
        Label no = new Label();
        Label end = new Label();
        schedule(() -> decide(apply, false, no), () -> {
            int place = sharing.place(apply, target);
            out.emit(Code.MOVE_INTEGER, place, registers.integer(1));
            out.jump(end, Code.JUMP);
            out.bind(no);
            out.emit(Code.MOVE_INTEGER, place, registers.integer(0));
            out.bind(end);
        });
    }

    private void requestJump(Expr condition, boolean sense, Label label) {
        if (condition instanceof Constant constant) {
            if ((constant.integer() != 0) == sense) {
                out.jump(label, Code.JUMP);
            }
        } else if (sharing.isPrivate(condition) && condition instanceof Apply apply) {
            decide(apply, sense, label);
        } else {
            jumpOnValue(condition, sense, label);
        }
    }

    private void jumpOnValue(Expr condition, boolean sense, Label label) {
        int jump = sense ? Code.JUMP_TRUE : Code.JUMP_FALSE;
        schedule(() -> request(condition, ANY), () -> out.jump(label, jump, sharing.consume(condition)));
    }

    private void decide(Apply condition, boolean sense, Label label) {
        switch (condition.op()) {
            case NOT -> schedule(() -> requestJump(condition.operand(0), !sense, label));
            case AND_ALSO -> chain(condition, false, sense, label);
            case OR_ELSE -> chain(condition, true, sense, label);
            default -> compare(condition, sense, label);
        }
    }

    /**
     * {@code &&} or {@code ||}: the first operand decides if it has the value {@code decisive};
     * else the second does, and what that computes is forgotten, as it may have been skipped.
     */
    private void chain(Apply condition, boolean decisive, boolean sense, Label label) {
        Label skip = new Label();
        int[] mark = new int[1];
        schedule(
                () -> requestJump(condition.operand(0), decisive, sense == decisive ? label : skip),
                () -> {
                    mark[0] = sharing.mark();
                    requestJump(condition.operand(1), sense, label);
                },
                () -> {
                    sharing.release(mark[0]);
                    out.bind(skip);
                });
    }

    private void compare(Apply condition, boolean sense, Label label) {
        Conditions comparison = Conditions.of(condition.op());
        if (!comparison.exists()) {
            jumpOnValue(condition, sense, label);
            return;
        }
        Expr first = condition.operand(comparison.swapped() ? 1 : 0);
        Expr second = condition.operand(comparison.swapped() ? 0 : 1);
        schedule(
                () -> request(condition.operand(0), ANY),
                () -> request(condition.operand(1), ANY),
                () -> out.jump(label, comparison.jump(sense), sharing.consume(first), sharing.consume(second)));
    }
}
