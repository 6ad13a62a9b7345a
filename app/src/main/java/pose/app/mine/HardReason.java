package pose.app.mine;

import java.util.Locale;

/** Why a frame is mined. */
public enum HardReason {
    /** Somebody's score is low. */
    SCORE,

    /** A limb is much too long for the rest of the person. */
    LIMB,

    /** Left and right are in the same place, at two joints or more. */
    SIDES,

    /** A part has moved faster than anybody can since the frame before. */
    JUMP,

    /** Another version sees the person elsewhere. */
    SHADOW;

    /** As files and messages have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
