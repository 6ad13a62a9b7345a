package pose.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pose.cpm.BadWeightsException;
import pose.cpm.FileReader;
import pose.cpm.Manifest;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;

/**
 * A store in a folder: {@code <folder>/<name>/<version>/}.
 *
 * <p>A version is written beside, into {@code <name>/.<version>.<random>/}, and renamed: the file system lets only one
 * rename onto a name succeed. Deleting begins with a rename, too. What has a dot before its name is no version to anybody.
 */
final class FileWeightsStore implements WeightsStore {

    private static final String HIDDEN = ".";

    private final Path folder;
    private final PublishSteps steps;

    FileWeightsStore(Path folder) {
        this(folder, PublishSteps.UNSEEN);
    }

    FileWeightsStore(Path folder, PublishSteps steps) {
        this.folder = folder;
        this.steps = steps;
    }

    @Override
    public String address() {
        return folder.toString();
    }

    @Override
    public List<VersionId> versions() throws StoreException {
        requireStore();
        List<VersionId> versions = new ArrayList<>();
        for (Path name : folders(folder, path -> true)) {
            for (Path version : folders(name, path -> true)) {
                idOf(name, version)
                        .filter(id -> Files.isRegularFile(version.resolve(WeightsVersion.MANIFEST)))
                        .ifPresent(versions::add);
            }
        }
        Collections.sort(versions);
        return versions;
    }

    /** Nothing where the folders' names are those of no version: they are no business of ours. */
    private static Optional<VersionId> idOf(Path name, Path version) {
        try {
            return Optional.of(new VersionId(
                    name.getFileName().toString(), version.getFileName().toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(HIDDEN);
    }

    private List<Path> folders(Path in, Predicate<Path> wanted) throws StoreException {
        try (Stream<Path> all = Files.list(in)) {
            return all.filter(Files::isDirectory).filter(wanted).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw failure(in, e);
        }
    }

    /** A folder that is not there may be a disk that is not there yet. */
    private void requireStore() throws StoreException {
        if (!Files.isDirectory(folder)) {
            throw new StoreException(StoreException.Kind.UNREACHABLE, folder + ": no such folder, so no weights store");
        }
    }

    @Override
    public boolean has(VersionId id) {
        return Files.isRegularFile(manifestOf(id));
    }

    @Override
    public Manifest manifest(VersionId id) throws StoreException, BadWeightsException {
        requireStore();
        return StoreChecks.manifest(address(), id, reader(id));
    }

    @Override
    public WeightsVersion open(VersionId id) throws StoreException, BadWeightsException {
        requireStore();
        return StoreChecks.open(address(), id, reader(id)).in(folderOf(id));
    }

    @Override
    public StoredVersion read(VersionId id) throws StoreException, BadWeightsException {
        requireStore();
        return StoreChecks.read(address(), id, reader(id));
    }

    FileReader<StoreException> reader(VersionId id) {
        FileReader<RuntimeException> files = FileReader.of(folderOf(id));
        return (file, longest) -> {
            try {
                byte[] bytes = files.read(file, longest);
                if (bytes == null && !Files.isRegularFile(manifestOf(id))) {
                    requireStore();
                    throw StoreChecks.noSuchVersion(address(), id, file);
                }
                return bytes;
            } catch (FileSystemException e) {
                throw failure(folderOf(id).resolve(file), e);
            }
        };
    }

    @Override
    public Published publish(VersionFiles version) throws StoreException {
        VersionId id = version.id();
        if (Files.isRegularFile(manifestOf(id))) {
            return same(version);
        }
        Path target = folderOf(id);
        Path name = folder.resolve(id.name());
        Path beside = name.resolve(HIDDEN + id.version() + "." + UUID.randomUUID());
        try {
            DurableFolder.make(name);
            write(version, beside);
            if (!rename(beside, target)) {
                DurableFolder.delete(beside);
                return same(version);
            }
            steps.done("renamed");
            DurableFolder.sync(name);
            return Published.NEW;
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    private void write(VersionFiles version, Path beside) throws IOException {
        Files.createDirectory(beside);
        steps.done("made the folder");
        for (Map.Entry<String, byte[]> file : version.files().entrySet()) {
            DurableFolder.write(beside.resolve(file.getKey()), file.getValue());
            steps.done("wrote " + file.getKey());
        }
        DurableFolder.sync(beside);
    }

    /** Whether the name was still free. */
    private static boolean rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileSystemException e) {
            if (Files.exists(to)) {
                return false;
            }
            throw e;
        }
    }

    /** Whether what is there under the name has the same bytes. */
    private Published same(VersionFiles version) throws StoreException {
        VersionId id = version.id();
        try {
            byte[] there = Files.readAllBytes(manifestOf(id));
            Optional<String> difference = version.difference(there);
            if (difference.isPresent()) {
                throw new VersionExistsException(id, address(), difference.get());
            }
            return Published.SAME;
        } catch (NoSuchFileException e) {
            throw new StoreException(
                    StoreException.Kind.OTHER,
                    folderOf(id) + " is in the way: a folder without " + WeightsVersion.MANIFEST + ", so no version",
                    e);
        } catch (IOException e) {
            throw failure(manifestOf(id), e);
        }
    }

    @Override
    public void delete(VersionId id) throws StoreException {
        requireStore();
        Path target = folderOf(id);
        Path beside = target.resolveSibling(HIDDEN + id.version() + "." + UUID.randomUUID());
        try {
            Files.move(target, beside, StandardCopyOption.ATOMIC_MOVE);
            steps.done("renamed");
            DurableFolder.sync(folder.resolve(id.name()));
            DurableFolder.delete(beside);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    @Override
    public int sweepLeftovers(Duration grace) throws StoreException {
        requireStore();
        Instant before = Instant.now().minus(grace);
        int swept = 0;
        for (Path name : folders(folder, path -> !isHidden(path))) {
            for (Path hidden : folders(name, FileWeightsStore::isHidden)) {
                try {
                    if (!Files.getLastModifiedTime(hidden).toInstant().isAfter(before)) {
                        DurableFolder.delete(hidden);
                        swept++;
                    }
                } catch (NoSuchFileException e) {
                    // Somebody else sweeps, too.
                } catch (IOException e) {
                    throw failure(hidden, e);
                }
            }
        }
        return swept;
    }

    private Path folderOf(VersionId id) {
        return folder.resolve(id.name()).resolve(id.version());
    }

    private Path manifestOf(VersionId id) {
        return folderOf(id).resolve(WeightsVersion.MANIFEST);
    }

    private static StoreException failure(Path path, IOException e) {
        if (e instanceof AccessDeniedException) {
            return new StoreException(StoreException.Kind.OTHER, path + ": no right to it", e);
        }
        String reason = e instanceof FileSystemException named ? named.getReason() : e.getMessage();
        return new StoreException(
                StoreException.Kind.UNREACHABLE,
                path + ": " + (reason == null ? e.getClass().getSimpleName() : reason),
                e);
    }

    @Override
    public void close() {}
}
