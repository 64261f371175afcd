package org.cotangent.codegen.emit;

import static org.cotangent.ad.expr.Expr.constant;
import static org.cotangent.codegen.emit.Samples.add;
import static org.cotangent.codegen.emit.Samples.integer;
import static org.cotangent.codegen.emit.Samples.loop;
import static org.cotangent.codegen.emit.Samples.program;
import static org.cotangent.codegen.emit.Samples.real;
import static org.cotangent.codegen.emit.Samples.set;
import static org.cotangent.codegen.emit.Samples.store;
import static org.cotangent.codegen.emit.Samples.vector;
import static org.cotangent.codegen.emit.Samples.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cotangent.ad.annotation.Form;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Statement;
import org.cotangent.codegen.emit.FunctionDescriptor.Output;
import org.cotangent.codegen.emit.FunctionDescriptor.Parameter;
import org.cotangent.codegen.emit.FunctionDescriptor.Use;
import org.cotangent.codegen.emit.Structure.Composite;
import org.cotangent.codegen.emit.Structure.Member;
import org.cotangent.codegen.emit.Structure.Single;

/** Methods as programs, with the Java they stand for. */
final class MethodSamples {

    /** The class whose methods they are. */
    static final String MODELS = """
            package models;

            public final class Models {
                private Models() {}

                public record Inner(double scale, float shift, int power) {}

                public record Pose(double[] rotation, Inner inner) {}

                public record Sheet(double[][] table, int[] columns, boolean negative) {}

                public static double rosenbrock(double[] x) {
                    double sum = 0;
                    for (int i = 0; i + 1 < x.length; i++) {
                        double valley = x[i + 1] - x[i] * x[i];
                        double slope = 1 - x[i];
                        sum += 100 * valley * valley + slope * slope;
                    }
                    return sum;
                }

                public static double misfit(double scale, double[][] a, double[] t) {
                    double sum = scale * scale;
                    for (int i = 0; i < a.length; i++) {
                        for (int j = 0; j < a[i].length; j++) {
                            sum += Math.sin(scale * a[i][j]) * t[j];
                        }
                    }
                    return sum;
                }

                public static double posed(Pose pose, Sheet sheet) {
                    double sum = 0;
                    for (int i = 0; i < pose.rotation().length; i++) {
                        sum += Math.exp(pose.rotation()[i] * pose.inner().scale())
                                * sheet.table()[i][sheet.columns()[i]];
                    }
                    sum = sum + pose.inner().shift() * pose.inner().shift() * pose.inner().power();
                    return sheet.negative() ? -sum : sum;
                }
            }
            """;

    private MethodSamples() {}

    static Parameter active(Variable variable) {
        return parameter(variable, Use.ACTIVE);
    }

    static Parameter data(Variable variable) {
        return parameter(variable, Use.DATA);
    }

    static Parameter parameter(Variable variable, Use use) {
        return new Parameter(variable.name(), use, Single.of(variable));
    }

    static Member member(String name, Variable variable) {
        return new Member(name, Single.of(variable));
    }

    static FunctionDescriptor scalar(Program program, Parameter... parameters) {
        return function(program, Optional.empty(), parameters);
    }

    static FunctionDescriptor function(Program program, Optional<Output> output, Parameter... parameters) {
        String name = program.entry().name();
        return new FunctionDescriptor(
                name,
                "{@link Models#" + name + "}",
                true,
                program,
                List.of(parameters),
                output,
                FunctionDescriptor.formsOfMethod(output.isPresent()));
    }

    static FunctionDescriptor only(FunctionDescriptor f, Form... forms) {
        return new FunctionDescriptor(
                f.name(), f.reference(), f.isPublic(), f.program(), f.parameters(), f.output(), Set.of(forms));
    }

    /** DESIGN's first example. */
    static FunctionDescriptor rosenbrock() {
        Variable x = vector("x");
        Variable sum = real("sum");
        Variable valley = real("valley");
        Variable slope = real("slope");
        Variable i = integer("i");
        Expr curved = constant(100.0).times(valley).times(valley);
        Program program = program(
                "rosenbrock",
                List.of(x),
                List.of(sum),
                set(sum, constant(0.0)),
                loop(
                        i,
                        constant(0),
                        x.length().minus(1),
                        set(valley, x.at(i.plus(1)).minus(x.at(i).times(x.at(i)))),
                        set(slope, constant(1.0).minus(x.at(i))),
                        set(sum, sum.plus(curved.plus(slope.times(slope))))));
        return scalar(program, active(x));
    }

    /** A scalar and a matrix, with data. */
    static FunctionDescriptor misfit() {
        Variable scale = real("scale");
        Variable a = Variable.of("a", Samples.MATRIX);
        Variable t = vector("t");
        Variable sum = real("sum");
        Variable i = integer("i");
        Variable j = integer("j");
        Program program = program(
                "misfit",
                List.of(scale, a, t),
                List.of(sum),
                set(sum, scale.times(scale)),
                loop(
                        i,
                        constant(0),
                        a.length(),
                        loop(
                                j,
                                constant(0),
                                a.at(i).length(),
                                set(
                                        sum,
                                        sum.plus(
                                                scale.times(a.at(i).at(j)).sin().times(t.at(j)))))));
        return scalar(program, active(scale), active(a), data(t));
    }

