using System.Security.Cryptography;

namespace RemoteSupport.Platform.Security;

/// <summary>The key file of development: written aside and then put in place, so nodes that start together get the same key.</summary>
internal static class MasterKeyFile
{
    internal const string Name = "master.key";

    /// <summary>The path of the file, which exists afterwards and is whole.</summary>
    internal static string Ensure(string directory)
    {
        var path = Path.Combine(directory, Name);
        if (File.Exists(path))
            return path;

        Directory.CreateDirectory(directory);
        PutInPlace(path);
        return path;
    }

    private static void PutInPlace(string path)
    {
        var draft = $"{path}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        try
        {
            Write(draft, Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Size)));
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another node was faster: its key counts.
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static void Write(string path, string content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using var stream = new FileStream(path, options);
        using var writer = new StreamWriter(stream);
        writer.WriteLine(content);
        writer.Flush();
        stream.Flush(flushToDisk: true);
    }
}
