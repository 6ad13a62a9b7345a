package pose.athlete;

/**
 * What one athlete looks like.
 *
 * @param skin bare skin
 * @param head hair and face, see {@link Face}
 * @param hair colour of what hangs from the head
 * @param ponytail whether anything does
 * @param shirt on the trunk, in trunk coordinates: y = 0 at the waist
 * @param sleeve on the arms
 * @param sleeves how much of the arm is covered: 0 none, up to 1 the upper arm, up to 2 all of it
 * @param shorts on hips and legs
 * @param legs how much of the leg is covered: up to 1 the thigh, up to 2 all of it
 * @param loose how far clothes stand off, in body heights
 * @param socks how much of the shin is covered, from below, 0 to 1
 */
record Wardrobe(
        Material skin,
        Material head,
        int hair,
        boolean ponytail,
        Material shirt,
        Material sleeve,
        double sleeves,
        Material shorts,
        double legs,
        double loose,
        Material sock,
        double socks,
        Material shoe) {

    static Wardrobe random(Dice dice) {
        int skinTone = Tone.skin(dice);
        Material skin = Material.plain(skinTone);
        int hair = Tone.hair(dice);
        boolean bald = dice.chance(0.08);
        int main = Tone.cloth(dice);
        int second = Tone.cloth(dice);
        int lower = dice.chance(0.2) ? main : Tone.cloth(dice);
        double kind = dice.between(0, 1);
        boolean bare = kind < 0.1;
        double sleeves = bare || kind < 0.3 ? 0 : kind < 0.8 ? dice.between(0.35, 0.75) : 1.95;
        double trousers = dice.between(0, 1);
        double legs = trousers < 0.6 ? dice.between(0.2, 0.85) : trousers < 0.7 ? 0.02 : 1.93;
        double crease = dice.between(0.04, 0.14);
        Material shirt = bare ? skin : Shirt.random(dice, main, second, skinTone, kind < 0.3);
        Material lowerCloth = Material.plain(lower);
        if (dice.chance(0.35)) {
            int stripe = Tone.cloth(dice);
            lowerCloth = (u, v, w) -> Math.abs(v) > 0.75 && Math.abs(v) < 0.92 ? stripe : lower;
        }
        int shoe = Tone.cloth(dice);
        int sole = dice.chance(0.6) ? 0xF0F0F0 : Tone.cloth(dice);
        return new Wardrobe(
                skin,
                Face.random(dice, skinTone, hair, bald),
                hair,
                !bald && dice.chance(0.3),
                bare ? skin : shirt.creased(dice.seed(), crease, 0.035),
                Material.plain(dice.chance(0.25) ? second : main).creased(dice.seed(), crease, 0.3),
                sleeves,
                lowerCloth.creased(dice.seed(), crease, 0.25),
                legs,
                dice.between(0.001, 0.014),
                Material.plain(dice.chance(0.5) ? 0xEEEEEE : Tone.cloth(dice)),
                dice.chance(0.6) ? dice.between(0.1, 0.7) : 0.06,
                (u, v, w) -> u < 0.1 || Math.abs(v) > 0.8 ? sole : shoe);
    }

    /** What a team wears: with sleeves, so that nobody's skin belongs to it. */
    static Wardrobe kit(Dice dice) {
        Wardrobe kit = random(dice.split());
        while (kit.sleeves == 0) {
            kit = random(dice.split());
        }
        return kit;
    }

    /** The same person in a team's clothes, with shoes of their own. */
    Wardrobe wearing(Wardrobe kit) {
        return new Wardrobe(
                skin,
                head,
                hair,
                ponytail,
                kit.shirt,
                kit.sleeve,
                kit.sleeves,
                kit.shorts,
                kit.legs,
                kit.loose,
                kit.sock,
                kit.socks,
                shoe);
    }
}
