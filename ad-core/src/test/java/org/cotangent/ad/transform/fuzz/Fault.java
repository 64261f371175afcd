package org.cotangent.ad.transform.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.cotangent.ad.expr.Apply;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Site;
import org.cotangent.ad.ir.Statement;
import org.cotangent.ad.ir.Statement.Assign;
import org.cotangent.ad.ir.Statement.Call;
import org.cotangent.ad.ir.Statement.For;
import org.cotangent.ad.ir.Statement.If;
import org.cotangent.ad.ir.Statement.Restore;
import org.cotangent.ad.ir.Statement.Save;
import org.cotangent.ad.ir.Statement.Store;

/** A mistake that a transform could make, made in its output. Each is to be found by comparing. */
enum Fault {
    PAIR_OF_SAVE_AND_RESTORE_DROPPED(Fault::dropPair),
    REAL_NOT_RESTORED(one(s -> s instanceof Restore r && r.target().type().isReal(), Fault::popped)),
    INTEGER_NOT_RESTORED(one(s -> s instanceof Restore r && r.target().type().isInteger(), Fault::popped)),
    RESTORED_FROM_EACH_OTHERS_SITE(pair(
            (a, b) -> a instanceof Restore r
                    && b instanceof Restore q
                    && r.target().type().equals(q.target().type()),
            (a, b) -> List.of(
                    new Restore(((Restore) a).site(), ((Restore) b).target()),
                    new Restore(((Restore) b).site(), ((Restore) a).target())))),
    ADJACENT_STATEMENTS_SWAPPED(pair(Fault::dependent, (a, b) -> List.of(b, a))),
    ADJOINT_NOT_ZEROED(one(s -> isBar(s) && value(s).equals(Expr.constant(0.0)), s -> List.of())),
    ADJOINT_SIGN(one(s -> isSum(s), s -> with(s, sum(s).operand(0).minus(sum(s).operand(1))))),
    ADJOINT_TERM_FORGOTTEN(one(s -> isSum(s), s -> List.of())),
    ADJOINT_OVERWRITTEN_NOT_ADDED(one(s -> isSum(s), s -> with(s, sum(s).operand(1)))),
    ADJOINT_ADDED_TWICE(one(s -> isSum(s), s -> List.of(s, s))),
    EXIT_NUMBER_CHANGED(one(s -> recorded(s, "exit"), s -> with(s, value(s).plus(1)))),
    EXIT_GUARD_CHANGED(one(s -> guard(s).isPresent(), s -> {
        Apply guard = guard(s).orElseThrow();
        Expr later = Expr.apply(guard.op(), guard.operand(0), guard.operand(1).plus(1));
        return List.of(Editing.withExpression(s, 0, later));
    })),
    TURNS_NOT_COUNTED(one(
            s -> s instanceof Assign a && a.target().name().startsWith("turns") && !isConstant(a.value()),
            s -> List.of())),
    SIDE_OF_BRANCH_FLIPPED(one(s -> recorded(s, "taken"), s -> with(s, value(s).not()))),
    ELEMENT_NOT_PUT_BACK(one(s -> putsBack(s, false), s -> List.of())),
    ELEMENT_PUT_BACK_ELSEWHERE(one(s -> putsBack(s, false), s -> {
        Store store = (Store) s;
        Expr next = Expr.apply(
                Op.INT_FLOOR_REMAINDER, store.index().plus(1), store.array().length());
        return List.of(new Store(store.array(), next, store.value()));
    })),
    ROW_NOT_PUT_BACK(one(s -> putsBack(s, true), s -> List.of())),
    SHADOW_OF_REFERENCE_SKIPPED(one(
            s -> s instanceof Assign a && a.target().type().isArray() && isNamed(a.target(), "Bar"), s -> List.of())),
    SHADOW_OF_ROW_SKIPPED(one(
            s -> s instanceof Store store && store.value().type().isArray() && isNamed(base(store.array()), "Bar"),
            s -> List.of())),
    REVERSAL_ONE_TURN_SHORT(one(s -> isReversal(s), s -> {
        For loop = (For) s;
        Expr to = loop.to().minus(loop.step());
        return List.of(new For(loop.label(), loop.counter(), loop.from(), to, loop.step(), loop.body()));
    })),
    REVERSAL_IN_THE_ORDER_OF_THE_LOOP(one(s -> isReversal(s), s -> {
        For loop = (For) s;
        Expr span = loop.to().minus(loop.from()).minus(Integer.signum(loop.step()));
        Expr turns = Expr.apply(Op.INT_FLOOR_DIVIDE, span, Expr.constant(loop.step()));
        Expr from = loop.from().plus(turns.times(loop.step()));
        Expr to = loop.from().minus(loop.step());
        return List.of(new For(loop.label(), loop.counter(), from, to, -loop.step(), loop.body()));
    })),
    ARGUMENTS_SWAPPED(one(s -> swapped(s).isPresent(), s -> List.of(swapped(s).orElseThrow()))),
    SEED_IGNORED(one(
            s -> isBar(s) || s instanceof Call,
            s -> List.of(
                    Editing.withExpression(s, 0, zeroBar(Editing.expressions(s).get(0)))))),
    TANGENT_TERM_FORGOTTEN(one(s -> isNamedSum(s, "Dot"), s -> with(s, sum(s).operand(0))), Part.TANGENT),
    TANGENT_OF_STORE_FORGOTTEN(
            one(s -> s instanceof Store store && isNamed(base(store.array()), "Dot"), s -> List.of()), Part.TANGENT),
    TANGENT_AFTER_ITS_OPERAND_CHANGED(pair(Fault::dependent, (a, b) -> List.of(b, a)), Part.TANGENT),
    TANGENT_REFERENCE_SKIPPED(
            one(
                    s -> s instanceof Assign a && a.target().type().isArray() && isNamed(a.target(), "Dot"),
                    s -> List.of()),
            Part.TANGENT);

