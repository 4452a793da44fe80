namespace RemoteSupport.Tests.Architecture;

/// <summary>The repository's files, for the tests that read them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Features => Path.Combine(Root, "src", "RemoteSupport", "Features");

    public static string Platform => Path.Combine(Root, "src", "RemoteSupport.Platform");

    /// <summary>The files of a folder, without what builds leave there.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or ".data"))
            .Order(StringComparer.Ordinal)];

    /// <summary>A file's path as people say it.</summary>
    public static string Short(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>The slice that a file under Features belongs to.</summary>
    public static string SliceOf(string file) => Path.GetRelativePath(Features, file).Split(Path.DirectorySeparatorChar)[0];

    private static string FindRoot()
    {
        var folder = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        while (folder is { Length: > 0 } && !File.Exists(Path.Combine(folder, "RemoteSupport.sln"))) folder = Path.GetDirectoryName(folder);
        return folder is { Length: > 0 } ? folder : throw new InvalidOperationException("These tests read the repository's files and cannot find them.");
    }
}
