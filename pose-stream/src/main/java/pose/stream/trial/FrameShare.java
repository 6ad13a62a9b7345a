package pose.stream.trial;

import pose.schema.Frame;

/**
 * Some of the frames, by the hash of camera, epoch and sequence: always the same, whoever asks. A larger share includes
 * every frame of a smaller one.
 *
 * @param share 0 to 1
 */
record FrameShare(double share) {

    FrameShare {
        Share.require(share);
    }

    boolean includes(Frame frame) {
        double place = new StableHash()
                .and(frame.getCamera())
                .and(frame.getEpoch())
                .and(frame.getSequence())
                .place();
        return place < share;
    }
}
