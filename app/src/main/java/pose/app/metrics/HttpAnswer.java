package pose.app.metrics;

/**
 * What a path is answered with.
 *
 * @param status an HTTP status with a body
 */
record HttpAnswer(int status, String contentType, String body) {}
