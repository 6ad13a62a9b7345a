package pose.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.app.kafka.Cluster;
import pose.app.output.OutputFiles;
import pose.app.slice.SliceBound.FrameId;
import pose.app.why.Answer;
import pose.app.why.FramePictures;
import pose.app.why.FrameStory;
import pose.app.why.SecondLook;
import pose.app.why.Sought;
import pose.app.why.StoryJson;
import pose.app.why.StorySearch;
import pose.app.why.StoryText;
import pose.cpm.BadWeightsException;
import pose.cpm.WeightsVersion;
import pose.schema.Frame;
import pose.schema.PoseFrame;
import pose.schema.Provenance;
import pose.schema.Topics;
import pose.skeleton.Box;
import pose.stream.LiveModel;

/** {@code pose why}: what became of one frame, and where it came from. */
@Command(
        name = "why",
        description = {
            "Tells where a pose event came from: its frame, the weights that looked and how they were made, the batch.",
            "",
            "The frame is named by its id, CAMERA EPOCH SEQUENCE or CAMERA/EPOCH/SEQUENCE, or by a line of 'pose watch': as the "
                    + "argument, or, without arguments, the first line of standard input. Where the frame has no pose event, the gap "
                    + "or the dead letter that it became is told.",
            "",
            "--again looks once more where the event's people are, in a batch as large as it was in, and compares: on the same "
                    + "weights, engine and kind of machine the result is the same bit for bit. People are not looked for again, "
                    + "and their tracks are not compared."
        },
        footer = {
            "",
            "Exit code 0: it is told what became of the frame, and --again with the event's weights on its engine gave the same "
                    + "bit for bit. 1: nothing is known of the frame, what was asked for cannot be done since its picture or "
                    + "weights are gone, or --again gave something else where it should not have.",
            "",
            "Examples:",
            "  pose why gate-1 1777660200000000 1500 --picture 1500.jpg",
            "  pose watch --camera gate-1 | pose why",
            "  pose why gate-1/1777660200000000/1500 --again --weights lite/2026-11-21.3 --json"
        })
public final class WhyCommand implements Callable<Integer> {

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private FrameArgument frame = new FrameArgument();

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            converter = TopicName.class,
            description = "The topic of pose events (default: pose.keypoints.v1).")
    private @Nullable String topic;

    @Option(
            names = "--frames-topic",
            paramLabel = "NAME",
            converter = TopicName.class,
            description = "The topic of frames that those events are of (default: pose.frames.v1).")
    private @Nullable String framesTopic;

    @Option(
            names = "--picture",
            paramLabel = "FILE.jpg",
            description = "Write the picture, byte for byte as it was looked at.")
    private @Nullable Path picture;

    @Option(
            names = "--drawn",
            paramLabel = "FILE.jpg",
            description = "Write the picture with everyone whom the event tells of drawn into it, in a colour for each "
                    + "track with its number above.")
    private @Nullable Path drawn;

    @Option(names = "--again", description = "Infer the frame again and compare.")
    private boolean again;

    @Option(
            names = "--weights",
            paramLabel = "DIR|NAME/VERSION",
            description = "What looks again (default: the event's own version).")
    private @Nullable String weights;

    @Mixin
    private WeightsStoreOption store = new WeightsStoreOption();

    @Mixin
    private EngineOption engine = new EngineOption();

    @Option(names = "--json", description = "Print all of it as one line of JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        FrameId id = frame.id(spec);
        if (weights != null && !again) {
            throw new ParameterException(spec.commandLine(), "--weights is for --again");
        }
        OutputFiles.check("--picture", picture);
        OutputFiles.check("--drawn", drawn);
        Cluster cluster = kafka.connect();
        StorySearch search = new StorySearch(
                cluster,
                topic == null ? Topics.KEYPOINTS : Topics.KEYPOINTS.named(topic),
                framesTopic == null ? Topics.FRAMES : Topics.FRAMES.named(framesTopic),
                name -> store.open("--weights-store", name),
                spec.commandLine().getErr()::println);
        FrameStory story = search.find(id);
        Optional<UserMistake> undone = pictures(story);
        Optional<SecondLook> look = Optional.empty();
        if (undone.isEmpty() && again) {
            try {
                look = Optional.of(lookAgain(story));
            } catch (UserMistake e) {
                undone = Optional.of(e);
            }
        }
        tell(story, look);
        undone.ifPresent(mistake -> {
            throw mistake;
        });
        return exitCode(story, look);
    }

    /** Writes what was asked for; what cannot be is told after all the rest. */
    private Optional<UserMistake> pictures(FrameStory story) {
        if (picture == null && drawn == null) {
            return Optional.empty();
        }
        try {
            Frame found = picture(story);
            if (picture != null) {
                FramePictures.write("--picture", picture, found);
            }
            if (drawn != null) {
                FramePictures.draw("--drawn", drawn, found, event(story));
            }
            return Optional.empty();
        } catch (UserMistake e) {
            return Optional.of(e);
        }
    }

    private static Frame picture(FrameStory story) {
        if (story.frame() instanceof Sought.Found found) {
            return found.frame().frame();
        }
        throw new UserMistake(
                "the picture of frame " + story.id() + " is not there: " + ((Sought.Absent) story.frame()).reason());
    }

    private static PoseFrame event(FrameStory story) {
        if (story.answer() instanceof Answer.Posed posed) {
            return posed.event();
        }
        throw new UserMistake("frame " + story.id() + " has no pose event");
    }

    private SecondLook lookAgain(FrameStory story) {
        PoseFrame event = event(story);
        Frame found = picture(story);
        Provenance provenance = event.getProvenance();
        String first = provenance == null ? "" : provenance.getEngine();
        // Where people are was settled then: another locator, or none, would look at something else.
        List<Box> boxes = SecondLook.boxes(event);
        try (LiveModel model =
                engine.load(first, name -> LiveModel.load(version(story), (width, height) -> boxes, name))) {
            return SecondLook.at(model, found, event);
        }
    }

    private WeightsVersion version(FrameStory story) throws BadWeightsException {
        if (weights != null) {
            return store.open("--weights", weights);
        }
        return story.weights()
                .flatMap(known -> known.version())
                .orElseThrow(() -> new UserMistake("the weights that looked at frame " + story.id() + " are not there: "
                        + story.weights().map(known -> known.trouble()).orElse("nobody looked at it")));
    }

    private void tell(FrameStory story, Optional<SecondLook> look) {
        if (json) {
            spec.commandLine().getOut().println(StoryJson.line(story, look));
        } else {
            StoryText.of(story, look).forEach(spec.commandLine().getOut()::println);
        }
        spec.commandLine().getOut().flush();
    }

    private static int exitCode(FrameStory story, Optional<SecondLook> look) {
        boolean known = !(story.answer() instanceof Answer.None);
        boolean repeated = look.isEmpty()
                || look.get().identical()
                || !look.get().sameWeights()
                || !look.get().sameEngine();
        return known && repeated ? ExitCode.DONE : ExitCode.FAILED;
    }
}