    /** Nested records, differentiated by and given, with values that carry no derivative. */
    static FunctionDescriptor posed() {
        Variable rotation = vector("poseRotation");
        Variable scale = real("poseInnerScale");
        Variable shift = real("poseInnerShift");
        Variable power = integer("poseInnerPower");
        Variable table = Variable.of("sheetTable", Samples.MATRIX);
        Variable columns = Variable.of("sheetColumns", Type.INTS);
        Variable negative = Variable.of("sheetNegative", Type.BOOLEAN);
        Variable sum = real("sum");
        Variable i = integer("i");
        Program program = program(
                "posed",
                List.of(rotation, scale, shift, power, table, columns, negative),
                List.of(sum),
                set(sum, constant(0.0)),
                loop(
                        i,
                        constant(0),
                        rotation.length(),
                        set(
                                sum,
                                sum.plus(rotation.at(i)
                                        .times(scale)
                                        .exp()
                                        .times(table.at(i).at(columns.at(i)))))),
                set(sum, sum.plus(shift.times(shift).times(power.toReal()))),
                when(negative, set(sum, sum.negate())));
        Structure inner = new Composite(
                "models.Models$Inner",
                List.of(
                        member("scale", scale),
                        new Member("shift", new Single(shift, OptionalInt.empty(), true)),
                        member("power", power)));
        Structure pose =
                new Composite("models.Models$Pose", List.of(member("rotation", rotation), new Member("inner", inner)));
        Structure sheet = new Composite(
                "models.Models$Sheet",
                List.of(member("table", table), member("columns", columns), member("negative", negative)));
        return scalar(program, new Parameter("pose", Use.ACTIVE, pose), new Parameter("sheet", Use.DATA, sheet));
    }

    /** The determinant, by elimination in the matrix that is given. */
    static FunctionDescriptor determinant() {
        Program program = Samples.determinant();
        return scalar(program, active(program.entry().parameters().get(0)));
    }

    /** Values that are returned, as many as data; arrays of rank 3 and of floats. */
    static FunctionDescriptor layers() {
        Variable w = Variable.of("w", Samples.MATRIX.array());
        Variable b = Variable.of("b", Samples.FLOATS);
        Variable t = vector("t");
        Variable out = vector("values");
        Variable i = integer("i");
        Variable p = integer("p");
        Variable r = integer("r");
        Variable c = integer("c");
        Variable sum = real("sum");
        Expr weight = w.at(p).at(r).at(c);
        Program program = program(
                "layers",
                List.of(w, b, t, out),
                List.of(),
                loop(
                        i,
                        constant(0),
                        t.length(),
                        set(sum, constant(0.0)),
                        loop(
                                p,
                                constant(0),
                                w.length(),
                                loop(
                                        r,
                                        constant(0),
                                        w.at(p).length(),
                                        loop(
                                                c,
                                                constant(0),
                                                w.at(p).at(r).length(),
                                                set(
                                                        sum,
                                                        sum.plus(weight.times(weight)
                                                                .times(t.at(i))
                                                                .plus(b.at(c).times(weight))))))),
                        store(out, i, sum.sin())));
        return function(program, Optional.of(new Output(out, Optional.of(t.length()))), active(w), active(b), data(t));
    }

    /** Values that are added to an array that is given, with a work array among the data; overwrites x. */
    static FunctionDescriptor accumulated() {
        Variable x = vector("x");
        Variable work = vector("work");
        Variable grid = Variable.of("grid", Samples.MATRIX);
        Variable out = vector("out");
        Variable s = real("s");
        Variable i = integer("i");
        Variable k = integer("k");
        Program program = program(
                "accumulated",
                List.of(x, work, out, s, grid),
                List.of(),
                loop(
                        i,
                        constant(0),
                        work.length(),
                        store(work, i, work.at(i).plus(x.at(i).times(s))),
                        store(grid.at(constant(0)), i, work.at(i).times(x.at(i))),
                        store(x, i, x.at(i).times(work.at(i)))),
                loop(
                        k,
                        constant(0),
                        out.length(),
                        add(out, k, x.at(k).times(grid.at(constant(0)).at(k)).plus(s))));
        return function(
                program,
                Optional.of(new Output(out, Optional.empty())),
                active(x),
                data(work),
                parameter(out, Use.OUTPUT),
                active(s),
                data(grid));
    }

    /** A function that calls itself: x to the n. */
    static FunctionDescriptor power() {
        Variable x = real("x");
        Variable n = integer("n");
        Variable y = real("y");
        Variable rest = real("rest");
        Procedure power = new Procedure(
                "power",
                List.of(x, n),
                List.of(y),
                Statement.Block.of(
                        when(n.equalTo(constant(0)), set(y, constant(1.0)), new Statement.Return()),
                        new Statement.Call(List.of(rest), "power", List.of(x, n.minus(1))),
                        set(y, rest.times(x))));
        return scalar(Program.of(power), active(x), data(n));
    }

    /** Returned values whose number only the user knows. */
    static FunctionDescriptor waves() {
        Variable x = vector("x");
        Variable labels = Variable.of("labels", new Type(Type.Kind.LONG, 2));
        Variable flags = Variable.of("flags", new Type(Type.Kind.BOOLEAN, 1));
        Variable out = vector("values");
        Variable i = integer("i");
        Program program = program(
                "waves",
                List.of(x, labels, flags, out),
                List.of(),
                loop(
                        i,
                        constant(0),
                        out.length(),
                        when(
                                flags.at(i),
                                store(
                                        out,
                                        i,
                                        x.at(i)
                                                .times(x.at(constant(0)))
                                                .times(labels.at(i)
                                                        .at(constant(1))
                                                        .toReal())
                                                .sin()))));
        return function(program, Optional.of(new Output(out, Optional.empty())), active(x), data(labels), data(flags));
    }

    static List<FunctionDescriptor> all() {
        return new ArrayList<>(Arrays.asList(
                rosenbrock(), misfit(), posed(), determinant(), layers(), accumulated(), power(), waves()));
    }
}
