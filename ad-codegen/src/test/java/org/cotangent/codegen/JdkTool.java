package org.cotangent.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a tool of this JDK in a process of its own that prints the same on every machine: English, in
 * UTF-8, and nothing about options that the surroundings would add.
 */
public final class JdkTool {

    private static final List<String> OPTIONS = List.of(
            "-Duser.language=en",
            "-Duser.country=US",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    /** The tools take options from these, and say so among their messages. */
    private static final List<String> VARIABLES =
            List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "JDK_JAVAC_OPTIONS");

    private JdkTool() {}

    /** A virtual machine. */
    public static ProcessBuilder java(List<String> arguments) {
        return builder("java", OPTIONS, arguments);
    }

    /** A compiler of sources in UTF-8. */
    public static ProcessBuilder javac(List<String> arguments) {
        List<String> options =
                new ArrayList<>(OPTIONS.stream().map("-J"::concat).toList());
        options.addAll(List.of("-encoding", "UTF-8"));
        return builder("javac", options, arguments);
    }

    private static ProcessBuilder builder(String tool, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(options);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(VARIABLES);
        return builder;
    }

    /** What the process printed until its end. */
    public static String output(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
