package pose.stream;

import java.util.Optional;
import java.util.function.Predicate;
import pose.schema.WeightsRef;

/**
 * One that can also try a version beside the one at work.
 *
 * @param <L> a version of it that is not at work yet
 */
public interface TryingVersion<L extends LoadedVersion> extends LiveVersion<L> {

    /**
     * Tries a version beside the one at work, from the next batch on, and has it from now on. One that was on trial is let go
     * of.
     *
     * @param share the cameras whose frames it looks at instead of the version at work
     */
    void tryOut(L candidate, Predicate<String> share);

    /** Gives the version on trial other cameras, from the next batch on; nothing where none is. */
    void share(Predicate<String> share);

    /** Ends a trial: the version at work looks at every frame, from the next batch on. */
    void withdraw();

    /** Ends a trial the other way: the version on trial is at work from the next batch on; false where none is on trial. */
    boolean promote();

    /** The version on trial, where there is one. */
    Optional<WeightsRef> candidate();

    /** Why the version on trial is given no frames any more, where its engine has failed. */
    Optional<Throwable> candidateFailure();
}