    /** Where a fault is made. */
    enum Part {
        TANGENT,
        ADJOINT
    }

    /** Changes a program at a place chosen at random. */
    private interface Change {
        Program of(Program program, SplittableRandom random);
    }

    private final Change change;
    private final Part part;

    Fault(Change change) {
        this(change, Part.ADJOINT);
    }

    Fault(Change change, Part part) {
        this.change = change;
        this.part = part;
    }

    Part part() {
        return part;
    }

    /** The program with the fault at a random place, or as it is if there is none for it. */
    Program plant(Program program, SplittableRandom random) {
        return change.of(program, random);
    }

    private static Change one(Function<Statement, Boolean> fits, Function<Statement, List<Statement>> change) {
        return (program, random) -> Planting.one(program, random, fits, change);
    }

    private static Change pair(
            BiFunction<Statement, Statement, Boolean> fits, BiFunction<Statement, Statement, List<Statement>> change) {
        return (program, random) -> Planting.pair(program, random, fits, change);
    }

    private static Program dropPair(Program program, SplittableRandom random) {
        List<Site> sites = new ArrayList<>();
        Planting.all(program, s -> {
            if (s instanceof Restore restore) {
                sites.add(restore.site());
            }
            return List.of(s);
        });
        if (sites.isEmpty()) {
            return program;
        }
        Site dropped = sites.get(random.nextInt(sites.size()));
        return Planting.all(
                program,
                s -> (s instanceof Save save && save.site() == dropped)
                                || (s instanceof Restore restore && restore.site() == dropped)
                        ? List.of()
                        : List.of(s));
    }

    /** A restore whose value goes nowhere. */
    private static List<Statement> popped(Statement statement) {
        Site site = ((Restore) statement).site();
        return List.of(new Restore(site, Variable.of("nowhere", site.type())));
    }

    private static boolean dependent(Statement a, Statement b) {
        return a instanceof Assign first
                && b instanceof Assign second
                && first.target() != second.target()
                && (Expression.reads(second.value(), first.target())
                        || Expression.reads(first.value(), second.target()));
    }

    private static boolean isNamed(Variable variable, String suffix) {
        return variable.name().matches(".*" + suffix + "\\d*");
    }

    private static Variable base(Expr array) {
        return array instanceof org.cotangent.ad.expr.Load load ? base(load.array()) : (Variable) array;
    }

    /** Whether a statement assigns a real adjoint. */
    private static boolean isBar(Statement statement) {
        return writes(statement, "Bar");
    }

    private static boolean writes(Statement statement, String suffix) {
        if (statement instanceof Assign assign) {
            return assign.target().type().isReal() && isNamed(assign.target(), suffix);
        }
        return statement instanceof Store store
                && store.value().type().isReal()
                && isNamed(base(store.array()), suffix);
    }

    private static Expr value(Statement statement) {
        return Editing.expressions(statement).isEmpty() && statement instanceof Save save
                ? save.value()
                : Editing.expressions(statement).get(0);
    }

    private static boolean isSum(Statement statement) {
        return isNamedSum(statement, "Bar");
    }

    private static boolean isNamedSum(Statement statement, String suffix) {
        return writes(statement, suffix) && value(statement) instanceof Apply apply && apply.op() == Op.ADD;
    }

    private static Apply sum(Statement statement) {
        return (Apply) value(statement);
    }

    private static List<Statement> with(Statement statement, Expr value) {
        return List.of(
                statement instanceof Save save
                        ? new Save(save.site(), value)
                        : Editing.withExpression(statement, 0, value));
    }

    private static boolean isConstant(Expr value) {
        return value instanceof org.cotangent.ad.expr.Constant;
    }

    /** Whether a statement records how control went. */
    private static boolean recorded(Statement statement, String name) {
        return (statement instanceof Save save && save.site().name().startsWith(name))
                || (statement instanceof Assign assign && assign.target().name().startsWith(name));
    }

    private static Optional<Apply> guard(Statement statement) {
        return statement instanceof If branch
                        && branch.condition() instanceof Apply apply
                        && apply.op() == Op.INTEGER_GREATER
                        && apply.operand(0) instanceof Variable variable
                        && variable.name().startsWith("exit")
                ? Optional.of(apply)
                : Optional.empty();
    }

    private static boolean putsBack(Statement statement, boolean row) {
        return statement instanceof Store store
                && store.value() instanceof Variable variable
                && variable.type().isArray() == row
                && isNamed(variable, "Old");
    }

    private static boolean isReversal(Statement statement) {
        return statement instanceof For loop && loop.label().startsWith("reverse");
    }

    private static Optional<Statement> swapped(Statement statement) {
        if (statement instanceof Call call && call.callee().name().contains("Reverse")) {
            List<Expr> arguments = new ArrayList<>(call.arguments());
            for (int i = arguments.size() - 1; i > 0; i--) {
                for (int j = i - 1; j >= 0; j--) {
                    if (arguments.get(i) != arguments.get(j)
                            && arguments.get(i).type().equals(arguments.get(j).type())) {
                        java.util.Collections.swap(arguments, i, j);
                        return Optional.of(new Call(call.results(), call.callee(), arguments));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The expression with adjoints that it reads from registers taken as 0. */
    private static Expr zeroBar(Expr expression) {
        if (expression instanceof Variable variable
                && variable.type().equals(Type.DOUBLE)
                && isNamed(variable, "Bar")) {
            return Expr.constant(0.0);
        }
        return Expression.mapOperands(expression, Fault::zeroBar);
    }
}
