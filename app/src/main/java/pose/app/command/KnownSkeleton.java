package pose.app.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import pose.skeleton.Skeleton;

/** A skeleton by its name. */
final class KnownSkeleton implements ITypeConverter<Skeleton> {

    @Override
    public Skeleton convert(String text) {
        return Skeleton.named(text)
                .orElseThrow(() ->
                        new TypeConversionException("'" + text + "' is no skeleton; allowed: " + Skeleton.names()));
    }
}
