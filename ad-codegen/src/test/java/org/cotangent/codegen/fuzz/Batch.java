package org.cotangent.codegen.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotangent.codegen.processor.DifferentiableProcessor;

/** Programs that are compiled together, and what the checks of each gave. */
final class Batch {

    private static final String TWIN = Program.PACKAGE + ".twins";
    private static final int SHOWN = 5;

    /** A limit of Java that is documented; that a program exceeds it cannot be told beforehand. */
    private static final String TOO_LARGE = "is too large for one method";

    /** What is assigned to a parameter is taken for what was passed; documented, and depends on what is inlined. */
    private static final String SAME_ARRAY = "and the callee writes it; pass a copy";

    private final List<Program> programs;
    private final Map<String, Verdict> verdicts = new HashMap<>();

    private Batch(List<Program> programs) {
        this.programs = programs;
    }

    /** The verdicts of programs, whose names differ, in order. */
    static List<Verdict> verdicts(List<Program> programs) {
        Batch batch = new Batch(programs);
        batch.run();
        return programs.stream().map(p -> batch.verdicts.get(p.name())).toList();
    }

    /** Where a program does not compile nothing is written for any, so that the others are tried again. */
    private void run() {
        List<Program> left = new ArrayList<>(programs);
        while (!left.isEmpty()) {
            ParsingProcessor parsing = new ParsingProcessor();
            Compilation compilation = Compilation.of(files(left), List.of(parsing, new DifferentiableProcessor()));
            Map<String, List<String>> errors = errors(left, compilation);
            if (errors.isEmpty()) {
                ClassLoader loader = compilation.loader();
                left.forEach(program -> verdicts.put(program.name(), verdict(program, parsing, loader)));
                return;
            }
            if (compilation.hasCrashed() && left.size() > 1) {
                left.forEach(program ->
                        verdicts.put(program.name(), verdicts(List.of(program)).get(0)));
                return;
            }
            errors.forEach((name, texts) -> verdicts.put(name, notCompiling(texts)));
            left.removeIf(program -> errors.containsKey(program.name()));
        }
    }

    /** What is compiled for programs, by qualified name. */
    static Map<String, String> files(List<Program> programs) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Program program : programs) {
            program.files().forEach((name, text) -> files.put(Program.PACKAGE + "." + name, text));
            if (program.isRounding()) {
                program.files().forEach((name, text) -> files.put(TWIN + "." + name, twin(text)));
            }
        }
        return files;
    }

    /** The same text with double for float, which is not differentiated. */
    private static String twin(String text) {
        return text.replaceAll("\\bfloat\\b", "double")
                .replaceAll("(\\d)f\\b", "$1")
                .replaceAll("@Differentiable.*", "")
                .replace("import org.cotangent.ad.annotation.Differentiable;", "")
                .replace("package " + Program.PACKAGE + ";", "package " + TWIN + ";");
    }

    private static Map<String, List<String>> errors(List<Program> programs, Compilation compilation) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        Map<String, Program> owners = new HashMap<>();
        for (Program program : programs) {
            program.files().keySet().forEach(file -> owners.put(file, program));
            owners.put(program.name() + "Derivatives", program);
        }
        Set<String> unknown = new HashSet<>();
        for (Compilation.Message message : compilation.messages()) {
            String simple = message.file().substring(message.file().lastIndexOf('.') + 1);
            Program owner = owners.get(simple);
            boolean isWarning = !message.isError() && !simple.endsWith("Derivatives");
            if (isWarning) {
                continue;
            }
            if (owner == null) {
                unknown.add(message.text());
            } else {
                errors.computeIfAbsent(owner.name(), n -> new ArrayList<>()).add(message.text());
            }
        }
        if (errors.isEmpty() && !unknown.isEmpty()) {
            programs.forEach(program -> errors.put(program.name(), List.copyOf(unknown)));
        }
        return errors;
    }

    private static Verdict notCompiling(List<String> texts) {
        if (texts.stream().allMatch(text -> text.contains(TOO_LARGE))) {
            return Verdict.skipped("size", texts.get(0));
        } else if (texts.stream().allMatch(text -> text.contains(SAME_ARRAY))) {
            return Verdict.skipped("same array", texts.get(0));
        }
        return Verdict.failed(
                "compiles: " + kind(texts.get(0)), texts.stream().limit(SHOWN).collect(Collectors.joining("\n")));
    }

    private static Verdict verdict(Program program, ParsingProcessor parsing, ClassLoader loader) {
        String name = Program.PACKAGE + "." + program.name();
        String failure = parsing.failures().get(name);
        if (failure != null) {
            return Verdict.failed("parses: " + kind(failure), failure);
        }
        if (!parsing.methods().containsKey(name)) {
            return Verdict.failed("parses", "the parser gave nothing");
        }
        try {
            return compared(program, parsing, loader);
        } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError thrown) {
            if (String.valueOf(thrown.getMessage()).endsWith(SAME_ARRAY)) {
                return Verdict.skipped("same array", thrown.getMessage());
            }
            return Verdict.failed("throws " + thrown.getClass().getSimpleName(), Failures.text(thrown));
        }
    }

    /** What failures of one cause have in common. */
    private static String kind(String failure) {
        String first = failure.lines().findFirst().orElse("");
        return first.replaceAll("/\\S*/P[0-9]+(c[0-9]+)?", "P").replaceAll("[0-9]+", "#");
    }

    private static Verdict compared(Program program, ParsingProcessor parsing, ClassLoader loader) {
        UserMethod method = new UserMethod(program, loader, Program.PACKAGE);
        double[] values;
        try {
            values = method.at(UserMethod.point(program));
        } catch (RuntimeException thrown) {
            return throwing(program, loader, thrown);
        }
        Optional<UserMethod> twin =
                program.isRounding() ? Optional.of(new UserMethod(program, loader, TWIN)) : Optional.empty();
        Interpreted interpreted =
                new Interpreted(parsing.methods().get(Program.PACKAGE + "." + program.name()), program, values.length);
        Generated generated = new Generated(program, loader, values.length);
        return new Comparison(program, method, twin, generated, interpreted, values).verdict();
    }

    /** Of a method that throws there is nothing to compare, but that the class written for it throws the same. */
    private static Verdict throwing(Program program, ClassLoader loader, RuntimeException thrown) {
        if (program.result() == Program.Result.SCALAR) {
            Generated generated = new Generated(program, loader, 1);
            try {
                double[] values = generated.values(UserMethod.point(program));
                return Verdict.failed("throws", "value " + values[0] + " where the method throws " + thrown);
            } catch (RuntimeException same) {
                if (!same.getClass().equals(thrown.getClass())) {
                    return Verdict.failed("throws", same + " where the method throws " + thrown);
                }
            }
        }
        return Verdict.skipped("throws", thrown.toString());
    }
}
