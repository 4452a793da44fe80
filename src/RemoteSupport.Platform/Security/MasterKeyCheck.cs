using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace RemoteSupport.Platform.Security;

/// <summary>For checks before the start: can the master key be read?</summary>
public static class MasterKeyCheck
{
    /// <summary>Does nothing when it can.</summary>
    /// <exception cref="InvalidOperationException">It is missing or not a key; the message says what to set.</exception>
    public static void Read(IConfiguration configuration, IHostEnvironment environment) => _ = MasterKeySource.Load(configuration, environment);
}
