package org.cotangent.codegen.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a failing program smaller while it fails in the same check, until no change is possible
 * (Zeller and Hildebrandt, 2002, delta debugging). Candidates are compiled together, each as a class
 * of its own, and those that fail are joined if they still fail then.
 */
final class SourceShrinker {

    private static final int TOGETHER = 32;
    private static final int MAX_ROUNDS = 400;

    private final String check;
    private Program best;
    private int rounds;

    private SourceShrinker(Program program, String check) {
        this.best = program;
        this.check = check;
    }

    /** The smallest program found that fails in a check. */
    static Program shrink(Program program, String check) {
        SourceShrinker shrinker = new SourceShrinker(program, check);
        boolean improved = true;
        while (improved) {
            improved = false;
            for (String file : List.copyOf(program.files().keySet())) {
                improved |= shrinker.improve(file);
            }
        }
        return shrinker.best;
    }

    /** Tries all changes of one file; after a success those that are less radical than it. */
    private boolean improve(String file) {
        boolean improved = false;
        int from = 0;
        while (rounds < MAX_ROUNDS) {
            List<SourceEdits.Edit> edits = SourceEdits.of(best.files().get(file));
            if (from >= edits.size()) {
                return improved;
            }
            if (improve(file, edits.subList(from, Math.min(edits.size(), from + TOGETHER)))) {
                improved = true;
            } else {
                from += TOGETHER;
            }
        }
        return false;
    }

    private boolean improve(String file, List<SourceEdits.Edit> edits) {
        String source = best.files().get(file);
        List<Program> candidates = new ArrayList<>();
        for (SourceEdits.Edit edit : edits) {
            candidates.add(with(file, SourceEdits.apply(source, List.of(edit))));
        }
        List<Integer> failing = failing(candidates);
        if (failing.isEmpty()) {
            return false;
        }
        Program first = candidates.get(failing.get(0));
        List<SourceEdits.Edit> apart = new ArrayList<>();
        for (int index : failing) {
            if (apart.stream().allMatch(edits.get(index)::isApartFrom)) {
                apart.add(edits.get(index));
            }
        }
        Program joined = with(file, SourceEdits.apply(source, apart));
        best = apart.size() > 1 && !failing(List.of(joined)).isEmpty() ? joined : first;
        return true;
    }

    /** The positions of programs that fail as the first one did. */
    private List<Integer> failing(List<Program> candidates) {
        rounds++;
        List<Program> renamed = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            renamed.add(renamed(candidates.get(i), "c" + i));
        }
        List<Verdict> verdicts = Batch.verdicts(renamed);
        List<Integer> failing = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i).failed() && verdicts.get(i).check().equals(check)) {
                failing.add(i);
            }
        }
        return failing;
    }

    private Program with(String file, String text) {
        Map<String, String> files = new LinkedHashMap<>(best.files());
        files.put(file, text.replaceAll("(?m)^\\s*\n", ""));
        return best.with(best.name(), files);
    }

    private static Program renamed(Program program, String mark) {
        Map<String, String> files = new LinkedHashMap<>();
        String name = program.name();
        program.files()
                .forEach((file, text) -> files.put(
                        file.replace(name, name + mark), text.replaceAll("\\b" + name + "(?=\\b|Other)", name + mark)));
        return program.with(name + mark, files);
    }
}
