package pose.athlete;

import java.util.List;

/** Patterns of shirts, in trunk coordinates: body heights from the waist, x left, y up, z forwards. */
enum Shirt {
    PLAIN {
        @Override
        Material of(int main, int second, double size) {
            return Material.plain(main);
        }
    },
    HOOPS {
        @Override
        Material of(int main, int second, double size) {
            return (x, y, z) -> Math.floorMod((int) Math.floor(y / size), 2) == 0 ? main : second;
        }
    },
    STRIPES {
        @Override
        Material of(int main, int second, double size) {
            return (x, y, z) -> Math.floorMod((int) Math.floor(x / size + 0.5), 2) == 0 ? main : second;
        }
    },
    BIB {
        @Override
        Material of(int main, int second, double size) {
            return (x, y, z) ->
                    z > 0.02 && Math.abs(x) < 0.045 && y > 0.06 && y < 0.13 ? digits(x, y, second, main) : main;
        }

        private static int digits(double x, double y, int paper, int ink) {
            double row = Math.abs(y - 0.095);
            double column = Math.abs(Math.abs(x) - 0.018);
            return row < 0.022 && column < 0.011 && !(row > 0.005 && row < 0.014 && column < 0.005) ? ink : paper;
        }
    },
    YOKE {
        @Override
        Material of(int main, int second, double size) {
            return (x, y, z) -> y > 0.12 + 0.3 * Math.abs(x) ? second : main;
        }
    },
    SIDES {
        @Override
        Material of(int main, int second, double size) {
            return (x, y, z) -> Math.abs(x) > 0.062 && Math.abs(z) < 0.035 ? second : main;
        }
    },
    SASH {
        @Override
        Material of(int main, int second, double size) {
            return (x, y, z) -> Math.abs(x + y - 0.09) < 0.022 ? second : main;
        }
    },
    MOTTLED {
        @Override
        Material of(int main, int second, double size) {
            return (x, y, z) -> Noise.at(main, x / size, (y + z) / size) > 0.55 ? second : main;
        }
    };

    abstract Material of(int main, int second, double size);

    /** @param vest cut out around the arms, where the skin shows */
    static Material random(Dice dice, int main, int second, int skin, boolean vest) {
        Shirt pattern = dice.chance(0.35) ? PLAIN : dice.pick(List.of(values()));
        Material cloth = pattern.of(main, second, dice.between(0.018, 0.05));
        boolean cropped = vest && dice.chance(0.4);
        if (!vest) {
            return cloth;
        }
        return (x, y, z) -> {
            boolean shoulder = y > 0.12 && Math.abs(x) > 0.07 - 0.25 * (y - 0.12);
            boolean belly = cropped && y < 0.06;
            return shoulder || belly ? skin : cloth.at(x, y, z);
        };
    }
}
