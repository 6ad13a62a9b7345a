package pose.app.command;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.stream.StreamSetupException;

/** Something that takes minutes and that the user may end early. */
@FunctionalInterface
interface Measurement {

    /**
     * Measures and tells of it.
     *
     * @param stop asked again and again whether to end early
     * @throws UserMistake also where it ended early
     */
    void run(BooleanSupplier stop) throws StreamSetupException;

    /**
     * Runs one until it is done or the program is asked to end.
     *
     * @return the exit code
     */
    static int run(CommandSpec spec, Measurement measurement) throws StreamSetupException {
        try (Interruption interruption = Interruption.listen()) {
            try {
                measurement.run(interruption::happened);
                return ExitCode.DONE;
            } catch (UserMistake e) {
                if (!interruption.happened()) {
                    throw e;
                }
                // Told here, for the JVM goes as soon as the interruption is closed.
                spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
                return ExitCode.FAILED;
            }
        }
    }

    /**
     * What is to be measured.
     *
     * @param made throws {@link IllegalArgumentException} with a message for the user, naming the option
     * @throws ParameterException with that message
     */
    static <P> P plan(CommandSpec spec, Supplier<P> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
