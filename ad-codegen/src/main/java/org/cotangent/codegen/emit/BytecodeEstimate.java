package org.cotangent.codegen.emit;

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
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.StatementVisitor;

/**
 * The bytes of bytecode that javac makes of statements: a little more than true where it is not
 * exact. Locals get slots in order of appearance, as the wide ones take instructions twice as long.
 */
final class BytecodeEstimate implements StatementVisitor<Integer>, ExprVisitor<Integer> {

    private static final int CALL = 3;
    private static final int JUMP = 3;
    private static final int WIDE_CONSTANT = 3;

    /** Comparing doubles to a boolean on the stack: compare, jump, two constants, jump. */
    private static final int TRUTH = 9;

    /** Highest slot that one byte names. */
    private static final int NARROW = 255;

    private final Map<Variable, Integer> slots = new HashMap<>();
    private int nextSlot;

    /** An estimate for the statements of one method, starting with its parameters. */
    static BytecodeEstimate method(List<Variable> parameters) {
        BytecodeEstimate estimate = new BytecodeEstimate();
        parameters.forEach(estimate::local);
        return estimate;
    }

    /** The bytes of a statement that comes after those asked for before. */
    int of(Statement statement) {
        return statement.accept(this);
    }

    int of(List<Statement> statements) {
        int sum = 0;
        for (Statement statement : statements) {
            sum = Math.addExact(sum, of(statement));
        }
        return sum;
    }

    /** Bytes of loading or storing a register. */
    private int local(Variable variable) {
        Integer slot = slots.get(variable);
        if (slot == null) {
            slot = nextSlot;
            slots.put(variable, slot);
            boolean two = variable.type().isReal() || variable.type().equals(Type.LONG);
            nextSlot += two ? 2 : 1;
        }
        return slot <= NARROW ? 2 : 4;
    }

    private int expression(Expr expression) {
        return expression.accept(this);
    }

    private int expressions(List<Expr> expressions) {
        return expressions.stream().mapToInt(this::expression).sum();
    }

    @Override
    public Integer constant(Constant constant) {
        boolean small = constant.type().isReal()
                ? constant.is(0.0) || constant.is(1.0)
                : Math.abs(constant.integer()) <= Byte.MAX_VALUE;
        return small ? 2 : WIDE_CONSTANT;
    }

    @Override
    public Integer variable(Variable variable) {
        return local(variable);
    }

    @Override
    public Integer apply(Apply apply) {
        int operands = expressions(apply.operands());
        if (!apply.op().notation().isOperator()) {
            return operands + CALL;
        }
        boolean truth = apply.type().equals(Type.BOOLEAN);
        boolean lazy = apply.op().kernel() instanceof Kernel.Lazy;
        return operands + (truth ? TRUTH : lazy ? 2 * JUMP : 2);
    }

    @Override
    public Integer load(Load load) {
        return expression(load.array()) + expression(load.index()) + 2;
    }

    @Override
    public Integer length(Length length) {
        return expression(length.array()) + 1;
    }

    @Override
    public Integer assign(Statement.Assign assign) {
        return expression(assign.value()) + local(assign.target());
    }

    @Override
    public Integer store(Statement.Store store) {
        return expression(store.array()) + expression(store.index()) + expression(store.value()) + 2;
    }

    @Override
    public Integer allocate(Statement.Allocate allocate) {
        return expressions(allocate.lengths()) + CALL + 1 + local(allocate.target());
    }

    @Override
    public Integer block(Statement.Block block) {
        return of(block.statements());
    }

    @Override
    public Integer branch(Statement.If branch) {
        return expression(branch.condition()) + 2 * JUMP + block(branch.then()) + block(branch.otherwise());
    }

    @Override
    public Integer count(Statement.For loop) {
        int header = expression(loop.from()) + expression(loop.to()) + 3 * local(loop.counter()) + 3 * JUMP;
        return header + block(loop.body());
    }

    @Override
    public Integer loop(Statement.While loop) {
        return expression(loop.condition()) + 2 * JUMP + block(loop.body());
    }

    @Override
    public Integer leave(Statement.Break leave) {
        return JUMP;
    }

    @Override
    public Integer next(Statement.Continue next) {
        return JUMP;
    }

    @Override
    public Integer exit(Statement.Return exit) {
        return JUMP;
    }

    @Override
    public Integer fail(Statement.Throw failure) {
        return 2 * CALL
                + JUMP
                + 1
                + expressions(failure.values())
                + (failure.values().isEmpty() ? 0 : CALL);
    }

    @Override
    public Integer call(Statement.Call call) {
        int results = 0;
        for (Variable result : call.results()) {
            results += local(result) + 2 * CALL + 2;
        }
        return expressions(call.arguments()) + CALL + 2 + results;
    }

    @Override
    public Integer save(Statement.Save save) {
        return 2 + expression(save.value()) + CALL;
    }

    @Override
    public Integer restore(Statement.Restore restore) {
        return 2 + 2 * CALL + local(restore.target());
    }

    @Override
    public Integer comment(Statement.Comment comment) {
        return 0;
    }
}
