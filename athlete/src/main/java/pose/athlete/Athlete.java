package pose.athlete;

/** One performer: body, clothes, routine, and how the camera sees them. */
record Athlete(Body body, Wardrobe wardrobe, Routine routine, Framing framing) {

    Joints joints(double seconds) {
        return Kinematics.joints(body, routine.at(seconds));
    }

    Appearance at(long id, double seconds) {
        return new Appearance(id, body, wardrobe, joints(seconds), framing.at(seconds));
    }
}
