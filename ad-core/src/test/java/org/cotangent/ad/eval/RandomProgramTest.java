package org.cotangent.ad.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.cotangent.ad.expr.Expr.constant;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;

/** Random programs against {@link TreeWalker}, to the bit. */
class RandomProgramTest {

    private static final Op[] UNARY = {Op.NEGATE, Op.SIN, Op.EXP, Op.SQRT, Op.ABS, Op.TO_FLOAT};
    private static final Op[] BINARY = {
        Op.ADD, Op.ADD, Op.SUBTRACT, Op.SUBTRACT, Op.MULTIPLY, Op.MULTIPLY, Op.MULTIPLY, Op.DIVIDE, Op.MAX
    };

    private static Expr pick(Random random, List<? extends Expr> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Long straight-line code over few registers and two arrays, so that every kind of conflict occurs. */
    @Property(tries = 300)
    void reorderedCodeGivesTheSameBits(@ForAll long seed) {
        Random random = new Random(seed);
        Variable x = Samples.reals("x");
        Variable y = Samples.reals("y");
        List<Variable> registers = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(40); i++) {
            registers.add(Samples.real("r" + i));
        }
        List<Statement> statements = new ArrayList<>();
        Variable alias = Samples.reals("alias");
        if (random.nextInt(3) == 0) {
            statements.add(Samples.assign(alias, x));
        }
        Variable z = statements.isEmpty() ? x : alias;
        for (int i = 0; i < 400; i++) {
            Variable array = random.nextBoolean() ? z : random.nextBoolean() ? x : y;
            Expr index = constant(random.nextInt(6));
            Expr value = arithmetic(random, registers);
            statements.add(
                    switch (random.nextInt(8)) {
                        case 0 -> new Statement.Store(array, index, value);
                        case 1 ->
                            new Statement.Store(array, index, array.at(index).plus(value));
                        case 2 -> Samples.assign((Variable) pick(random, registers), array.at(index));
                        default -> Samples.assign((Variable) pick(random, registers), value);
                    });
        }
        compare(
                Program.of(Samples.procedure("f", List.of(x, y), registers, statements.toArray(Statement[]::new))),
                new double[] {0.5, -1.25, 2, 0.1, -0.7, 1},
                new double[] {0.3, 1.5, -2, 0.9, -0.1, 3});
    }

    private static Expr arithmetic(Random random, List<Variable> registers) {
        Expr a = pick(random, registers);
        Expr b = pick(random, registers);
        Expr c = pick(random, registers);
        return switch (random.nextInt(5)) {
            case 0 -> Expr.apply(UNARY[random.nextInt(UNARY.length)], a);
            case 1 -> a.plus(b.times(c));
            case 2 -> a.minus(b.times(c));
            case 3 -> a.times(b).plus(c);
            default -> Expr.apply(BINARY[random.nextInt(BINARY.length)], a, b);
        };
    }

    /** Expressions with much sharing, lazy guards, indices that may be out of bounds, divisions by zero. */
    @Property(tries = 2000)
    void expressionsGiveTheSameBitsOrTheSameException(@ForAll long seed) {
        Random random = new Random(seed);
        Variable x = Samples.reals("x");
        Variable a = Samples.real("a");
        Variable i = Samples.integer("i");
        Variable j = Samples.integer("j");
        List<Expr> reals = new ArrayList<>(List.of(a, constant(1.5), x.at(i)));
        List<Expr> ints = new ArrayList<>(List.of(i, j, constant(2), x.length()));
        List<Expr> truths = new ArrayList<>(List.of(i.lessThan(j), a.lessThan(0)));
        for (int n = 0; n < 25; n++) {
            grow(random, x, reals, ints, truths);
        }
        Variable y = Samples.real("y");
        Variable k = Samples.integer("k");
        Expr index = ints.get(ints.size() - 1);
        Expr real = reals.get(reals.size() - 1);
        Program program = Program.of(Samples.procedure(
                "f",
                List.of(x, a, i, j),
                List.of(y, k),
                Samples.assign(y, real),
                Samples.assign(y, truths.get(truths.size() - 1).select(real.plus(y.times(real)), y)),
                Samples.when(truths.get(truths.size() - 2), Samples.assign(k, ints.get(ints.size() - 1))),
                new Statement.Store(x, index, x.at(index).plus(reals.get(0).times(y)))));
        compare(
                program,
                new double[] {0.5, -1.25, 2, 0.1},
                random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian(),
                random.nextInt(8) == 0 ? 5 : random.nextInt(4),
                random.nextInt(8) == 0 ? -1 : random.nextInt(4));
    }

