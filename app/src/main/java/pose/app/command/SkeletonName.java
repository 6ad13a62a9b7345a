package pose.app.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import pose.skeleton.Skeleton;

/** A skeleton by its name. */
final class SkeletonName implements ITypeConverter<Skeleton> {

    @Override
    public Skeleton convert(String text) {
        return Skeleton.named(text)
                .orElseThrow(
                        () -> new TypeConversionException("'" + text + "' is unknown; allowed: " + Skeleton.names()));
    }
}
