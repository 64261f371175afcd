package org.cotangent.codegen.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.eval.RoutineCompiler.Compiled;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.ir.Lowering;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.runtime.Routine;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivatives;
import org.cotangent.codegen.emit.RoutineWriter;
import org.junit.jupiter.api.Test;

class MemoryCompilerTest {

    private static final int THREADS = 8;
    private static final int PATIENCE = 100;

    private final AtomicInteger derived = new AtomicInteger();
    private final MemoryCompiler compiler = compiler(16);

    private static MemoryCompiler compiler(int capacity) {
        return new MemoryCompiler(new RoutineCache(capacity), SizeLimit.STANDARD);
    }

    private static Program function(String name, double constant) {
        Variable x = Graph.scalar(name);
        return Lowering.of("f", List.of(x), x.sin().times(constant));
    }

    private Compiled gradient(MemoryCompiler chosen, Program function) {
        return chosen.compile(function, "gradient by 1", () -> {
            derived.incrementAndGet();
            return Derivatives.gradient(function, function.entry().parameters());
        });
    }

    @Test
    void functionsOfOneStructureShareAClassWhateverTheirNames() {
        Program other = function("y", 2);
        Compiled first = gradient(compiler, function("x", 2));
        Compiled second = gradient(compiler, other);
        assertThat(second.routine()).isSameAs(first.routine());
        assertThat(derived).hasValue(1);
        assertThat(second.parameters().get(0).of())
                .isSameAs(other.entry().parameters().get(0));
    }

    @Test
    void constantsAreStructure() {
        assertThat(gradient(compiler, function("x", 2)).routine())
                .isNotSameAs(gradient(compiler, function("x", 3)).routine());
        assertThat(gradient(compiler, function("x", 0.0)).routine())
                .isNotSameAs(gradient(compiler, function("x", -0.0)).routine());
    }

    @Test
    void otherDerivativesAreOtherClasses() {
        Program function = function("x", 2);
        Compiled value = compiler.compile(function, "value by 1", () -> Derivation.primal(function));
        assertThat(gradient(compiler, function).routine()).isNotSameAs(value.routine());
    }

    @Test
    void severalDirectionsAreCompiledWhateverTheFormIsCalled() {
        Program function = function("x", 2);
        Compiled compiled = compiler.compile(
                function,
                "4 directions at once",
                () -> Derivatives.jvps(function, function.entry().parameters(), 4));
        assertThat(compiled.parameters()).hasSize(5);
        assertThat(compiled.results()).hasSize(5);
    }

    @Test
    void theOneUsedLeastRecentlyMakesRoom() {
        MemoryCompiler small = compiler(2);
        gradient(small, function("x", 1));
        gradient(small, function("x", 2));
        gradient(small, function("x", 1));
        gradient(small, function("x", 3));
        gradient(small, function("x", 1));
        assertThat(derived).hasValue(3);
        gradient(small, function("x", 2));
        assertThat(derived).hasValue(4);
    }

    @Test
    void threadsThatAskAtOnceCompileOnce() throws Exception {
        List<Callable<Routine>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            tasks.add(() -> gradient(compiler, function("x", 5)).routine());
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Routine> routines = new ArrayList<>();
            for (Future<Routine> routine : threads.invokeAll(tasks)) {
                routines.add(routine.get());
            }
            assertThat(routines).allMatch(routine -> routine == routines.get(0));
            assertThat(derived).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatFailedIsTriedAgain() {
        Program function = function("x", 6);
        assertThatThrownBy(() -> compiler.compile(function, "gradient by 1", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(gradient(compiler, function).routine()).isNotNull();
    }

    /** The class goes with its last user, though whoever defined it stays. */
    @Test
    void classesAreUnloaded() throws InterruptedException {
        MemoryCompiler forgetful = compiler(1);
        WeakReference<Class<?>> gone = new WeakReference<>(
                gradient(forgetful, function("x", 7)).routine().getClass());
        assertThat(gone.get()).isNotNull().matches(Class::isHidden);
        gradient(forgetful, function("x", 8));
        // When a collector unloads classes is its own affair: ask again, within reason.
        for (int i = 0; i < PATIENCE && gone.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(gone.get()).isNull();
    }

    private static Expr chain(VectorExpr x, int operations) {
        Expr sum = x.get(0);
        for (int i = 0; i < operations; i++) {
            sum = sum.times(x.get(1)).plus(x.get(i % 2));
        }
        return sum;
    }

    @Test
    void refusesWhatIsTooLargeWithSizeLimitAndRemedy() {
        VectorExpr x = Graph.vector("x", 2);
        Expr large = chain(x, 100_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Differentiation.compile(large, x))
                .withMessageMatching("cannot compile \"gradient by 1\" of the function: the function takes about"
                        + " [\\d,]{9} bytes of bytecode, expected at most 400,000; use Differentiation\\.of, .*"
                        + "vectors, sums .*");
    }

    @Test
    void refusesADerivativeThatIsTooLargeBeforeItIsWritten() {
        VectorExpr x = Graph.vector("x", 2);
        Program function = Lowering.of("f", List.of((Variable) x.node()), chain(x, 500));
        MemoryCompiler tight = new MemoryCompiler(new RoutineCache(1), new SizeLimit(10_000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gradient(tight, function))
                .withMessageMatching("cannot compile \"gradient by 1\" of the function: its derivative takes about"
                        + " [\\d,]+ bytes of bytecode, expected at most 10,000; .*");
    }

    @Test
    void refusesWhatDoesNotFitAClassFile() {
        VectorExpr x = Graph.vector("x", 2);
        Expr sum = x.get(0);
        for (int i = 0; i < 31_000; i++) {
            sum = sum.plus(i + 0.5);
        }
        assertThat(RoutineWriter.bytes(Lowering.of("f", List.of((Variable) x.node()), sum)))
                .isLessThan(SizeLimit.STANDARD.bytes());
        Expr constants = sum;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Differentiation.compile(constants, x))
                .withMessageContainingAll("constants", "expected at most 60000", "Differentiation.of", "Data");
    }

    @Test
    void keepsTheSourceThatDoesNotCompile() throws Exception {
        Javac javac = new Javac(ToolProvider.getSystemJavaCompiler());
        String source = "package p; class Faulty { int i = 1.5; }";
        Throwable problem = org.assertj.core.api.Assertions.catchThrowable(() -> javac.compile("p.Faulty", source));
        assertThat(problem)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the generated class p.Faulty does not compile")
                // What is wrong is told in the language of the machine: its line shows that it is told.
                .hasMessageContainingAll("Faulty.java:1: ", "int i = 1.5;", "please report it", "Differentiation.of");
        Matcher path = Pattern.compile("kept in (.*?\\.java)\\.").matcher(problem.getMessage());
        assertThat(path.find()).isTrue();
        Path kept = Path.of(path.group(1));
        assertThat(kept).hasContent(source);
        Files.delete(kept);
    }
}
