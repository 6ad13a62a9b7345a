package pose.stream;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The models that look at frames at one time.
 *
 * @param serving looks at every frame but the candidate's
 * @param candidate looks at its share of the cameras, where there is one
 */
record Lineup(ModelLease<PoseModel> serving, Optional<Candidate> candidate) {

    /**
     * A version on trial.
     *
     * @param share the cameras whose frames it looks at; the same answer for the same camera every time
     * @param health shared by all lineups that it is in: once it has failed it is given nothing any more
     */
    record Candidate(ModelLease<PoseModel> lease, Predicate<String> share, CandidateHealth health) {}

    static Lineup of(ModelLease<PoseModel> serving) {
        return new Lineup(serving, Optional.empty());
    }

    /** Who looks at this camera's frames. */
    ModelLease<PoseModel> of(String camera) {
        return candidate
                .filter(c -> !c.health().failed() && c.share().test(camera))
                .map(Candidate::lease)
                .orElse(serving);
    }

    /** Keeps its models until {@link #release}. */
    Lineup use() {
        leases().forEach(ModelLease::use);
        return this;
    }

    void release() {
        leases().forEach(ModelLease::release);
    }

    private Stream<ModelLease<PoseModel>> leases() {
        return Stream.concat(Stream.of(serving), candidate.map(Candidate::lease).stream());
    }
}
