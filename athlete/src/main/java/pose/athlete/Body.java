package pose.athlete;

/**
 * Proportions of one athlete in body heights.
 *
 * @param shoulder half the distance between the shoulder joints
 * @param hip half the distance between the hip joints
 * @param pelvis from the hips to the waist
 * @param chest from the waist to the neck
 * @param head from the neck to the top of the head
 * @param girth how thick trunk and limbs are, 1 is lean
 */
record Body(
        double shoulder,
        double hip,
        double pelvis,
        double chest,
        double head,
        double upperArm,
        double forearm,
        double thigh,
        double shin,
        double foot,
        double girth) {

    static Body random(Dice dice) {
        double limbs = dice.between(0.93, 1.06);
        return new Body(
                dice.between(0.098, 0.122),
                dice.between(0.05, 0.064),
                0.11 * dice.between(0.93, 1.07),
                0.2 * dice.between(0.94, 1.06),
                0.172 * dice.between(0.94, 1.08),
                0.175 * limbs * dice.between(0.96, 1.04),
                0.155 * limbs * dice.between(0.96, 1.04),
                0.242 * limbs * dice.between(0.97, 1.03),
                0.236 * limbs * dice.between(0.97, 1.03),
                0.108 * dice.between(0.92, 1.08),
                dice.between(0.88, 1.28));
    }
}
