package pose.trainer;

/** What a batch's maps should be, and how much each value counts; as the network gives them, flat, not copies. */
interface Goal {

    float[] ideal();

    float[] weight();
}
