package pose.trainer.data;

/** A picture's size in pixels. */
record PictureSize(int width, int height) {}
