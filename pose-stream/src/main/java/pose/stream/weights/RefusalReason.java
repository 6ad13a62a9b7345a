package pose.stream.weights;

/** Why a version was not put to work. */
public enum RefusalReason {
    /** The store has no such version, or it went away while it was read. */
    MISSING,
    /** A file is missing, or is not what the manifest says. */
    DAMAGED,
    /** It is whole, but not the bytes that were activated. */
    NOT_AS_ACTIVATED,
    /** It is of another kind: a locator where a network of poses is wanted, or the other way round. */
    KIND,
    /** Its answers follow another skeleton than those before. */
    SKELETON,
    /** The weights are not those of the architecture in the manifest, or the engine does not take them. */
    NOT_LOADABLE,
    /** It answers with something else than one pose of all parts for each person. */
    SHAPES,
    /** It answers with what is no number. */
    NUMBERS,
    /** It answers different pictures with the same, or sees nothing where the version at work does. */
    FLAT,
    /** It takes many times as long as the version at work. */
    SLOW
}
