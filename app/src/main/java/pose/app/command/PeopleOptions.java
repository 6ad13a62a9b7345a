package pose.app.command;

import picocli.CommandLine.Option;
import pose.stream.PeopleSettings;

/** Whom to look at, where people are located. */
final class PeopleOptions {

    @Option(
            names = "--max-people",
            paramLabel = "N",
            defaultValue = "12",
            description =
                    "Of more people than these in a frame, those that the locator is surest of are looked at, 1 to 1000 "
                            + "(default: ${DEFAULT-VALUE}). Without a locator one is.")
    private int maxPeople;

    @Option(
            names = "--locate-every",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "People are located in one frame of so many of a camera, and followed by their motion in between, "
                            + "1 to 100; whoever comes is found within so many frames (default: ${DEFAULT-VALUE}).")
    private int locateEvery;

    /**
     * What these options say.
     *
     * @throws IllegalArgumentException naming the option, its value and what is allowed
     */
    PeopleSettings settings() {
        try {
            return PeopleSettings.defaults().withMaxPeople(maxPeople).withLocateEvery(locateEvery);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    String.valueOf(e.getMessage())
                            .replaceFirst("^maxPeople", "--max-people")
                            .replaceFirst("^locateEvery", "--locate-every"),
                    e);
        }
    }
}
