using RemoteSupport.Platform.Messaging.Sms;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Operations;

/// <summary>Connects to the SMS gateway as a message would, and asks for nothing.</summary>
internal static class SmsCheck
{
    public static async Task<string?> LookAsync(SmsServer server, IConfiguration configuration, CancellationToken ct)
    {
        using var transport = new SmsTransport(new OutgoingGate([configuration["Outgoing:Allow"] ?? ""]), TimeProvider.System);
        return await transport.ProbeAsync(server, ct) is { } failure ? $"{failure} Check Sms:Gateway, and Outgoing:Allow for a private address." : null;
    }
}
