using System.Net.Sockets;

namespace RemoteSupport.Platform.Turn;

/// <summary>Asks a relay for an address as a browser would, and gives it back: it answers, knows our secret, and has room.</summary>
public sealed class TurnProbe(TurnOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Null when all is well; else what is wrong.</summary>
    public async Task<string?> LookAsync(TurnAddress address, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await using var line = await TurnLine.OpenAsync(address, patience.Token);
            return await AskAsync(line, patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return $"It does not answer within {Patience.TotalSeconds:0} seconds.";
        }
        catch (Exception failure) when (failure is SocketException or IOException or System.Security.Authentication.AuthenticationException)
        {
            return failure.Message;
        }
    }

    private async Task<string?> AskAsync(TurnLine line, CancellationToken ct)
    {
        var refused = await line.AskAsync(StunMessage.AskForAddress(), null, default, ct);
        // Who gives an address without asking who it is passes on anybody's traffic.
        if (refused.Type == StunMessage.AllocateSucceeded) return "It asks for no credentials: everybody can use it.";
        if (refused.Error != 401) return $"It answers {refused.Error}.";
        var credentials = TurnServers.Credentials(options.SecretBytes, "doctor", clock.GetUtcNow() + TimeSpan.FromMinutes(5));
        var answer = await line.AskAsync(StunMessage.AskForAddress(), refused, credentials, ct);
        if (answer.Error == 401) return "It refuses our credentials: its static-auth-secret is not Turn:Secret, or its clock is wrong.";
        if (answer.Type != StunMessage.AllocateSucceeded) return $"It gives no address ({answer.Error}).";
        await line.AskAsync(StunMessage.GiveBack(), refused, credentials, ct);
        return null;
    }
}
