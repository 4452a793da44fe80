using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace RemoteSupport.Platform.Security;

/// <summary>Where the master key comes from: the setting, or in development a file that is made once.</summary>
public static class MasterKeySource
{
    internal const string Setting = "Keys:Master";

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidOperationException">It is missing or not a key; the message says what to set.</exception>
    public static MasterKey Load(IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(environment);
        if (configuration[Setting] is { Length: > 0 } value)
            return Parse(value) ?? FromFile(Path.GetFullPath(value, environment.ContentRootPath));

        if (!environment.IsDevelopment())
            throw new InvalidOperationException(
                $"The setting {Setting} is missing. It takes {MasterKey.Size} random bytes as base64, or the path of a file with them.");

        var data = Path.GetFullPath(configuration["Data:Directory"] ?? ".data", environment.ContentRootPath);
        return FromFile(MasterKeyFile.Ensure(data));
    }

    private static MasterKey FromFile(string path)
    {
        if (!File.Exists(path))
            throw new InvalidOperationException($"{Setting} is neither {MasterKey.Size} bytes of base64 nor the path of a file.");

        return Parse(File.ReadAllText(path).Trim())
            ?? throw new InvalidOperationException($"The file {path} does not hold {MasterKey.Size} bytes of base64.");
    }

    private static MasterKey? Parse(string text)
    {
        // One byte more, so that a longer value is noticed instead of cut.
        Span<byte> bytes = stackalloc byte[MasterKey.Size + 1];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == MasterKey.Size
            ? new MasterKey(bytes[..written])
            : null;
    }
}
