using RemoteSupport.Platform.Messaging.Smtp;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Operations;

/// <summary>Greets the mail server as a message would: connects, encrypts, signs in, and says goodbye. Nothing is sent.</summary>
internal static class MailCheck
{
    public static async Task<string?> LookAsync(MailServer server, IConfiguration configuration, CancellationToken ct)
    {
        var patience = new SmtpTransportOptions { ConnectTimeout = TimeSpan.FromSeconds(10), CommandTimeout = TimeSpan.FromSeconds(15) };
        await using var transport = new SmtpTransport(new OutgoingGate([configuration["Outgoing:Allow"] ?? ""]), TimeProvider.System, patience);
        return await transport.ProbeAsync(server, ct) is { } failure ? $"{failure.Reply} Check Email:Smtp, and Outgoing:Allow for a private address." : null;
    }
}
