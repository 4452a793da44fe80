namespace RemoteSupport.Platform.Storage;

/// <summary>A folder of this machine for files that are worked at, gone with the work. What a killed node left behind goes when the next one is made a day later.</summary>
internal sealed class WorkFolder : IDisposable
{
    private const string Prefix = "remotesupport-work-";
    private static readonly TimeSpan Leftover = TimeSpan.FromDays(1);
    private readonly DirectoryInfo folder;

    private WorkFolder(DirectoryInfo folder) => this.folder = folder;

    /// <summary>Readable by this program's user only.</summary>
    public static WorkFolder Make()
    {
        var made = Directory.CreateTempSubdirectory(Prefix);
        foreach (var other in made.Parent!.EnumerateDirectories(Prefix + "*").Where(other => made.CreationTimeUtc - other.CreationTimeUtc > Leftover)) Remove(other);
        return new(made);
    }

    /// <summary>The path of a file in it.</summary>
    public string this[string name] => Path.Combine(folder.FullName, name);

    /// <summary>A new file in it.</summary>
    public FileStream Create(string name) => new(this[name], FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1 << 16, FileOptions.Asynchronous);

    /// <summary>A file that is there.</summary>
    public FileStream Open(string name) => new(this[name], FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.Asynchronous);

    /// <inheritdoc />
    public void Dispose() => Remove(folder);

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another node on this machine was faster.
        }
    }
}
