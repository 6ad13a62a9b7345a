package pose.stream.weights;

import pose.stream.ModelPin;

/**
 * The version at work, to compare another one with.
 *
 * @param pin not closed by whoever compares
 */
record AtWork(ModelPin pin, Standard standard) {}
