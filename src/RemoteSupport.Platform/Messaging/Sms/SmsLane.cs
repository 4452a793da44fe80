using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Messaging.Smtp;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging.Sms;

/// <summary>The text messages' way out of the current tenant: to allowed countries, as many a day as it allows.</summary>
public sealed partial class SmsLane(DeliveryRoutes routes, SmsTransport transport, SmsUsage usage, ReportLinks reports, LinkTokens tokens, MultiTenantContextAccessor tenancy, IOptions<TenancyOptions> options)
    : IDeliveryLane
{
    private SmsRoute? route;

    /// <inheritdoc />
    public string Channel => Channels.Sms;

    /// <inheritdoc />
    public string NoServer => SmsReasons.NoGateway;

    /// <inheritdoc />
    public bool WaitsForServer => false;

    /// <inheritdoc />
    public async Task<object?> FindServerAsync() => (route = await routes.FindSmsAsync())?.Server;

    /// <inheritdoc />
    public async Task<MailReceipt> SendAsync(QueuedMessage message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!E164().IsMatch(message.Recipient)) return new(MailResult.RefusedForGood, SmsReasons.NumberInvalid);
        if (!IsAllowed(message.Recipient)) return new(MailResult.RefusedForGood, SmsReasons.CountryNotAllowed);
        var text = SmsText.Of(message.FinishedText(tenancy.Tenant, options.Value, tokens));
        if (await usage.TryTakeAsync(text.Segments, route!.DailyCap) is not { } day) return new(MailResult.TryLater, SmsReasons.DailyCapReached) { NotBefore = usage.Tomorrow };
        var receipt = await transport.SendAsync(route.Server, new OutgoingSms { Id = message.Id, To = message.Recipient, From = route.Sender, Text = text, ReportUrl = reports.UrlOf(message.Id) }, ct);
        if (receipt.Result != MailResult.Accepted) await usage.GiveBackAsync(day, text.Segments);
        return receipt;
    }

    private bool IsAllowed(string number) => route!.Prefixes.Count == 0 || route.Prefixes.Any(prefix => number.StartsWith(prefix, StringComparison.Ordinal));

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z")]
    private static partial Regex E164();
}
