package pose.trainer;

/**
 * What one step learns from. Arrays are flat, in this order of dimensions.
 *
 * @param size N
 * @param inputSize S, side of the pictures
 * @param pictures N×3×S×S, values −0.5 to 0.5
 * @param ideal N×(P+1)×M×M, the ideal belief maps
 * @param weight N×(P+1)×M×M, how much each value counts; 0 for the map of a part that is not labelled
 */
record Batch(int size, int inputSize, float[] pictures, float[] ideal, float[] weight) {}
