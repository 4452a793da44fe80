using Microsoft.Extensions.Hosting;

namespace RemoteSupport.Platform.Security;

/// <summary>Asks for the key while the host starts, so that a missing one stops it there and not at the first sign-in.</summary>
internal sealed class MasterKeyAtStart(MasterKey key) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = key.DeriveKey("start");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
