package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.runtime.Workspace;
import org.cotangent.ad.transform.fuzz.Derived;
import org.cotangent.ad.transform.fuzz.HandBuilt;
import org.cotangent.ad.transform.fuzz.Sample;
import org.cotangent.ad.transform.fuzz.SampleGenerator;
import org.junit.jupiter.api.Test;

/** Generated classes against the interpreter, on programs and their derivatives: the same bits. */
class FuzzedProgramsTest {

    private static final int PROGRAMS = 100;

    @Test
    void knownProgramsGiveTheBitsOfTheInterpreter() {
        requireSameBits(random(1));
    }

    @Test
    void newProgramsGiveTheBitsOfTheInterpreter() {
        long first = new SecureRandom().nextLong() >>> 1;
        System.out.println("random programs from seed " + first);
        requireSameBits(random(first));
    }

    @Test
    void loopsInMethodsOfTheirOwnGiveTheBitsOfTheInterpreter() {
        long first = new SecureRandom().nextLong() >>> 1;
        System.out.println("random programs from seed " + first);
        List<Sample> samples = new ArrayList<>(random(first));
        samples.addAll(HandBuilt.all().values());
        GeneratedClass generated = requireSameBits(samples, Budget.standard().withLoopBytes(1));
        assertThat(generated.source()).contains("Loop1(");
    }

    @Test
    void handBuiltProgramsGiveTheBitsOfTheInterpreter() {
        requireSameBits(List.copyOf(HandBuilt.all().values()));
    }

    private static List<Sample> random(long first) {
        return LongStream.range(first, first + PROGRAMS)
                .mapToObj(SampleGenerator::of)
                .toList();
    }

    /** Compiles all in one class. */
    static void requireSameBits(List<Sample> samples) {
        requireSameBits(samples, Budget.standard());
    }

    private static GeneratedClass requireSameBits(List<Sample> samples, Budget budget) {
        List<Derived> all = new ArrayList<>();
        samples.forEach(sample -> all.addAll(Derived.of(sample)));
        GeneratedClass generated = GeneratedClass.named("fuzzed", "Programs").within(budget);
        for (int i = 0; i < all.size(); i++) {
            Program program = all.get(i).program();
            Procedure entry = program.entry().withName("program" + i);
            generated.add(Program.of(entry, program.callees()), "A random program.");
        }
        Compiled compiled = Compiled.of(generated);
        for (int i = 0; i < all.size(); i++) {
            requireSameBits(compiled, "program" + i, all.get(i));
        }
        return generated;
    }

    private static void requireSameBits(Compiled compiled, String name, Derived derived) {
        Object[] expectedArrays = derived.copies();
        Object[] expected = Interpreter.of(derived.program()).run(expectedArrays);
        Object[] foundArrays = derived.copies();
        Object[] found = call(compiled, name, derived.program().entry(), foundArrays);
        assertThat(found).as(() -> "results of\n" + derived.program()).isEqualTo(expected);
        assertThat(foundArrays).as(() -> "arrays of\n" + derived.program()).isEqualTo(expectedArrays);
    }

    private static Object[] call(Compiled compiled, String name, Procedure entry, Object[] arguments) {
        Workspace workspace = new Workspace();
        Method method = Arrays.stream(compiled.type().getMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
        boolean takesWorkspace = method.getParameterCount() > arguments.length;
        Object[] all = Arrays.copyOf(arguments, arguments.length + (takesWorkspace ? 1 : 0));
        if (takesWorkspace) {
            all[arguments.length] = workspace;
        }
        Object returned = compiled.call(name, all);
        Object[] results = new Object[entry.results().size()];
        boolean first = true;
        for (int i = 0; i < results.length; i++) {
            Type type = entry.results().get(i).type();
            results[i] = first ? returned : slot(workspace, i, type);
            first = false;
        }
        return results;
    }

    private static Object slot(Workspace workspace, int place, Type type) {
        if (type.isReal()) {
            return workspace.real(place);
        }
        return type.equals(Type.INT) ? (Object) (int) workspace.integer(place) : (Object) workspace.integer(place);
    }
}
