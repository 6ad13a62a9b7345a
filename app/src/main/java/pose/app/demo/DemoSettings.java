package pose.app.demo;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import pose.ingest.SourceOptions;
import pose.stream.BatchInference;
import pose.stream.PeopleSettings;
import pose.stream.PersonFinding;

/**
 * What a demo is to do.
 *
 * @param source where frames come from, see {@link pose.ingest.source.FrameSources#open}
 * @param options how it is read
 * @param people whom to look at, where people are located
 * @param out where every event is written as a line of JSON
 * @param video where the source's pictures are written with the skeletons drawn on
 */
public record DemoSettings(
        String source, SourceOptions options, PeopleSettings people, Optional<Path> out, Optional<Path> video) {

    /** What looks at the frames, until the demo ends. */
    public interface Networks extends AutoCloseable {

        /** Says where people are; empty where the whole picture is looked at. */
        Optional<PersonFinding> finding();

        BatchInference poses();

        @Override
        void close();
    }

    /** Loads what looks at the frames. */
    public interface Loader extends Supplier<Networks> {}
}
