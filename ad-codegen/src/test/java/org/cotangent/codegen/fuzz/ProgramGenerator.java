package org.cotangent.codegen.fuzz;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Writes random programs; the same seed gives the same program. */
final class ProgramGenerator {

    private final long seed;
    private final String owner;
    private final SplittableRandom random;
    private final Set<Syntax> found = EnumSet.noneOf(Syntax.class);
    private final Surroundings surroundings;
    private final StringBuilder members = new StringBuilder();

    private ProgramGenerator(long seed) {
        this.seed = seed;
        this.owner = "P" + seed;
        this.random = new SplittableRandom(seed);
        this.surroundings = new Surroundings(random, found);
    }

    /** The program of a seed that is not negative. */
    static Program of(long seed) {
        return new ProgramGenerator(seed).program();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Program program() {
        constants();
        structures();
        HelperWriter helpers = new HelperWriter(surroundings, owner);
        int number = chance(40) ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < number; i++) {
            helpers.random();
        }
        EntryWriter entry = new EntryWriter(surroundings);
        String text = entry.write();
        boolean entryFirst = chance(50);
        String all = entryFirst ? text + helpers.here() : helpers.here() + text;
        Map<String, String> files = new LinkedHashMap<>();
        String access = chance(50) ? "public " : "";
        String other = other(helpers.elsewhere());
        boolean sameFile = chance(50);
        String own = other.isEmpty()
                ? members.toString()
                : members.toString().replace("private static final", "static final");
        String body = access + "final class " + owner + " {\n\n" + own + all + "}\n";
        files.put(owner, file(body + (sameFile ? "\n" + other : "")));
        if (!other.isEmpty() && !sameFile) {
            files.put(owner + "Other", file(other));
        }
        return new Program(
                seed, owner, files, entry.parameters(), entry.result(), List.copyOf(surroundings.structures), found);
    }

    /** The class of helpers that are elsewhere, where members of the program's own class go by their full name. */
    private String other(String methods) {
        if (methods.isEmpty()) {
            return "";
        }
        String qualified = methods;
        for (Symbol constant : surroundings.constants) {
            qualified = qualified.replaceAll("\\b" + constant.name + "\\b", owner + "." + constant.name);
        }
        for (Structure structure : surroundings.structures) {
            qualified = qualified.replaceAll("\\b" + structure.name() + "\\b", owner + "." + structure.name());
        }
        return "final class " + owner + "Other {\n\n" + qualified + "}\n";
    }

    private String file(String text) {
        String imports = "package " + Program.PACKAGE + ";\n\n"
                + (surroundings.importsMath ? "import static java.lang.Math.*;\n\n" : "")
                + "import java.util.Arrays;\nimport org.cotangent.ad.annotation.Differentiable;\n\n";
        return Indentation.of(imports + text);
    }

    private void constants() {
        if (!chance(35)) {
            return;
        }
        found.add(Syntax.CONSTANT_FIELD);
        constant("double", "SCALE", Double.toString((random.nextInt(20) + 1) / 10.0));
        if (chance(50)) {
            constant("int", "STEPS", Integer.toString(random.nextInt(5)));
        }
        if (chance(30)) {
            constant("double", "HALF", "SCALE / 2");
        }
    }

    private void constant(String type, String name, String value) {
        String access = chance(50) ? "private " : "";
        members.append(access).append("static final ").append(type).append(' ');
        members.append(name).append(" = ").append(value).append(";\n\n");
        surroundings.constants.add(new Symbol(name, type, false, Term.LIMIT, Optional.empty()));
    }

    private void structures() {
        if (!chance(35)) {
            return;
        }
        add(new Structure(
                "Pair", List.of(new Structure.Component("x", "double"), new Structure.Component("y", "double"))));
        if (chance(40)) {
            found.add(Syntax.RECORD_NESTED);
            add(new Structure(
                    "Nest",
                    List.of(
                            new Structure.Component("weight", "double"),
                            new Structure.Component("inner", "Pair"),
                            new Structure.Component("count", "int"))));
        }
        if (chance(40)) {
            found.add(Syntax.RECORD_WITH_ARRAY);
            List<Structure.Component> components = new ArrayList<>();
            components.add(new Structure.Component("axis", "double[]"));
            components.add(new Structure.Component("angle", "double"));
            add(new Structure("Pose", components));
        }
    }

    private void add(Structure structure) {
        surroundings.structures.add(structure);
        members.append(structure.declaration("")).append('\n');
    }
}
