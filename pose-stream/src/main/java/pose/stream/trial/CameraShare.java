package pose.stream.trial;

import java.util.Collection;
import java.util.Set;
import pose.schema.Trial;
import pose.schema.TrialMode;

/** Some of the cameras: always the same, on every instance and after every restart. */
public sealed interface CameraShare {

    /** Whether this camera is one of them. */
    boolean includes(String camera);

    /**
     * Those that the candidate serves: none in the shadow.
     *
     * @throws IllegalArgumentException where its share is none
     */
    static CameraShare of(Trial trial) {
        if (trial.getMode() != TrialMode.CANARY) {
            return of(0.0);
        }
        return trial.getCameras().isEmpty() ? of(trial.getShare()) : of(trial.getCameras());
    }

    /** These and no others. */
    static CameraShare of(Collection<String> cameras) {
        return new Named(Set.copyOf(cameras));
    }

    /**
     * By hash. A larger share includes every camera of a smaller one.
     *
     * @param share of all possible cameras, 0 to 1: of a few it may be some more or fewer
     */
    static CameraShare of(double share) {
        return new Hashed(share);
    }

    /** Those of a list. */
    record Named(Set<String> cameras) implements CameraShare {

        public Named {
            cameras = Set.copyOf(cameras);
            if (cameras.isEmpty()) {
                throw new IllegalArgumentException("cameras is empty; it must name at least one");
            }
        }

        @Override
        public boolean includes(String camera) {
            return cameras.contains(camera);
        }
    }

    /** Those whose place by hash is within the share. */
    record Hashed(double share) implements CameraShare {

        public Hashed {
            Share.require(share);
        }

        @Override
        public boolean includes(String camera) {
            return new StableHash().and(camera).place() < share;
        }
    }
}