    private static void grow(Random random, Variable x, List<Expr> reals, List<Expr> ints, List<Expr> truths) {
        switch (random.nextInt(10)) {
            case 0 -> {
                Expr index = pick(random, ints);
                Expr inside = index.greaterOrEqual(constant(0)).and(index.lessThan(x.length()));
                reals.add(random.nextInt(4) == 0 ? x.at(index) : inside.select(x.at(index), pick(random, reals)));
            }
            case 1 -> reals.add(pick(random, truths).select(pick(random, reals), pick(random, reals)));
            case 2 -> reals.add(Expr.apply(UNARY[random.nextInt(UNARY.length)], pick(random, reals)));
            case 3 -> reals.add(pick(random, ints).toReal());
            case 4 -> ints.add(pick(random, truths).select(pick(random, ints), pick(random, ints)));
            case 5 -> {
                Expr divisor = pick(random, ints);
                Expr quotient = pick(random, ints).dividedBy(divisor);
                boolean guarded = random.nextInt(4) > 0;
                ints.add(guarded ? divisor.equalTo(constant(0)).select(constant(1), quotient) : quotient);
            }
            case 6 ->
                ints.add(
                        random.nextBoolean()
                                ? pick(random, ints).plus(pick(random, ints))
                                : pick(random, ints).times(pick(random, ints)));
            case 7 -> truths.add(truth(random, reals, ints));
            case 8 ->
                truths.add(
                        random.nextBoolean()
                                ? pick(random, truths).and(pick(random, truths))
                                : pick(random, truths).or(pick(random, truths).not()));
            default ->
                reals.add(Expr.apply(BINARY[random.nextInt(BINARY.length)], pick(random, reals), pick(random, reals)));
        }
    }

    private static Expr truth(Random random, List<Expr> reals, List<Expr> ints) {
        Op[] real = {Op.LESS, Op.LESS_OR_EQUAL, Op.GREATER, Op.GREATER_OR_EQUAL, Op.EQUAL, Op.NOT_EQUAL};
        Op[] integer = {
            Op.INTEGER_LESS,
            Op.INTEGER_LESS_OR_EQUAL,
            Op.INTEGER_GREATER,
            Op.INTEGER_GREATER_OR_EQUAL,
            Op.INTEGER_EQUAL,
            Op.INTEGER_NOT_EQUAL
        };
        int which = random.nextInt(6);
        return random.nextBoolean()
                ? Expr.apply(real[which], pick(random, reals), pick(random, reals))
                : Expr.apply(integer[which], pick(random, ints), pick(random, ints));
    }

    private static void compare(Program program, Object... arguments) {
        Object[] expected = DifferentialTest.copies(arguments);
        Object[] found = DifferentialTest.copies(arguments);
        Object[][] results = new Object[2][];
        Throwable failure = catchThrowable(() -> results[0] = TreeWalker.run(program, expected));
        Throwable thrown =
                catchThrowable(() -> results[1] = Interpreter.of(program).run(found));
        if (failure != null) {
            assertThat(thrown).as("%s", program).isExactlyInstanceOf(failure.getClass());
            return;
        }
        assertThat(thrown).as("%s", program).isNull();
        assertThat(results[1]).as("%s", program).isEqualTo(results[0]);
        assertThat(found).as("%s", program).isEqualTo(expected);
    }
}
