package pose.stream;

import pose.schema.WeightsRef;

/** One version of a {@link LiveModel}, kept until this is closed, whatever becomes of it there. */
public interface ModelPin extends PinnedInference {

    /** Which version looks. */
    WeightsRef weights();

    /** The name of the skeleton that its poses follow. */
    String skeleton();
}
