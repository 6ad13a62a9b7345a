package pose.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import pose.app.guard.Guard;

/**
 * Where the program begins: one command line, one exit code. No method has a library's class in its signature, which starting
 * a program would load, and its guard would keep in memory for as long as it runs.
 */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        if (Guard.isWanted(args)) {
            System.exit(Guard.run(Main.class.getName(), args, System.out, System.err));
        }
        System.exit(PoseCommandLine.of(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(args));
    }
}
