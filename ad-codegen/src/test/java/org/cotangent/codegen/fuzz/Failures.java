package org.cotangent.codegen.fuzz;

/** How exceptions are told: what and where. */
final class Failures {

    private static final int SHOWN = 4;

    private Failures() {}

    static String text(Throwable thrown) {
        StringBuilder text = new StringBuilder(thrown.toString());
        StackTraceElement[] trace = thrown.getStackTrace();
        for (int i = 0; i < Math.min(SHOWN, trace.length); i++) {
            text.append("\n    at ").append(trace[i]);
        }
        return text.toString();
    }
}
