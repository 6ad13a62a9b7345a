package pose.trainer.csv;

import pose.skeleton.Point;

/**
 * One row of a predictions file.
 *
 * @param id of the person
 * @param part its name
 * @param point where it was found, in pixels
 */
public record PredictedPart(String id, String part, Point point) {}
