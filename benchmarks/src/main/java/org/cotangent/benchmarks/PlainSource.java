package org.cotangent.benchmarks;

/** Text of classes with differentiated methods, as long as asked for. */
final class PlainSource {

    /** What a method is made of. */
    enum Style {
        /** Loops over arrays, branches and assignments in turn. */
        MIXED(21),
        /** Assignments of scalars only. */
        STRAIGHT(4);

        private final int lines;

        Style(int lines) {
            this.lines = lines;
        }

        /** Lines, and statements or heads of loops and branches, of a part. */
        int lines() {
            return lines;
        }
    }

    static final String NAME = "Plain";

    private static final String HEAD = "import org.cotangent.ad.annotation.Differentiable;\n\nclass " + NAME + " {\n";

    private PlainSource() {}

    /** A class of methods with some lines each, rounded down to whole parts. */
    static String of(Style style, int methods, int lines) {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < methods; i++) {
            text.append("    @Differentiable\n    static double f").append(i).append("(double[] x) {\n");
            text.append("        double sum = 0;\n        double[] w = new double[x.length];\n");
            for (int part = 0; (part + 1) * style.lines() <= lines; part++) {
                text.append(part(style, part));
            }
            text.append("        return sum;\n    }\n\n");
        }
        return text.append("}\n").toString();
    }

    private static String part(Style style, int number) {
        String text = style == Style.MIXED ? mixed() : straight();
        return text.replace("#", Integer.toString(number)).replace("@", "(" + number + " % x.length)");
    }

    private static String straight() {
        return """
                        double valley# = x[@] - 0.3 * sum * sum;
                        double slope# = Math.sin(valley#) + 0.1 * x[0];
                        double bend# = slope# * valley# / (2 + slope# * slope#);
                        sum += 0.5 * bend# + Math.exp(-valley# * valley#);
                """;
    }

    private static String mixed() {
        return """
                        double scale# = 0.1 * sum + Math.cos(x[@]);
                        for (int i = 0; i + 1 < x.length; i++) {
                            double valley# = x[i + 1] - x[i] * x[i];
                            double slope# = Math.exp(-scale# * valley# * valley#);
                            w[i] = 0.5 * w[i] + slope#;
                            sum += valley# * slope# + 0.1 * w[i];
                        }
                        if (sum > 1) {
                            double over# = sum - 1;
                            sum = 1 + Math.log1p(over#);
                        } else {
                            sum -= 0.01 * scale#;
                        }
                        double[] row# = new double[x.length];
                        for (int i = 0; i < x.length; i++) {
                            double part# = w[i] * scale#;
                            row#[i] = part# / (1 + part# * part#);
                        }
                        for (int i = 0; i < x.length; i++) {
                            sum += row#[i] * x[i];
                        }
                """;
    }
}
