using System.Text.Json.Serialization;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Delivery;

/// <summary>A tenant admin says how text messages go out, to where, and how many (DL-3).</summary>
[Requires(Permission.Tenant)]
public sealed record SaveSmsDelivery : ICommand<SmsDelivery>
{
    /// <summary>"platform", "none", "kannel" or "webhook"; without an own gateway what describes one is forgotten.</summary>
    public string? Gateway { get; init; }

    /// <summary>Where the own gateway takes messages.</summary>
    public string? Url { get; init; }

    /// <summary>Kannel's user.</summary>
    public string? User { get; init; }

    /// <summary>Kannel's password, or the webhook's signing key; null keeps the old one while gateway, address and user stay the same.</summary>
    public string? Secret { get; init; }

    /// <summary>A number, or 11 letters and digits at most; null leaves it to the gateway.</summary>
    public string? Sender { get; init; }

    /// <summary>How many parts may go out a day; null: any number.</summary>
    public int? DailyCap { get; init; }

    /// <summary>How numbers must begin, such as +39; none: any number.</summary>
    public IReadOnlyList<string?>? Prefixes { get; init; }

    /// <summary>The version that it was made from; one of several is enough. From If-Match, or the form.</summary>
    [JsonIgnore]
    public IReadOnlyList<long>? Versions { get; init; }

    internal sealed class Handler(SmsRows rows, DeliveryFields fields, DeliveryTrail trail) : IRequestHandler<SaveSmsDelivery, Outcome<SmsDelivery>>
    {
        public async Task<Outcome<SmsDelivery>> Handle(SaveSmsDelivery request, CancellationToken cancellationToken)
        {
            if (request.Versions is not { Count: > 0 } seen) return new DeliveryVersionMissing();
            var before = await rows.HoldAsync();
            if (!seen.Contains(before.Version)) return new DeliveryChangedMeanwhile(before.Version);
            var wanted = Read(request, before);
            if (fields.Flaw is { } flaw) return flaw;

            await rows.SaveAsync(wanted, request.Secret);
            var after = await rows.ReadAsync();
            trail.Record(before, after, !string.IsNullOrEmpty(request.Secret));
            return after;
        }

        private SmsDelivery Read(SaveSmsDelivery request, SmsDelivery before)
        {
            var gateway = fields.OneOf("gateway", request.Gateway, "platform", "none", "kannel", "webhook");
            var wanted = new SmsDelivery { Gateway = gateway, Sender = fields.SmsSender(request.Sender), DailyCap = fields.Cap(request.DailyCap), Prefixes = fields.Prefixes(request.Prefixes) };
            if (gateway is "platform" or "none") return wanted;
            wanted = wanted with { Url = fields.Url(request.Url), User = gateway == "kannel" ? fields.Line("user", request.User) : null };
            fields.Secret("secret", request.Secret, before.HasSecret, (before.Gateway, before.Url, before.User) != (wanted.Gateway, wanted.Url, wanted.User));
            return wanted;
        }
    }
}
