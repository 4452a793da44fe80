using System.Text.Json.Serialization;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Delivery;

/// <summary>A tenant admin says how e-mail goes out (DL-3, DL-6). A sender that has to be confirmed gets its link with it.</summary>
[Requires(Permission.Tenant)]
public sealed record SaveMailDelivery : ICommand<MailDelivery>
{
    /// <summary>"platform" or "own"; with "platform" what describes an own server is forgotten.</summary>
    public string? Server { get; init; }

    /// <summary>The own server's name.</summary>
    public string? Host { get; init; }

    /// <summary>Its port; 587, or 465 with "tls", unless stated.</summary>
    public int? Port { get; init; }

    /// <summary>"starttls", "tls" or "none".</summary>
    public string? Security { get; init; }

    /// <summary>Who signs in there; null where nobody does.</summary>
    public string? User { get; init; }

    /// <summary>A new password; null keeps the old one while server and user stay the same.</summary>
    public string? Password { get; init; }

    /// <summary>The sender's address; null is the platform's.</summary>
    public string? Sender { get; init; }

    /// <summary>The version that it was made from; one of several is enough. From If-Match, or the form.</summary>
    [JsonIgnore]
    public IReadOnlyList<long>? Versions { get; init; }

    internal sealed class Handler(MailRows rows, DeliveryFields fields, SenderLinks links, DeliveryTrail trail)
        : IRequestHandler<SaveMailDelivery, Outcome<MailDelivery>>
    {
        public async Task<Outcome<MailDelivery>> Handle(SaveMailDelivery request, CancellationToken cancellationToken)
        {
            if (request.Versions is not { Count: > 0 } seen) return new DeliveryVersionMissing();
            var before = await rows.HoldAsync();
            if (!seen.Contains(before.Version)) return new DeliveryChangedMeanwhile(before.Version);
            var wanted = Read(request, before);
            if (fields.Flaw is { } flaw) return flaw;

            await rows.SaveAsync(wanted, request.Password);
            if (wanted is { Host: null, Sender: { } sender } && before.Sender != sender && await links.AskIfNeededAsync(sender) is { } refusal) return refusal;
            var after = await rows.ReadAsync();
            trail.Record(before, after, !string.IsNullOrEmpty(request.Password));
            return after;
        }

        private MailDelivery Read(SaveMailDelivery request, MailDelivery before)
        {
            var isOwn = fields.OneOf("server", request.Server, MailDelivery.Platform, MailDelivery.Own) == MailDelivery.Own;
            var sender = fields.Sender(request.Sender, isOwn);
            if (!isOwn) return new() { Sender = sender };
            var host = fields.Host(request.Host);
            var security = fields.Security(request.Security, host);
            var after = new MailDelivery { Host = host, Port = fields.Port(request.Port, security), Security = security, User = fields.Line("user", request.User), Sender = sender };
            if (after.User is not null) fields.Secret("password", request.Password, before.HasPassword, IsElsewhere(before, after));
            return after;
        }

        /// <summary>A kept password never goes to a server that it was not entered for.</summary>
        private static bool IsElsewhere(MailDelivery before, MailDelivery after) =>
            (before.Host, before.Port, before.Security, before.User) != (after.Host, after.Port, after.Security, after.User);
    }
}
