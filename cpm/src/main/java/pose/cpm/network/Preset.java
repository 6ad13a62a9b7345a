package pose.cpm.network;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The architectures that have a name. */
public enum Preset {
    /**
     * Figure 2 of Wei et al.: 9×9 kernels, 2×2 pooling, stride 8, 368×368 in, 46×46 belief maps out, and separate image
     * features for the later stages. Ideal belief maps with sigma 7 pixels, the width that the authors' release trains
     * with.
     */
    PAPER {
        @Override
        public Architecture architecture(int parts, int stages) {
            List<Layer> image = Architecture.layers("conv9x128 pool conv9x128 pool conv9x128 pool conv5x32");
            return new Architecture(
                    "paper",
                    parts,
                    stages,
                    368,
                    7.0 / 8,
                    false,
                    image,
                    Architecture.layers("conv9x512 conv1x512"),
                    image,
                    false,
                    Architecture.layers("conv11x128 conv11x128 conv11x128 conv1x128"));
        }
    },

    /**
     * Small enough for real time on one core: the paper's stages over 3×3 kernels with residual pairs, image features
     * shared between all stages, dilation in place of large kernels. 160×160 in, 20×20 belief maps out.
     */
    LITE {
        @Override
        public Architecture architecture(int parts, int stages) {
            return new Architecture(
                    "lite",
                    parts,
                    stages,
                    160,
                    1.3,
                    true,
                    Architecture.layers(
                            "conv3x24/2 conv3x48/2 res3x48 conv3x96/2 res3x96 res3x96 conv3x112 res3x112d2"),
                    Architecture.layers("conv3x64d2 conv1x64"),
                    Architecture.layers("conv1x48"),
                    true,
                    Architecture.layers("conv3x64d2 conv3x64d3 conv3x64d2 conv1x64"));
        }
    },

    /** A toy that learns something in seconds, for tests and first steps. 64×64 in, 16×16 belief maps out. */
    TINY {
        @Override
        public Architecture architecture(int parts, int stages) {
            return new Architecture(
                    "tiny",
                    parts,
                    stages,
                    64,
                    1.2,
                    true,
                    Architecture.layers("conv3x12/2 conv3x24/2 res3x24"),
                    Architecture.layers("conv3x24d2 conv1x24"),
                    Architecture.layers("conv1x16"),
                    true,
                    Architecture.layers("conv3x24d2 conv3x24d3 conv1x24"));
        }
    },

    /**
     * Finds people in whole pictures, in the paper's stages over {@link #LITE}'s kind of layers. 384×216 in; of 1280×720 that is
     * people of 12 to 210 pixels, on maps of 96×54 cells. Its second stage sees 415 pixels, more than the picture is wide, so that one
     * person as tall as the picture is one. Under 10 ms a frame on one core. Its part is {@link pose.skeleton.Skeleton}'s centre alone.
     */
    LOCATOR {
        @Override
        public Architecture architecture(int parts, int stages) {
            return new Architecture(
                    "locator",
                    Task.LOCATOR,
                    parts,
                    stages,
                    new Size(384, 216),
                    1.1,
                    true,
                    Architecture.layers("conv3x16/2 conv3x32/2 res3x32 conv3x64/2 res3x64 res3x64d2 res3x64d4"),
                    Architecture.layers("conv3x64d2 conv1x64"),
                    Architecture.layers("conv1x32"),
                    true,
                    Architecture.layers("conv3x48d2 conv3x48d4 conv3x48d2 conv1x48"));
        }
    };

    /**
     * This preset for a skeleton of P parts, with T stages.
     *
     * @param parts P, at least 1
     * @param stages T, at least 1
     */
    public abstract Architecture architecture(int parts, int stages);

    /**
     * The preset with this name, in any case.
     *
     * @throws IllegalArgumentException naming the presets there are
     */
    public static Preset named(String name) {
        for (Preset preset : values()) {
            if (preset.name().equalsIgnoreCase(name)) {
                return preset;
            }
        }
        throw new IllegalArgumentException("preset '" + name + "' is unknown; allowed: "
                + Arrays.stream(values())
                        .map(p -> p.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }
}
